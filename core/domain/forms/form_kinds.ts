/** The papers that the booth makes. */
export const FORM_KINDS = [
  'refusal',
  'exit-not-permitted',
  'overstay-minutes',
  'stay-calculation',
  'permitted-until',
  'receipt',
  'not-paid',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];
export type FormLanguage = 'vi' | 'en';
