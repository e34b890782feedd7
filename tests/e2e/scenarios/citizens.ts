import type { Listed, Scenario, Step } from './scenario.ts';

const HOME = { direction: 'ARRIVAL' } as const;
const OUT = { direction: 'DEPARTURE' } as const;
const CLEARED: readonly Step[] = [{ clear: 'open' }, { decide: 'clear' }];
const suspended = (group: number, more: Partial<Listed> = {}): readonly Listed[] => [
  {
    ...{ kind: 'EXIT_SUSPENSION', legalGround: `Luật 49/2019/QH14, Điều 36, nhóm ${group}`, fromDaysAgo: 100 },
    ...{ decision: `04${group}0/QĐ-MẪU`, toDays: 200, informed: true },
    ...more,
  },
];
const mother = (proof: 'yes' | 'no'): Step => ({
  state: 'companion',
  fields: {
    ...{ relation: 'mother', name: 'NGUYEN THI ME', nationality: 'VNM', birthDate: { days: -13_000 } },
    proof,
  },
});

/** D3.1 and D3.2: citizens who come home, who are never refused, and who leave. */
export const CITIZENS: readonly Scenario[] = [
  {
    ...{ id: 'home', title: 'D3.1 a citizen comes home', ...HOME },
    holder: { nationality: 'VNM' },
    steps: [{ refuse: 'closed' }, ...CLEARED],
  },
  {
    ...{ id: 'home-expired', title: 'D3.1 an expired passport is dealt with, then the citizen is admitted', ...HOME },
    holder: { nationality: 'VNM', validDays: -30 },
    steps: [
      { clear: 'closed' },
      { refuse: 'closed' },
      { state: 'handled', fields: { value: 'Biên bản số 21' } },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'home-damaged', title: 'D3.1 a damaged passport is dealt with, then the citizen is admitted', ...HOME },
    holder: { nationality: 'VNM' },
    steps: [
      { state: 'documentDamaged', fields: { value: 'yes' } },
      { clear: 'closed' },
      { state: 'handled', fields: { value: 'Biên bản số 22' } },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'home-child', title: 'D3.1 a child comes home alone: no rule of entry asks for company', ...HOME },
    holder: { nationality: 'VNM', age: 9 },
    steps: CLEARED,
  },
  {
    ...{ id: 'home-suspended', title: 'D3.1 a suspended exit is none of an entry', ...HOME },
    holder: { nationality: 'VNM' },
    listed: suspended(5),
    steps: [{ compare: '2' }, ...CLEARED],
  },
  {
    ...{ id: 'home-wanted', title: 'D3.1 a wanted citizen is not refused but referred', ...HOME },
    holder: { nationality: 'VNM' },
    listed: [{ kind: 'WANTED', decision: 'W-0099' }],
    steps: [{ refuse: 'closed' }, { compare: '1' }, { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'home-revoked', title: 'D3.1 a revoked passport goes to the second line', ...HOME },
    holder: { nationality: 'VNM' },
    listed: [{ kind: 'REVOKED' }],
    steps: [{ clear: 'closed' }, { refuse: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'out', title: 'D3.2 a citizen leaves; the destination is asked for', ...OUT },
    holder: { nationality: 'VNM' },
    steps: [{ state: 'destinationAdmission', fields: { value: 'yes' } }, ...CLEARED],
  },
  {
    ...{ id: 'out-unasked', title: 'D3.2 a destination nobody asked about holds nobody', ...OUT },
    holder: { nationality: 'VNM' },
    steps: CLEARED,
  },
  {
    ...{ id: 'out-not-admitted', title: 'D3.2 a destination that does not admit', ...OUT },
    holder: { nationality: 'VNM' },
    steps: [
      { state: 'destinationAdmission', fields: { value: 'no' } },
      { clear: 'closed', says: 'may not leave' },
      { refuse: 'closed' },
      { decide: 'refer' },
    ],
  },
  {
    ...{ id: 'out-short', title: 'D3.2 a passport valid for ten days is valid', ...OUT },
    holder: { nationality: 'VNM', validDays: 10 },
    steps: CLEARED,
  },
  {
    ...{ id: 'out-expired', title: 'D3.2 an expired passport', ...OUT },
    holder: { nationality: 'VNM', validDays: -1 },
    steps: [{ clear: 'closed', says: 'may not leave' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'out-child', title: 'D3.2 a child leaves with a proven mother', ...OUT },
    holder: { nationality: 'VNM', age: 9 },
    steps: [{ clear: 'closed', says: 'Facts missing' }, mother('yes'), ...CLEARED],
  },
  {
    ...{ id: 'out-child-alone', title: 'D3.2 a child may not leave alone', ...OUT },
    holder: { nationality: 'VNM', age: 9 },
    steps: [
      { state: 'unaccompanied', fields: { value: 'yes' } },
      { clear: 'closed', says: 'may not leave' },
      { decide: 'refer' },
    ],
  },
  {
    ...{ id: 'out-child-unproven', title: 'D3.2 a representative without papers', ...OUT },
    holder: { nationality: 'VNM', age: 9 },
    steps: [mother('no'), { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'out-fourteen', title: 'D3.2 from fourteen on nobody needs company', ...OUT },
    holder: { nationality: 'VNM', age: 15 },
    steps: CLEARED,
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (group): Scenario => ({
      ...{ id: `suspended-${group}`, title: `D3.2 an exit suspended by group ${group}`, ...OUT },
      holder: { nationality: 'VNM' },
      listed: suspended(group, group === 9 ? { informed: false } : {}),
      steps: [{ compare: '1' }, { clear: 'closed' }, { refuse: 'closed' }, { decide: 'refer' }],
    }),
  ),
  {
    ...{ id: 'lapsed', title: 'D3.2 a suspension that has lapsed by itself', ...OUT },
    holder: { nationality: 'VNM' },
    listed: suspended(7, { toDays: -1 }),
    steps: CLEARED,
  },
  {
    ...{ id: 'not-yet', title: 'D3.2 a suspension that begins tomorrow', ...OUT },
    holder: { nationality: 'VNM' },
    listed: suspended(4, { fromDaysAgo: -1 }),
    steps: CLEARED,
  },
];
