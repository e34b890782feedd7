import type { BasisKind, StayLine } from './explanation.ts';
import type { LegalReason } from './outcome.ts';
import type { Rule } from './rules.ts';

/** One end that a basis sets to a stay. */
export type StayEnd = Omit<StayLine, 'decides' | 'ruleIds'>;

interface Tried {
  readonly basis: BasisKind;
  readonly rules: readonly Rule[];
  /** What its sentence on the screen needs: kinds, days, ends. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** What one step of the ladder says: it holds to the earliest of its ends (none: no stay is given), it fails, or a fact is wanting. */
export type BasisAnswer = Tried &
  (
    | { readonly kind: 'HOLDS'; readonly ends: readonly StayEnd[]; readonly also?: LegalReason }
    | { readonly kind: 'FAILS'; readonly reason: LegalReason }
    | { readonly kind: 'UNKNOWN'; readonly fact: string }
  );

/** The place of the end that decides, the first of the earliest; -1 where there is none. */
export function deciding(ends: readonly StayEnd[]): number {
  return ends.reduce((best, end, at) => (best === -1 || end.until < (ends[best]?.until ?? '') ? at : best), -1);
}
