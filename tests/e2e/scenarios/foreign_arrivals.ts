import type { Scenario, Step } from './scenario.ts';

const ARRIVAL = { direction: 'ARRIVAL' } as const;
const CLEARED: readonly Step[] = [{ clear: 'open' }, { decide: 'clear' }];
const NO_BASIS: readonly Step[] = [{ clear: 'closed' }, { refuse: 'open' }, { decide: 'leave' }];
const LATER = { days: 60 } as const;
const EARLIER = { days: -5 } as const;
const evisa = (more: Record<string, string | { readonly days: number }> = {}): Step => ({
  state: 'visa',
  fields: {
    ...{ kind: 'EVISA', number: 'EV900', symbol: 'EV', entries: 'single', usedEntries: '0' },
    ...{ validFrom: EARLIER, validTo: LATER, gateListed: 'yes', holderMatches: 'yes', ...more },
  },
});
const card = (kind: string, more: Record<string, string | { readonly days: number }> = {}): Step => ({
  state: 'card',
  fields: { kind, number: 'C900', validTo: { days: 300 }, ...more },
});

/** D3.3 and D3.4: foreigners who come in, by every basis of entry and every way to have none. */
export const FOREIGN_ARRIVALS: readonly Scenario[] = [
  {
    ...{ id: 'unilateral', title: 'D3.3 unilateral exemption: 45 days, the day of entry counted', ...ARRIVAL },
    holder: { nationality: 'FRA' },
    steps: [{ attention: 'Stay permitted until' }, { shows: 'Unilateral exemption' }, ...CLEARED],
  },
  {
    ...{ id: 'unilateral-short', title: 'D3.3 unilateral exemption, passport valid under six months', ...ARRIVAL },
    holder: { nationality: 'DEU', validDays: 120 },
    steps: NO_BASIS,
  },
  {
    ...{ id: 'treaty', title: 'D3.3 treaty of 30 days', ...ARRIVAL },
    holder: { nationality: 'THA' },
    steps: [{ attention: 'Stay permitted until' }, { attention: '30 days' }, ...CLEARED],
  },
  {
    ...{ id: 'treaty-philippines', title: 'D3.3 treaty of 21 days', ...ARRIVAL },
    holder: { nationality: 'PHL' },
    steps: [{ attention: '21 days' }, ...CLEARED],
  },
  {
    ...{ id: 'tourism-only', title: 'D3.3 exemption for tourism only: the purpose is asked for', ...ARRIVAL },
    holder: { nationality: 'POL' },
    steps: [
      { clear: 'closed', says: 'Facts missing' },
      { state: 'purpose', fields: { value: 'business' } },
      { clear: 'closed' },
      { state: 'purpose', fields: { value: 'tourism' } },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'nothing', title: 'D3.3 no basis at all, the person leaves the counter', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [{ attention: 'No basis of entry found' }, ...NO_BASIS],
  },
  {
    ...{ id: 'evisa-stated', title: 'D3.3 an electronic visa shown late opens the way', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [{ clear: 'closed' }, evisa(), { attention: 'Stay permitted until' }, ...CLEARED],
  },
  {
    ...{ id: 'evisa-used', title: 'D3.3 a visa for one entry, used', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [evisa({ usedEntries: '1' }), ...NO_BASIS],
  },
  {
    ...{ id: 'evisa-gate', title: 'D3.3 an electronic visa at a gate that is not listed', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [evisa({ gateListed: 'no' }), ...NO_BASIS],
  },
  {
    ...{ id: 'evisa-over', title: 'D3.3 a visa whose time is over', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    steps: [evisa({ validFrom: { days: -60 }, validTo: { days: -1 } }), ...NO_BASIS],
  },
  {
    ...{ id: 'evisa-early', title: 'D3.3 a visa that has not begun', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    steps: [evisa({ validFrom: { days: 2 } }), ...NO_BASIS],
  },
  {
    ...{ id: 'evisa-unknown-use', title: 'D3.3 nobody knows whether the visa was used: asked for', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    steps: [evisa({ usedEntries: '' }), { clear: 'closed', says: 'Facts missing' }, evisa(), ...CLEARED],
  },
  {
    ...{ id: 'visa-forged', title: 'D3.3 a forged label: ground 3', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [evisa({ kind: 'VISA', symbol: 'DN1', forged: 'yes' }), ...NO_BASIS],
  },
  {
    ...{ id: 'visa-multiple', title: 'D3.3 a business visa for many entries, used before', ...ARRIVAL },
    holder: { nationality: 'USA' },
    steps: [evisa({ kind: 'VISA', symbol: 'DN1', entries: 'multiple', usedEntries: '4' }), ...CLEARED],
  },
  {
    ...{ id: 'visa-taken-back', title: 'D3.3 what was stated can be taken back', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [evisa(), { clear: 'open' }, { state: 'visa', fields: { takeBack: 'yes' } }, ...NO_BASIS],
  },
  {
    ...{ id: 'register-visa', title: 'D3.3 the register has the visa: nobody types it', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    visa: { kind: 'VISA', symbol: 'LĐ1', fromDays: -10, toDays: 300, entries: 'multiple' },
    steps: [{ attention: 'Stay permitted until' }, ...CLEARED],
  },
  {
    ...{ id: 'register-visa-used', title: 'D3.3 the register says that the visa was used', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    visa: { kind: 'VISA', symbol: 'DL', fromDays: -10, toDays: 20, entries: 'single', used: 1 },
    steps: NO_BASIS,
  },
  {
    ...{ id: 'residence-card', title: 'D3.3 a temporary residence card: no stay certificate', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    steps: [card('TRC'), ...CLEARED],
  },
  {
    ...{ id: 'residence-card-over', title: 'D3.3 a residence card whose time is over', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    steps: [card('TRC', { validTo: { days: -3 } }), ...NO_BASIS],
  },
  {
    ...{ id: 'apec', title: 'D3.3 a business travel card that names the economy', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [card('ABTC', { economies: 'VNM SGP' }), ...CLEARED],
  },
  {
    ...{ id: 'apec-elsewhere', title: 'D3.3 a business travel card for other economies', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [card('ABTC', { economies: 'SGP JPN' }), ...NO_BASIS],
  },
  {
    ...{ id: 'certificate', title: 'D3.3 an exemption certificate: six months an entry', ...ARRIVAL },
    holder: { nationality: 'USA' },
    steps: [
      card('exemption-certificate', { validTo: { days: 900 } }),
      { attention: 'Stay permitted until' },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'transit', title: 'D3.3 transit that stays in its area', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [
      {
        state: 'transit',
        fields: { onwardTicket: 'yes', thirdCountryVisa: 'yes', leavesTransitArea: 'no' },
      },
      { clear: 'open' },
      {
        state: 'transit',
        fields: { onwardTicket: 'yes', thirdCountryVisa: 'yes', leavesTransitArea: 'yes' },
      },
      ...NO_BASIS,
    ],
  },
  {
    ...{ id: 'expired', title: 'D3.3 an expired passport', ...ARRIVAL },
    holder: { nationality: 'FRA', validDays: -20 },
    steps: NO_BASIS,
  },
  {
    ...{ id: 'damaged', title: 'D3.3 a damaged passport: an expert looks first', ...ARRIVAL },
    holder: { nationality: 'FRA' },
    steps: [{ state: 'documentDamaged', fields: { value: 'yes' } }, { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'child-alone', title: 'D3.3 a child under 14 alone: ground 2', ...ARRIVAL },
    holder: { nationality: 'FRA', age: 8 },
    steps: [
      { clear: 'closed', says: 'Facts missing' },
      { state: 'unaccompanied', fields: { value: 'yes' } },
      { attention: 'minor' },
      ...NO_BASIS,
    ],
  },
  {
    ...{ id: 'child-mother', title: 'D3.3 a child with a proven mother', ...ARRIVAL },
    holder: { nationality: 'FRA', age: 8 },
    steps: [
      {
        state: 'companion',
        fields: {
          ...{ relation: 'mother', name: 'PERSONA MATER', nationality: 'FRA', birthDate: { days: -14_000 } },
          proof: 'yes',
        },
      },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'child-unproven', title: 'D3.3 a child with somebody whose right is not proven', ...ARRIVAL },
    holder: { nationality: 'FRA', age: 8 },
    steps: [
      {
        state: 'companion',
        fields: {
          ...{ relation: 'authorised', name: 'PERSONA ALTERA', nationality: 'FRA', birthDate: { days: -14_000 } },
          proof: 'no',
        },
      },
      { clear: 'closed' },
      { decide: 'refer' },
    ],
  },
  {
    ...{ id: 'expelled', title: 'D3.3 expelled less than three years ago: ground 5', ...ARRIVAL },
    holder: { nationality: 'GBR' },
    listed: [
      {
        ...{ kind: 'ENTRY_BAN', legalGround: 'Luật 47/2014/QH13, Điều 21 khoản 5 (trục xuất)', fromDaysAgo: 300 },
        ...{ decision: '0788/QĐ-MẪU', toDays: 700 },
      },
    ],
    steps: [{ clear: 'closed' }, { compare: '1' }, { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'told-apart', title: 'D3.5 a listed name told apart with a second person', ...ARRIVAL },
    holder: { nationality: 'GBR' },
    listed: [
      {
        ...{ kind: 'ENTRY_BAN', legalGround: 'Luật 47/2014/QH13, Điều 21 khoản 5 (trục xuất)', fromDaysAgo: 300 },
        ...{ decision: '0787/QĐ-MẪU', toDays: 700 },
      },
    ],
    steps: [{ compare: '2' }, ...CLEARED],
  },
  {
    ...{ id: 'cannot-decide', title: 'D3.5 an officer who cannot decide sends to the second line', ...ARRIVAL },
    holder: { nationality: 'GBR' },
    listed: [{ kind: 'WANTED', decision: 'W-0077' }],
    steps: [{ compare: '3' }, { clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'open-entry', title: 'D3.3 an earlier entry that was never closed', ...ARRIVAL },
    holder: { nationality: 'JPN' },
    before: [{ direction: 'ARRIVAL', daysAgo: 20, stayDays: 45 }],
    steps: [{ clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'stolen', title: 'D3.3 a passport reported stolen', ...ARRIVAL },
    holder: { nationality: 'ITA' },
    listed: [{ kind: 'LOST_STOLEN' }],
    steps: [{ clear: 'closed' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'declared', title: 'D3.3 declared before the journey: the purpose stands there', ...ARRIVAL },
    holder: { nationality: 'KOR' },
    declared: { purpose: 'tourism', address: 'Khách sạn Ví Dụ' },
    steps: [{ shows: 'Tourism' }, ...CLEARED],
  },
  {
    ...{ id: 'refused', title: 'D3.4 refusal proposed, decided by the head of unit at this window', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [{ attention: 'No basis of entry found' }, { propose: 'Không có thị thực', decidedBy: 'head' }],
  },
  {
    ...{ id: 'not-by-supervisor', title: 'D3.4 a supervisor may not decide a refusal', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [{ propose: 'Không có thị thực', decidedBy: 'supervisor' }],
  },
  {
    ...{ id: 'diplomatic', title: 'D3.3 a diplomatic passport under a unilateral exemption', ...ARRIVAL },
    holder: { nationality: 'RUS', documentCode: 'PD' },
    steps: CLEARED,
  },
  {
    ...{ id: 'window', title: 'D3.3 a treaty that counts days in a period: the centre knows of none', ...ARRIVAL },
    holder: { nationality: 'KAZ' },
    steps: CLEARED,
  },
];
