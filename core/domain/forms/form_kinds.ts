/** The papers that the booth makes of refusals, overstays and clearances. */
export const CASE_PAPERS = [
  'refusal',
  'exit-not-permitted',
  'overstay-minutes',
  'stay-calculation',
  'permitted-until',
  'receipt',
  'not-paid',
] as const;
export type CasePaper = (typeof CASE_PAPERS)[number];
/** The papers of incidents and shifts. */
export type FormKind = CasePaper | 'incident-daily' | 'incident-special' | 'shift-report';

/** A language by its code (ISO 639-1). A paper is there in Vietnamese and English; one for travellers in more. */
export type FormLanguage = string;
