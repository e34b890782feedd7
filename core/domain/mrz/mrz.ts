/** Shapes of a machine readable zone (ICAO Doc 9303 parts 3 to 7). Everything here is data; nothing trusts it. */

export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B' | 'FRA-ID-1988';

/** The result of one check digit: `absent` = filler over an empty field, `filler` = no digit over data where the layout allows it. */
export type CheckWord = 'ok' | 'bad' | 'absent' | 'filler';

export type MrzCheckName = 'documentNumber' | 'birthDate' | 'expiryDate' | 'optionalData' | 'composite';

export type MrzFieldName =
  | 'documentCode'
  | 'issuer'
  | 'documentNumber'
  | 'nationality'
  | 'birthDate'
  | 'sex'
  | 'expiryDate'
  | 'optionalData'
  | 'optionalData1'
  | 'optionalData2'
  | 'surname'
  | 'givenNames'
  | 'departmentOfIssue'
  | 'officeOfIssue';

/**
 * Raw values. Dates and sex as they stand (YYMMDD with `<` for unknown parts, `<` for an unspecified sex); elsewhere
 * end fillers are taken off; the components of names are parted by one blank.
 */
export type MrzFields = Partial<Record<MrzFieldName, string>> & {
  /** The document number ran into the optional data (9303-5 4.2.2, 9303-6 4.2.2). */
  longDocumentNumber?: boolean;
  /** Its check digit was counted over the filler too (the Portuguese way). */
  checkOverFiller?: boolean;
};

export type MrzProblemCode =
  | 'FORMAT_UNKNOWN'
  | 'LINE_COUNT'
  | 'LINE_LENGTH'
  | 'CHARSET'
  | 'FIELD_CHARSET'
  | 'FIELD_EMPTY'
  | 'CHECK_DIGIT'
  | 'CHECK_DIGIT_MISSING'
  | 'DATE_IMPOSSIBLE'
  | 'CODE_UNKNOWN'
  | 'CODE_DEPRECATED'
  | 'CODE_NON_STANDARD'
  | 'SPECIMEN'
  | 'DOCUMENT_CODE_UNKNOWN'
  | 'NAME_TRUNCATED';

/** `error` makes the MRZ invalid; `warning` is shown and recorded; `specimen` never clears. */
export interface MrzProblem {
  readonly code: MrzProblemCode;
  readonly severity: 'error' | 'warning';
  readonly field: MrzFieldName | MrzCheckName | null;
  /** 0-based line and column where it begins, when it has a place. */
  readonly line: number | null;
  readonly column: number | null;
}

/**
 * A reading that a check digit confirms after OCR look-alikes were swapped. Never applied silently.
 * `read` are the characters of the line from `column` on, the field with its check digit, and `proposed`, of the same
 * length, what they may be. Where several readings satisfy the check digit each is a candidate of its own.
 */
export interface MrzCorrection {
  readonly field: MrzFieldName | 'composite';
  readonly line: number;
  readonly column: number;
  readonly read: string;
  readonly proposed: string;
}

/** A date whose parts may be unknown. `month` and `day` are null when the MRZ holds fillers. */
export interface MrzDate {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/** The outcome of parsing: always an object, never a throw; `problems` holds every one, in reading order. */
export interface ParsedMrz {
  readonly format: MrzFormat | null;
  readonly lines: readonly string[];
  readonly valid: boolean;
  readonly fields: MrzFields;
  readonly checks: Partial<Record<MrzCheckName, CheckWord>>;
  readonly problems: readonly MrzProblem[];
  readonly corrections: readonly MrzCorrection[];
  /** The name may have been cut: match its components by prefix (9303-3 4.6). */
  readonly nameTruncated: boolean;
}
