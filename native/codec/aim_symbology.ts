import type { Symbology } from '../../core/ports/code_scanner.ts';

/** The letter of an AIM identifier (ISO/IEC 15424) and the kind of code which it stands for. */
const SYMBOLOGY: Readonly<Record<string, Symbology>> = {
  L: 'PDF417',
  z: 'AZTEC',
  Q: 'QR',
  d: 'DATA_MATRIX',
  C: 'CODE_128',
  A: 'CODE_39',
  E: 'EAN',
};

/** The text without the AIM identifier (`]`, letter, modifier) in front of it, and what it says of the code. */
export function aimParted(text: string): { readonly text: string; readonly symbology: Symbology | null } {
  const [all, letter] = /^\]([A-Za-z])[0-9A-Za-z]/.exec(text) ?? [];
  if (all === undefined || letter === undefined) return { text, symbology: null };
  return { text: text.slice(all.length), symbology: SYMBOLOGY[letter] ?? null };
}

/** The identifier that stands before a code of this kind. */
export function aimPrefix(symbology: string | undefined): string {
  const letter = Object.keys(SYMBOLOGY).find((one) => SYMBOLOGY[one] === symbology) ?? 'L';
  return `]${letter}0`;
}
