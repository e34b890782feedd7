import type { Scenario, Step } from './scenario.ts';

const DEPARTURE = { direction: 'DEPARTURE' } as const;
const CLEARED: readonly Step[] = [{ clear: 'open' }, { decide: 'clear' }];
const came = (daysAgo: number, stayDays: number) => [{ direction: 'ARRIVAL', daysAgo, stayDays } as const];

/** D3.9: foreigners who leave, within the stay and over it. */
export const FOREIGN_DEPARTURES: readonly Scenario[] = [
  {
    ...{ id: 'within', title: 'D3.9 within the stay', ...DEPARTURE },
    holder: { nationality: 'FRA' },
    before: came(12, 45),
    steps: CLEARED,
  },
  {
    ...{ id: 'last-day', title: 'D3.9 on the last day of the stay', ...DEPARTURE },
    holder: { nationality: 'FRA' },
    before: came(44, 45),
    steps: CLEARED,
  },
  {
    ...{ id: 'one-over', title: 'D3.9 one day over: first tier, decided by a supervisor, paid', ...DEPARTURE },
    holder: { nationality: 'FRA' },
    before: came(45, 45),
    steps: [
      { attention: 'Overstayed by 1 day' },
      { clear: 'closed' },
      { settleOverstay: 'paid', by: 'supervisor' },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'fifteen-over', title: 'D3.9 fifteen days over: still the first tier', ...DEPARTURE },
    holder: { nationality: 'DEU' },
    before: came(59, 45),
    steps: [{ attention: 'Overstayed by 15 days' }, { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'sixteen-over', title: 'D3.9 sixteen days over: the head of unit decides', ...DEPARTURE },
    holder: { nationality: 'DEU' },
    before: came(60, 45),
    steps: [{ attention: 'Overstayed by 16 days' }, { settleOverstay: 'paid', by: 'head' }, ...CLEARED],
  },
  {
    ...{ id: 'unpaid', title: 'D3.9 over and not paid: the way out stays closed', ...DEPARTURE },
    holder: { nationality: 'ITA' },
    before: came(81, 45),
    steps: [
      { attention: 'Overstayed by 37 days' },
      { settleOverstay: 'unpaid', by: 'head' },
      { clear: 'closed' },
      { decide: 'refer' },
    ],
  },
  {
    ...{ id: 'year-over', title: 'D3.9 more than a year over', ...DEPARTURE },
    holder: { nationality: 'ITA' },
    before: came(500, 45),
    steps: [{ attention: 'Overstayed by 456 days' }, { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'extended', title: 'D3.9 an extension shown at the counter', ...DEPARTURE },
    holder: { nationality: 'ESP' },
    before: came(81, 45),
    steps: [{ clear: 'closed' }, { state: 'stayUntil', fields: { value: { days: 2 } } }, ...CLEARED],
  },
  {
    ...{ id: 'no-entry', title: 'D3.9 no entry is known: to the second line', ...DEPARTURE },
    holder: { nationality: 'ESP' },
    steps: [{ clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'certificate-shown', title: 'D3.9 no entry is known, a certificate is shown', ...DEPARTURE },
    holder: { nationality: 'NOR' },
    steps: [{ clear: 'closed' }, { state: 'stayUntil', fields: { value: { days: 9 } } }, ...CLEARED],
  },
  {
    ...{ id: 'resident', title: 'D3.9 a resident with a card', ...DEPARTURE },
    holder: { nationality: 'JPN' },
    steps: [{ state: 'card', fields: { kind: 'TRC', number: 'C901', validTo: { days: 200 } } }, ...CLEARED],
  },
  {
    ...{ id: 'suspended-foreigner', title: 'D3.9 an exit suspended for tax', ...DEPARTURE },
    holder: { nationality: 'SWE' },
    before: came(10, 45),
    listed: [
      {
        ...{ kind: 'EXIT_SUSPENSION', legalGround: 'Luật 47/2014/QH13, Điều 28, nhóm 3', decision: '0111/QĐ-MẪU' },
        ...{ fromDaysAgo: 100, toDays: 600, informed: true },
      },
    ],
    steps: [{ compare: '1' }, { clear: 'closed' }, { refuse: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'expired-out', title: 'D3.9 a foreigner cannot leave on an expired passport', ...DEPARTURE },
    holder: { nationality: 'DNK', validDays: -4 },
    before: came(10, 45),
    steps: [{ clear: 'closed' }, { decide: 'refer' }],
  },
];
