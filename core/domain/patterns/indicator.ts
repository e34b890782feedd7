/**
 * What may be seen early (vocabulary D3.5 and D3.9): each is a reason to ask, in the second line alone, and never a ground of
 * refusal. None of the nine grounds of Law 47/2014/QH13 Art 21 is one of these.
 */
export const INDICATOR_CODES = [
  'SHARED_SPONSOR',
  'SHARED_PHONE',
  'SHARED_ADDRESS',
  'SHARED_GROUP',
  'SHARED_COMPANION',
  'MANY_FIRST_ENTRIES',
  'MIXED_NATIONALITIES_PHONE',
  'MIXED_NATIONALITIES_ADDRESS',
  'SAME_DAY_RETURNS',
  'DOCUMENT_CHANGED',
  'DOCUMENT_OF_TWO',
  'IMPOSSIBLE_ITINERARY',
  'CHILD_LEFT_BEHIND',
] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/** What one crossing shows as evidence. */
export const EVIDENCE_KINDS = [
  'REFUSED',
  'LISTED',
  'OVERSTAYED',
  'FIRST_ENTRY',
  'ENTERED',
  'LEFT',
  'OTHER_DOCUMENT',
  'OTHER_PERSON',
  'CAME_WITH_CHILD',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One crossing that speaks for an indicator; `crossing` is the store's own number of it. */
export interface EvidenceFound {
  readonly crossing: number;
  readonly what: EvidenceKind;
}

/** An indicator as the scoring finds it. */
export interface IndicatorFound {
  readonly code: IndicatorCode;
  /** 0 to 1; how far the numbers lie beyond what is common. No probability. */
  readonly strength: number;
  /** Newest first. */
  readonly evidence: readonly EvidenceFound[];
  /** What the sentence counts, such as persons and days. */
  readonly values: Readonly<Record<string, number>>;
}
