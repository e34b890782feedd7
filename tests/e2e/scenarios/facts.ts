import type { Listed, Scenario, Step } from './scenario.ts';

const ARRIVAL = { direction: 'ARRIVAL' } as const;
const DEPARTURE = { direction: 'DEPARTURE' } as const;
const CLEARED: readonly Step[] = [{ clear: 'open' }, { decide: 'clear' }];
const REFERRED: readonly Step[] = [{ clear: 'closed' }, { decide: 'refer' }];
const suspended: readonly Listed[] = [
  {
    ...{ kind: 'EXIT_SUSPENSION', legalGround: 'Luật 49/2019/QH14, Điều 36, nhóm 4', fromDaysAgo: 100 },
    ...{ decision: '0555/QĐ-MẪU', toDays: 200, informed: true },
  },
];
const came = (daysAgo: number, stayDays = 45) => [{ direction: 'ARRIVAL', daysAgo, stayDays } as const];

/** Facts of which the other scenarios say nothing: each from its own source, and what the law makes of it. */
export const FACTS: readonly Scenario[] = [
  {
    ...{ id: 'at-gate', title: 'D3.3 a visa granted here, for which the head of unit stands', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [
      { clear: 'closed' },
      {
        state: 'visaAtGate',
        fields: {
          ...{ case: 'relatives', reply: '0119/QLXNC-MẪU', number: 'VG900', symbol: 'VR', entries: 'single' },
          ...{ validTo: { days: 20 }, receipt: 'BL-0031' },
        },
        by: 'head',
      },
      { attention: 'Stay permitted until' },
      { shows: 'Visa at the gate' },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'permitted', title: 'D3.2 a suspended exit that a special permission opens', ...DEPARTURE },
    holder: { nationality: 'VNM' },
    listed: suspended,
    steps: [
      { compare: '1' },
      { clear: 'closed' },
      {
        state: 'permission',
        fields: { number: 'CP-900', issuer: 'Đơn vị Mẫu', decision: '0555/QĐ-MẪU', until: { days: 3 } },
        by: 'supervisor',
      },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'escorted', title: 'D3.9 a suspended foreigner under escort goes on by the second line', ...DEPARTURE },
    holder: { nationality: 'SWE' },
    before: came(10),
    listed: suspended.map((one) => ({ ...one, legalGround: 'Luật 47/2014/QH13, Điều 28, nhóm 1' })),
    steps: [{ compare: '1' }, { state: 'escort', fields: { value: 'yes' } }, ...REFERRED],
  },
  {
    ...{ id: 'two-passports', title: 'D3.1 a citizen with a second passport comes home on one of them', ...ARRIVAL },
    holder: { nationality: 'VNM' },
    steps: [
      { state: 'secondDocument', fields: { kind: 'ordinary-passport', issuer: 'FRA', expires: { days: 900 } } },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'replaced', title: 'D3.2 nobody leaves on a passport that a newer one replaced', ...DEPARTURE },
    holder: { nationality: 'VNM' },
    steps: [{ state: 'replacedBy', fields: { value: 'X7654321' } }, ...REFERRED],
  },
  {
    ...{ id: 'single-use', title: 'D3.2 a simplified passport that was used once', ...DEPARTURE },
    holder: { nationality: 'VNM' },
    before: came(3),
    steps: [
      { state: 'documentKind', fields: { value: 'simplified-passport' } },
      { clear: 'closed', says: 'may not leave' },
      // Issued before the rule began: whether it reaches back is an open point, and the setting says that it does not.
      { state: 'documentIssued', fields: { value: { days: -400 } } },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'dangerous', title: 'D3.3 an illness of the law’s kind: ground 4', ...ARRIVAL },
    holder: { nationality: 'FRA' },
    steps: [
      { state: 'health', fields: { value: 'dangerous' } },
      { clear: 'closed' },
      { refuse: 'open' },
      { decide: 'leave' },
    ],
  },
  {
    ...{ id: 'zone', title: 'D3.3 straight to an island zone, and not beyond it', ...ARRIVAL },
    holder: { nationality: 'AUS' },
    steps: [
      { clear: 'closed' },
      { state: 'zone', fields: { kind: 'coastal-zone', route: 'direct' } },
      { attention: '30 days' },
      { state: 'zone', fields: { kind: 'coastal-zone', route: 'leaves' } },
      { clear: 'closed' },
      { decide: 'leave' },
    ],
  },
  {
    ...{ id: 'register-card', title: 'D3.3 the register has the residence card: nobody types it', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    card: { kind: 'TRC', toDays: 200 },
    steps: [{ shows: 'Residence card' }, ...CLEARED],
  },
  {
    ...{ id: 'register-card-over', title: 'D3.3 the residence card of the register is over', ...ARRIVAL },
    holder: { nationality: 'CAN' },
    card: { kind: 'TRC', toDays: -2 },
    steps: [{ clear: 'closed' }, { refuse: 'open' }, { decide: 'leave' }],
  },
  {
    ...{ id: 'register-resident', title: 'D3.9 a resident of the register leaves', ...DEPARTURE },
    holder: { nationality: 'CAN' },
    card: { kind: 'PRC', toDays: 2000 },
    steps: CLEARED,
  },
  {
    ...{
      id: 'family',
      title: 'D3.3 a child of a declared family: the adult is named, and proven by papers',
      ...ARRIVAL,
    },
    holder: { nationality: 'FRA', age: 8 },
    declared: { purpose: 'tourism', address: 'Khách sạn Mẫu', along: 'MATER' },
    steps: [
      { clear: 'closed', says: 'Facts missing' },
      { shows: 'Travels along' },
      {
        state: 'companion',
        fields: {
          ...{ relation: 'mother', name: 'PERSONA MATER', nationality: 'FRA', birthDate: '04/03/1985' },
          proof: 'yes',
        },
      },
      ...CLEARED,
    ],
  },
  {
    ...{ id: 'no-exit', title: 'D3.1 a citizen comes home twice without an exit between', ...ARRIVAL },
    holder: { nationality: 'VNM' },
    before: came(20),
    steps: [{ shows: 'No exit between two entries' }, ...CLEARED],
  },
  {
    ...{ id: 'other-passport', title: 'D3.9 came on another passport: paired by the person', ...DEPARTURE },
    holder: { nationality: 'FRA' },
    before: [{ direction: 'ARRIVAL', daysAgo: 9, stayDays: 45, on: 'older-passport' }],
    steps: [{ shows: 'document changed since' }, ...CLEARED],
  },
  {
    ...{ id: 'other-name', title: 'D3.9 the same passport crossed under another name', ...DEPARTURE },
    holder: { nationality: 'FRA' },
    before: [{ direction: 'ARRIVAL', daysAgo: 9, stayDays: 45, on: 'other-name' }],
    steps: [{ shows: 'Identity changed since the last crossing' }, { decide: 'refer' }],
  },
  {
    ...{ id: 'used-twice', title: 'D3.2 the same passport again, moments after its exit', ...DEPARTURE },
    holder: { nationality: 'VNM' },
    steps: [...CLEARED, { again: true }, { shows: 'The same document was used moments ago' }, { decide: 'refer' }],
  },
];
