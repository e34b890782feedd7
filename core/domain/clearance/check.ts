import { LEGAL_REASONS } from '../entry/outcome.ts';

/** The sixteen checks of a clearance, in four fixed groups: their place on the screen never moves. */

export const CHECK_GROUPS = {
  DOCUMENT: ['MRZ_CHECK_DIGITS', 'VALIDITY', 'LOST_REVOKED', 'OPTICAL'],
  CHIP: ['CHIP_ACCESS', 'ISSUER_SIGNATURE', 'CLONE', 'DG1_EQUALS_MRZ'],
  PERSON: ['FACE', 'FINGERPRINTS', 'PERSONAL_NUMBER', 'COMPANION'],
  LISTS_AND_LAW: ['LOCAL_LISTS', 'CENTRAL_LISTS', 'PAIRING', 'ENTRY_CONDITIONS'],
} as const;

export type CheckGroup = keyof typeof CHECK_GROUPS;
export type CheckId = (typeof CHECK_GROUPS)[CheckGroup][number];
export const CHECK_IDS: readonly CheckId[] = Object.values(CHECK_GROUPS).flat();

/** The only words for the result of a check (domain vocabulary E2). */
export type CheckResult = 'PASSED' | 'FAILED' | 'UNDETERMINED' | 'NOT_SUPPORTED' | 'NOT_PERFORMED' | 'ABORTED';

/** Where the answer came from. */
export type CheckSource = 'LOCAL' | 'CENTRAL' | 'DEVICE';

/** How much a result asks of the officer; never replaces the result. */
export type Severity = 'NONE' | 'INFORMATION' | 'TO_RESOLVE' | 'BLOCKING';

/** Stable codes of reasons (vocabulary E3), those of the law among them; the sentences live in resources/locales. */
export const REASON_CODES = [
  'DOC_CHECKDIGIT',
  'DOC_MRZ_INVALID',
  'DOC_SPECIMEN',
  'DOC_CODE_UNKNOWN',
  'DOC_KIND_NOT_TRAVEL',
  'DOC_EXPIRY_UNREADABLE',
  'DOC_LOST_STOLEN',
  'DOC_NUMBER_SIMILAR',
  'DOC_CORRECTION_PROPOSED',
  'DOC_TYPED_IN',
  'CHIP_NO_READER',
  'BIO_NO_DEVICE',
  'OPTICAL_NO_DEVICE',
  'LIST_HIT_CERTAIN',
  'LIST_HIT_PROBABLE',
  'LIST_HIT_POSSIBLE',
  'LIST_EXCLUDED',
  'LIST_EXCLUDED_EARLIER',
  'LIST_COPY_AGED',
  'LIST_PREPARING',
  'LIST_COPY_EXPIRED',
  'LIST_NONE_LOADED',
  'LIST_DAMAGED',
  'SOURCE_NOT_CONNECTED',
  'SOURCE_OFFLINE',
  'SOURCE_TIMEOUT',
  'RULES_NOT_INSTALLED',
  'LEGAL_OVERSTAY_SETTLED',
  'LEGAL_DESTINATION_TO_ASK',
  'FACTS_MISSING',
  'COMPANION_UNPROVEN',
  'MOVE_NO_EXIT',
  'MOVE_DOCUMENT_CHANGED',
  'MOVE_USED_TWICE',
  'NOT_NEEDED',
  'OFFICER_DOUBT',
  'OFFICER_IDENTITY',
  'OFFICER_QUESTION',
  'OFFICER_OTHER',
  'TRAVELLER_LEFT',
  'WRONG_DOCUMENT_LAID',
  ...LEGAL_REASONS,
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One line of a verdict, as it is recorded and shown. Never a lone boolean. */
export interface CheckOutcome {
  readonly check: CheckId;
  readonly result: CheckResult;
  readonly reason: ReasonCode | null;
  readonly severity: Severity;
  readonly source: CheckSource;
  /** The version of every list or rule set the result was judged by, or null when none was. */
  readonly dataVersion: string | null;
  readonly durationMs: number;
}

/** Checks that must have a final result before a clearance may be decided in the normal posture. */
export const MANDATORY_CHECKS: readonly CheckId[] = [
  'MRZ_CHECK_DIGITS',
  'VALIDITY',
  'LOST_REVOKED',
  'LOCAL_LISTS',
  'ENTRY_CONDITIONS',
];
