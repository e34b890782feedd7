import type { LegalReason } from './outcome.ts';
import type { Rule } from './rules.ts';

/** What one step of the ladder says: it holds until a day (null: no stay certificate), it fails, or a fact is wanting. */
export type BasisAnswer =
  | {
      readonly kind: 'HOLDS';
      readonly rules: readonly Rule[];
      readonly until: string | null;
      readonly also?: LegalReason;
    }
  | { readonly kind: 'FAILS'; readonly rules: readonly Rule[]; readonly reason: LegalReason }
  | { readonly kind: 'UNKNOWN'; readonly rules: readonly Rule[]; readonly fact: string };
