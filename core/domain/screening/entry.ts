/** What an entry of a watchlist is (vocabulary E5), and what a screening answers. */

export const LIST_KINDS = [
  'EXIT_SUSPENSION',
  'ENTRY_BAN',
  'WANTED',
  'LOST_STOLEN',
  'REVOKED',
  'DISCREET',
  'HEALTH',
  'SANCTIONS',
  'OTHER',
] as const;
export type ListKind = (typeof LIST_KINDS)[number];
export type EntryAction = 'STOP' | 'REFER' | 'DISCREET' | 'INFORM';
export type DocumentStatus = 'LOST' | 'STOLEN' | 'REVOKED' | 'SINGLE_USE_SPENT' | 'LISTED';

export interface EntryName {
  readonly surname?: string;
  readonly givenNames?: string;
  readonly full?: string;
  /** The source itself calls this alias weak (UN: low quality): too common or too vague to tell a person by. */
  readonly weak?: boolean;
}

export interface EntryDocument {
  readonly number: string;
  /** ICAO three-letter code. */
  readonly issuer: string;
  readonly kind?: string;
  readonly status?: DocumentStatus;
}

/** One entry of the project's own JSON Lines form. Dates are YYYY, YYYY-MM or YYYY-MM-DD. */
export interface WatchlistEntry {
  readonly id: string;
  readonly names: readonly EntryName[];
  readonly birthDate?: string;
  /** Further dates the source gives for the same person; of a span of years each year. */
  readonly otherBirthDates?: readonly string[];
  /** The source says `about`; then the dates hold years only. */
  readonly birthDateApproximate?: boolean;
  readonly birthPlace?: string;
  readonly sex?: 'M' | 'F' | 'X';
  readonly nationalities?: readonly string[];
  readonly personalNumber?: string;
  readonly documents?: readonly EntryDocument[];
  readonly action?: EntryAction;
  /** 1 (first) to 9: which of several entries is dealt with before the others. */
  readonly priority?: number;
  readonly discreet?: boolean;
  readonly authority?: string;
  readonly decision?: string;
  readonly decisionDate?: string;
  readonly legalGround?: string;
  readonly personInformed?: boolean;
  /** When the authority put the entry on its list. */
  readonly recordedAt?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** What else the authority says, for the officer's eyes. */
  readonly note?: string;
}

/** The person and document that stand at the desk, as far as known. */
export interface ScreeningQuery {
  readonly surname?: string;
  readonly givenNames?: string;
  /** A name that is not parted, instead of the two above. */
  readonly name?: string;
  /** The MRZ name may have been cut: match by prefix. */
  readonly nameTruncated?: boolean;
  /** YYYY, YYYY-MM or YYYY-MM-DD; unknown parts left out. */
  readonly birthDate?: string;
  readonly sex?: 'M' | 'F' | 'X';
  readonly nationality?: string;
  readonly personalNumber?: string;
  readonly documentNumber?: string;
  readonly issuer?: string;
  /** The day of judgement in the gate's own time, YYYY-MM-DD: entries outside their validity do not match. */
  readonly on: string;
  /** What the site decides: a name alone may be a hit where the birth dates are wholly different. */
  readonly nameAlone?: boolean;
}

export type MatchClass = 'CERTAIN' | 'PROBABLE' | 'POSSIBLE';

/** Why an entry was found: a code that the screen turns into a sentence, and its share of the score. */
export type MatchReasonCode =
  | 'PERSONAL_NUMBER_EQUAL'
  | 'DOCUMENT_EQUAL'
  /** Equal but for signs that are taken for one another, such as O and 0. */
  | 'DOCUMENT_SIMILAR'
  | 'NAME_EQUAL'
  | 'NAME_EQUAL_WITHOUT_MARKS'
  | 'NAME_REORDERED'
  | 'NAME_TRANSLITERATED'
  | 'NAME_SIMILAR'
  | 'NAME_PART_MISSING'
  | 'NAME_TRUNCATED'
  | 'NAME_OTHER_SCRIPT'
  | 'NAME_COMMON'
  | 'NAME_WEAK'
  | 'NAME_PART_EQUAL'
  | 'NAME_PART_TRANSLITERATED'
  | 'NAME_PART_MISSPELT'
  | 'NAME_PART_SOUNDS_ALIKE'
  | 'NAME_PART_SHORT_FORM'
  | 'NAME_PART_INITIAL'
  | 'NAME_PART_CUT'
  | 'NAME_PART_JOINED'
  | 'NAME_PART_ONLY_PERSON'
  | 'NAME_PART_ONLY_ENTRY'
  | 'NAME_PART_CONTRADICTS'
  | 'BIRTH_DATE_EQUAL'
  | 'BIRTH_DATE_PARTIAL'
  | 'BIRTH_DATE_SWAPPED'
  | 'BIRTH_DATE_NEAR'
  | 'BIRTH_DATE_DIFFERENT'
  | 'BIRTH_DATE_UNKNOWN'
  | 'SEX_EQUAL'
  | 'SEX_DIFFERENT'
  | 'NATIONALITY_EQUAL'
  | 'NATIONALITY_DIFFERENT';

export interface MatchReason {
  readonly code: MatchReasonCode;
  /** Points of 100, negative where it speaks against. */
  readonly points: number;
  /** What met: the traveller's form and the entry's form, for the field-by-field view. */
  readonly person?: string;
  readonly entry?: string;
}

export interface Hit {
  readonly entry: WatchlistEntry;
  readonly list: string;
  readonly listKind: ListKind;
  readonly listVersion: string;
  readonly matchClass: MatchClass;
  /** 0 to 100. */
  readonly score: number;
  /** The limit that made it a hit. */
  readonly threshold: number;
  readonly why: readonly MatchReason[];
}
