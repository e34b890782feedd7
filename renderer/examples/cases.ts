import type { FactsView } from '../../contract/facts_view.ts';
import type { CheckView, ClearanceView, DecisionView, DocumentView } from '../../contract/lane_view.ts';
import { CHECK_IDS, MANDATORY_CHECKS, type ReasonCode } from '../../core/domain/clearance/check.ts';
import { NO_FACTS, type TravelFacts } from '../../core/domain/clearance/travel_facts.ts';
import { NOW } from './base_views.ts';

/** An invented citizen. */
export const CITIZEN: DocumentView = {
  format: 'TD3',
  lines: ['PNVNMNGUYEN<<THI<VI<DU<<<<<<<<<<<<<<<<<<<<<<', 'X0000001<4VNM8903141F3109029001189000017<<12'],
  typedIn: false,
  documentCode: 'PN',
  issuer: 'VNM',
  number: 'X0000001',
  surname: 'NGUYEN',
  givenNames: 'THI VI DU',
  nameTruncated: false,
  nationality: 'VNM',
  birthDate: '1989-03-14',
  age: [37, 37],
  centuryUncertain: false,
  sex: 'F',
  expiryDate: '2031-09-02',
  personalNumber: '001189000017',
  citizen: true,
  problems: [],
  corrections: [],
};

/** An invented traveller from abroad. */
export const FOREIGNER: DocumentView = {
  ...CITIZEN,
  lines: ['P<FRAEXEMPLE<<CLAIRE<<<<<<<<<<<<<<<<<<<<<<<<', '12AB345671FRA9001019F3101012<<<<<<<<<<<<<<<6'],
  documentCode: 'P<',
  issuer: 'FRA',
  number: '12AB34567',
  surname: 'EXEMPLE',
  givenNames: 'CLAIRE',
  nationality: 'FRA',
  birthDate: '1990-01-01',
  age: [36, 36],
  expiryDate: '2031-01-01',
  personalNumber: null,
  citizen: false,
};

/** A name that fills all 39 places of the MRZ, cut by it. */
export const LONG_NAME: DocumentView = {
  ...CITIZEN,
  lines: ['P<LKAWICKRAMASINGHE<ARACHCHIGE<<SAMPLE<PERER', 'N7654321<5LKA6802295M3101012<<<<<<<<<<<<<<<8'],
  documentCode: 'P<',
  issuer: 'LKA',
  number: 'N7654321',
  surname: 'WICKRAMASINGHE ARACHCHIGE',
  givenNames: 'SAMPLE PERERWMWMW',
  nameTruncated: true,
  nationality: 'LKA',
  birthDate: '1968-02-29',
  age: [58, 58],
  sex: 'M',
  expiryDate: '2031-01-01',
  personalNumber: null,
  citizen: false,
};

const OPEN: DecisionView = { open: true, why: [], check: null, remaining: 0 };
export const shut = (why: DecisionView['why'][number], more: Partial<DecisionView> = {}): DecisionView => ({
  open: false,
  why: [why],
  check: null,
  remaining: 0,
  ...more,
});

const NOT_MADE: Partial<Record<CheckView['check'], ReasonCode>> = {
  OPTICAL: 'OPTICAL_NO_DEVICE',
  CHIP_ACCESS: 'CHIP_NO_READER',
  ISSUER_SIGNATURE: 'CHIP_NO_READER',
  CLONE: 'CHIP_NO_READER',
  DG1_EQUALS_MRZ: 'CHIP_NO_READER',
  FACE: 'BIO_NO_DEVICE',
  FINGERPRINTS: 'BIO_NO_DEVICE',
  PERSONAL_NUMBER: 'SOURCE_NOT_CONNECTED',
  COMPANION: 'NOT_NEEDED',
  CENTRAL_LISTS: 'SOURCE_NOT_CONNECTED',
  PAIRING: 'SOURCE_NOT_CONNECTED',
  ENTRY_CONDITIONS: 'RULES_NOT_INSTALLED',
};

function checkOf(check: CheckView['check'], changed: Partial<CheckView>): CheckView {
  const reason = NOT_MADE[check] ?? null;
  const asksLists = check === 'LOST_REVOKED' || check === 'LOCAL_LISTS';
  return {
    check,
    state: reason === null ? 'PASSED' : 'NOT_PERFORMED',
    reason,
    severity: 'NONE',
    mandatory: MANDATORY_CHECKS.includes(check),
    source: check === 'CENTRAL_LISTS' ? 'CENTRAL' : 'LOCAL',
    dataVersion: asksLists ? 'wanted@48211 entry-ban@48211' : null,
    durationMs: 7,
    dataAgeMs: asksLists ? 240_000 : null,
    ...changed,
  };
}

export type ChangedChecks = Partial<Record<CheckView['check'], Partial<CheckView>>>;

const shown = ({ orders: _orders, ...travel }: TravelFacts) => structuredClone(travel) as unknown as FactsView;
/** A journey of which nothing is known. */
export const NO_FACTS_SHOWN: FactsView = shown(NO_FACTS);

/** A case whose checks have all passed or could not be made, with the named ones changed. */
export function caseOf(
  document: DocumentView,
  changed: ChangedChecks = {},
  more: Partial<ClearanceView> = {},
): ClearanceView {
  return {
    id: '7b0c6c1e-52a4-4c8e-9c55-3f2f0b5f8a10',
    recordNumber: 'A07-000412',
    phase: 'REVIEW',
    direction: 'ARRIVAL',
    openedAt: NOW - 19_000,
    resumed: false,
    document,
    checks: CHECK_IDS.map((check) => checkOf(check, changed[check] ?? {})),
    checksTookMs: 900,
    hits: [],
    openPoints: [],
    decisions: {
      clear: OPEN,
      refer: OPEN,
      proposeRefusal: document.citizen ? shut('NOT_FOR_CITIZENS') : OPEN,
      abandon: OPEN,
    },
    law: null,
    overstay: null,
    facts: NO_FACTS_SHOWN,
    evidence: ['DOCUMENT', 'CHECKS'],
    demands: [],
    notes: [],
    history: [{ at: NOW - 14 * 86_400_000, direction: 'DEPARTURE', outcome: 'CLEARED' }],
    ...more,
  };
}

/** A case that one check without an answer keeps closed. */
export function undeterminedCase(document: DocumentView, check: CheckView['check'], reason: ReasonCode): ClearanceView {
  const plain = caseOf(document, { [check]: { state: 'UNDETERMINED', reason, severity: 'TO_RESOLVE' } });
  return {
    ...plain,
    openPoints: [{ check, severity: 'TO_RESOLVE', reason }],
    decisions: { ...plain.decisions, clear: shut('CHECK_UNDETERMINED', { check }) },
  };
}

/** A case that one failed check keeps closed. */
export function failedCase(document: DocumentView, check: CheckView['check'], reason: ReasonCode): ClearanceView {
  const plain = caseOf(document, { [check]: { state: 'FAILED', reason, severity: 'BLOCKING' } });
  return {
    ...plain,
    openPoints: [{ check, severity: 'BLOCKING', reason }],
    decisions: { ...plain.decisions, clear: shut('CHECK_FAILED', { check }) },
  };
}
