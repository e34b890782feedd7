/** The pieces by script in which the typeface comes (IBM Plex Sans as packed by Fontsource). */
export type Piece = 'latin' | 'latin-ext' | 'vietnamese' | 'cyrillic' | 'cyrillic-ext' | 'greek';

/** Which letters each piece has, the first match writes; narrower than the package's own ranges where its glyphs are. */
const HAS: readonly (readonly [Piece, RegExp])[] = [
  ['vietnamese', /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/],
  [
    'latin',
    /[ -~\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2122\u2212]/,
  ],
  [
    'latin-ext',
    /[\u0100-\u0130\u0132-\u0151\u0154-\u017f\u018f\u0192\u01cd-\u01dc\u0218-\u021b\u0259\u1e80-\u1e85\u1e9e]/,
  ],
  ['cyrillic', /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/],
  ['cyrillic-ext', /[\u0462\u0463\u0492-\u04af\u04b2-\u04c2\u04cf-\u04d9\u04dc-\u04e9]/],
  ['greek', /[\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce]/],
];

/** The piece that has a letter; null where the typeface has none for it (Chinese, Japanese, Korean, Thai, Arabic ...). */
export function pieceOf(letter: string): Piece | null {
  return HAS.find(([, letters]) => letters.test(letter))?.[0] ?? null;
}
