/** Document codes: the first two characters of every MRZ (9303-4 4.2.2.1 as amended in 2026, 9303-5, 9303-6, 9303-7). */
import type { MrzFormat } from './mrz.ts';

export type DocumentCodeKind =
  | 'ordinary-passport'
  | 'emergency-passport'
  | 'diplomatic-passport'
  | 'official-passport'
  | 'refugee-passport'
  | 'alien-passport'
  | 'stateless-passport'
  | 'laissez-passer'
  | 'military-passport'
  | 'single-sheet-passport'
  | 'passport-card'
  | 'crew-member-certificate'
  | 'identity-card'
  | 'visa'
  | 'unknown';

/** The second letters harmonised from 2026 on. */
const PASSPORT_KINDS: Readonly<Record<string, DocumentCodeKind>> = {
  PP: 'ordinary-passport',
  PE: 'emergency-passport',
  PD: 'diplomatic-passport',
  PO: 'official-passport',
  PR: 'refugee-passport',
  PT: 'alien-passport',
  PS: 'stateless-passport',
  PL: 'laissez-passer',
  PM: 'military-passport',
  PU: 'single-sheet-passport',
};

/**
 * What a document code says. `harmonised` is false for `P` alone and for national second letters (PN, PB ...), which
 * are ordinary passports of before 2028; a State may have used a harmonised letter with another meaning before 2026.
 * `unknown` = the code has no place in this format, such as `I` in a TD3.
 */
export function documentCodeKind(
  format: MrzFormat,
  code: string,
): { readonly kind: DocumentCodeKind; readonly harmonised: boolean } {
  const first = code.charAt(0);
  switch (format) {
    case 'TD3':
      if (first !== 'P') return { kind: 'unknown', harmonised: false };
      return { kind: PASSPORT_KINDS[code] ?? 'ordinary-passport', harmonised: code in PASSPORT_KINDS };
    case 'MRV-A':
    case 'MRV-B':
      return { kind: first === 'V' ? 'visa' : 'unknown', harmonised: false };
    case 'FRA-ID-1988':
      return { kind: code === 'ID' ? 'identity-card' : 'unknown', harmonised: false };
    default:
      return { kind: cardKind(code), harmonised: code === 'AC' || code === 'IP' };
  }
}

/** Whether a code has a place in a format at all; the same answer as `documentCodeKind` gives, for the parser's hot path. */
export function documentCodeFits(format: MrzFormat, code: string): boolean {
  switch (format) {
    case 'TD3':
      return code.startsWith('P');
    case 'MRV-A':
    case 'MRV-B':
      return code.startsWith('V');
    default:
      return documentCodeKind(format, code).kind !== 'unknown';
  }
}

/** TD1 and TD2: A, C or I first, never V second. */
function cardKind(code: string): DocumentCodeKind {
  if (code === 'AC') return 'crew-member-certificate';
  if (code === 'IP') return 'passport-card';
  const first = code.charAt(0);
  if (code.charAt(1) === 'V') return 'unknown';
  return first === 'A' || first === 'C' || first === 'I' ? 'identity-card' : 'unknown';
}
