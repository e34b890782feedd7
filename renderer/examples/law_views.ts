import type { OverstayFileView } from '../../contract/decisions_view.ts';
import type { FactsView } from '../../contract/facts_view.ts';
import type { LawView } from '../../contract/law_view.ts';
import { BASIS_KINDS } from '../../core/domain/entry/explanation.ts';
import { NOW } from './base_views.ts';
import { NO_FACTS_SHOWN } from './cases.ts';

type Step = LawView['bases'][number];

const step = (kind: Step['kind'], changed: Partial<Step> = {}): Step => ({
  kind,
  answer: 'NOT_TRIED',
  reason: null,
  missing: null,
  values: {},
  ...changed,
});

/** The ladder with the named rungs changed; all others were not tried. */
export const ladder = (changed: Partial<Record<Step['kind'], Partial<Step>>>): LawView['bases'] =>
  BASIS_KINDS.map((kind) => step(kind, changed[kind]));

/** A law that holds nothing against anybody. */
export const LAW: LawView = {
  outcome: 'clear',
  reasons: [],
  legalBasis: ['Law 47/2014/QH13, Art. 20', 'Law 47/2014/QH13, Art. 31'],
  ruleIds: ['visa.general'],
  missingFacts: [],
  decider: null,
  bases: [],
  stay: null,
  overstay: null,
  pairing: { state: 'FIRST', since: null, documentChanged: false, identityChanged: false, usedTwice: false },
  rules: { version: '2026.11.1', signedBy: 'Unit 0200' },
  durationMs: 0.4,
};

const NOTHING = { answer: 'NOT_MET', reason: 'NOTHING_PRESENTED' } as const;

/** An electronic visa that ends before the longest stay does. */
export const VISA_LAW: LawView = {
  ...LAW,
  bases: ladder({ CARD: NOTHING, VISA: { answer: 'APPLIES', values: { number: 'E1234567', symbol: 'DL' } } }),
  stay: {
    lines: [
      { what: 'VISA_END', from: '2026-11-01', days: null, until: '2027-01-06', decides: true },
      { what: 'DAYS', from: '2026-11-22', days: 90, until: '2027-02-19', decides: false },
    ],
    until: '2027-01-06',
    days: 46,
    entryDayCounts: true,
  },
};

/** An exemption, counted by days alone. */
export const EXEMPT_LAW: LawView = {
  ...LAW,
  bases: ladder({
    CARD: NOTHING,
    VISA: NOTHING,
    TREATY: { answer: 'NOT_MET', reason: 'NOT_ON_LIST' },
    UNILATERAL: { answer: 'APPLIES', values: { days: 45 } },
  }),
  stay: {
    lines: [{ what: 'DAYS', from: '2026-11-22', days: 45, until: '2027-01-05', decides: true }],
    until: '2027-01-05',
    days: 45,
    entryDayCounts: true,
  },
};

/** Every basis tried, none met: a single e-visa that was used. */
export const NO_BASIS_LAW: LawView = {
  ...LAW,
  outcome: 'propose-refusal',
  reasons: ['LEGAL_VISA_USED'],
  ruleIds: ['evisa.general', 'refusal.1'],
  decider: 'HEAD_OF_UNIT',
  bases: ladder({
    CARD: NOTHING,
    VISA: { answer: 'NOT_MET', reason: 'LEGAL_VISA_USED', values: { lastUsed: '2026-11-03' } },
    TREATY: { answer: 'NOT_MET', reason: 'NOT_ON_LIST' },
    UNILATERAL: { answer: 'NOT_MET', reason: 'NOT_ON_LIST' },
    ZONE: NOTHING,
    ABTC: NOTHING,
    TRANSIT: NOTHING,
    VISA_AT_GATE: NOTHING,
  }),
};

/** Nothing is known of the paper a foreigner enters on. */
export const MISSING_LAW: LawView = {
  ...LAW,
  outcome: 'refer',
  missingFacts: ['basis.evisa.gate', 'basis.exemption.purpose'],
  bases: ladder({
    CARD: NOTHING,
    VISA: { answer: 'UNKNOWN', missing: 'basis.evisa.gate', values: { number: 'E1234567' } },
    TREATY: { answer: 'NOT_MET', reason: 'NOT_ON_LIST' },
    UNILATERAL: { answer: 'UNKNOWN', missing: 'basis.exemption.purpose' },
  }),
};

/** Thirty-seven days over, of forty-five granted, one number a line. */
const OVERSTAY: NonNullable<LawView['overstay']> = {
  entered: '2026-09-02',
  entry: { gate: 'Mẫu 1', recordNumber: 'A03-088120' },
  grantedDays: 45,
  until: '2026-10-16',
  extendedFrom: null,
  departure: '2026-11-22',
  daysOver: 37,
  spans: [
    { from: '2026-10-17', to: '2026-10-31', days: 15 },
    { from: '2026-11-01', to: '2026-11-22', days: 22 },
  ],
  tier: 3,
  tiers: [
    { tier: 1, fromDays: 1, fromMonths: null, fineVndMillion: [0.5, 2], expulsionPossible: false },
    { tier: 2, fromDays: 16, fromMonths: null, fineVndMillion: [5, 10], expulsionPossible: true },
    { tier: 3, fromDays: 30, fromMonths: null, fineVndMillion: [10, 15], expulsionPossible: true },
    { tier: 4, fromDays: 60, fromMonths: null, fineVndMillion: [15, 20], expulsionPossible: true },
    { tier: 5, fromDays: 90, fromMonths: null, fineVndMillion: [20, 25], expulsionPossible: true },
    { tier: 6, fromDays: null, fromMonths: 6, fineVndMillion: [25, 30], expulsionPossible: true },
    { tier: 7, fromDays: null, fromMonths: 12, fineVndMillion: [30, 40], expulsionPossible: true },
  ],
  decree: { act: 'Decree 282/2025', from: '2025-12-15' },
};

/** What the law says of it. */
export const OVERSTAY_LAW: LawView = {
  ...LAW,
  outcome: 'overstay-procedure',
  reasons: ['LEGAL_OVERSTAY'],
  ruleIds: ['overstay.282.3'],
  pairing: { ...LAW.pairing, state: 'PAIRED', since: '2026-09-02' },
  overstay: OVERSTAY,
};

/** Its file, just opened. */
export const OVERSTAY_FILE: OverstayFileView = {
  id: '3f0e8a52-1c8a-4d5b-9d53-0a4f6d0d2b11',
  number: 'QH-2026-000017',
  clearance: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a10',
  recordNumber: 'A07-000412',
  stage: 'OPEN',
  late: false,
  holder: {
    name: 'EXEMPLE CLAIRE',
    nationality: 'FRA',
    birthDate: '1990-01-01',
    sex: 'F',
    documentNumber: '12AB34567',
    issuer: 'FRA',
    expiryDate: '2031-01-01',
  },
  explained: OVERSTAY,
  decider: 'HEAD_OF_UNIT',
  opened: { by: '0412', at: NOW },
  measure: null,
  minutes: null,
  payment: null,
  closed: null,
  ended: null,
  forms: [],
};

/** Two days over: settled at the counter. */
export const SHORT_OVERSTAY_LAW: LawView = {
  ...OVERSTAY_LAW,
  overstay: {
    ...OVERSTAY,
    until: '2026-11-20',
    grantedDays: 80,
    daysOver: 2,
    tier: 1,
    spans: [{ from: '2026-11-21', to: '2026-11-22', days: 2 }],
  },
};

const from = <S extends FactsView['sources'][number]['source']>(
  source: S,
  state: FactsView['sources'][number]['state'] = 'CENTRAL',
) => ({
  source,
  state,
  asOf: state === 'LOCAL' ? NOW - 3_600_000 : null,
  tookMs: state === 'TIMEOUT' ? 5000 : 800,
});

const given = <T>(value: T, source: NonNullable<FactsView['purpose']>['source'], ago = 600_000) => ({
  value,
  source,
  at: NOW - ago,
  by: source === 'OFFICER' ? '0412' : null,
});

export const VISA = {
  kind: 'EVISA',
  number: 'E1234567',
  symbol: 'DL',
  validFrom: '2026-11-01',
  validTo: '2027-01-06',
  entries: 'single',
  usedEntries: 0,
  lastUsed: null,
  gateListed: true,
  forged: false,
  holderMatches: true,
} as const;

/** A journey of which everything is known. */
export const JOURNEY: FactsView = {
  ...NO_FACTS_SHOWN,
  visas: [given(VISA, 'VISA_REGISTER')],
  purpose: given('tourism', 'DECLARATION'),
  address: given('Khách sạn Ví Dụ, phường Mẫu', 'DECLARATION'),
  flight: given({ number: 'XZ417', day: '2026-11-22', seat: '31A' }, 'PASSENGER_LIST'),
  declaration: given(
    {
      code: 'PAI-000123',
      filedAt: NOW - 86_400_000,
      purpose: 'tourism',
      address: 'Khách sạn Ví Dụ, phường Mẫu',
      flight: 'XZ417',
      plannedDeparture: '2026-12-04',
      phone: null,
      sponsor: null,
      differing: [],
    },
    'DECLARATION',
  ),
  expected: given('EXPECTED', 'PASSENGER_LIST'),
  movements: [
    {
      direction: 'departure',
      date: '2025-03-02',
      documentNumber: '12AB34567',
      sameDocument: true,
      stayUntil: null,
      ...{ gate: 'Mẫu 1', recordNumber: null, visaNumber: null, differing: [], source: 'CENTRAL' as const },
    },
    {
      direction: 'arrival',
      date: '2025-02-20',
      documentNumber: '12AB34567',
      sameDocument: true,
      stayUntil: '2025-03-20',
      ...{ gate: 'Mẫu 1', recordNumber: null, visaNumber: null, differing: [], source: 'CENTRAL' as const },
    },
  ],
  sources: [from('VISAS'), from('MOVEMENTS'), from('DECLARATIONS'), from('PASSENGERS')],
};

/** The same journey as far as a booth alone can know it, told otherwise by the officer. */
export const DOUBTFUL_JOURNEY: FactsView = {
  ...JOURNEY,
  // The booth saw the crossings itself; the centre has another stay for one of them.
  movements: JOURNEY.movements.map((one) => ({
    ...one,
    source: 'LOCAL' as const,
    differing: one.stayUntil === null ? [] : [{ field: 'stayUntil' as const, central: '2025-03-06' }],
  })),
  purpose: given('business', 'OFFICER', 30_000),
  sourced: { purpose: given('tourism', 'DECLARATION') },
  address: given(
    'Nhà khách Ví Dụ rất dài của một đơn vị mẫu, số 123 đường Ví Dụ, phường Mẫu, thành phố Ví Dụ',
    'OFFICER',
    30_000,
  ),
  declaration:
    JOURNEY.declaration === null
      ? null
      : { ...JOURNEY.declaration, value: { ...JOURNEY.declaration.value, differing: ['BIRTH_DATE'] } },
  expected: given('UNEXPECTED', 'PASSENGER_LIST'),
  companions: [
    given(
      {
        relation: 'mother',
        name: 'WICKRAMASINGHE ARACHCHIGE SAMPLE PERERA',
        nationality: 'LKA',
        birthDate: '1988-02-01',
        documentNumber: null,
        proof: false,
      },
      'OFFICER',
    ),
  ],
  sources: [
    from('VISAS', 'TIMEOUT'),
    from('MOVEMENTS', 'LOCAL'),
    from('DECLARATIONS', 'NOT_CONNECTED'),
    from('PASSENGERS', 'OFFLINE'),
  ],
};
