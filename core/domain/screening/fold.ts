/** Letters that Unicode decomposition leaves whole (vocabulary B1.8), as ICAO 9303-3 section 6 writes them. */
const UNDIVIDED: Readonly<Record<string, string>> = {
  Đ: 'D',
  Ð: 'D',
  Ł: 'L',
  Ø: 'OE',
  Æ: 'AE',
  Œ: 'OE',
  Þ: 'TH',
  ẞ: 'SS',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  Ĳ: 'IJ',
  Ə: 'E',
};

const UNDIVIDED_LETTERS = /[ĐÐŁØÆŒÞẞĦŦŊĲƏ]/g;
const APOSTROPHES = /['’ʼ`´ʻ‘]/g;

/**
 * A name without marks: capital letters and digits, words parted by single blanks. Apostrophes join (D'ARTAGNAN is
 * DARTAGNAN), every other sign and the filler part. `ß` becomes SS, `ı` becomes I by the capital form.
 */
export function fold(text: string): string {
  return text
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(UNDIVIDED_LETTERS, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(APOSTROPHES, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a name. */
export function nameTokens(text: string): string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/**
 * Letters that an X marks in the MRZ (ICAO 9303-3 section 6): NXX is Ñ, UXX is Ü; in Arabic names an X stands before what
 * the letter comes near to (MXHMD is محمد). Only these, so that ALEXANDER keeps its X.
 */
const ESCAPES: readonly (readonly [RegExp, string])[] = [
  [/([AEOUN])XX/g, '$1'],
  [/XT[AT]$|XAH$/, 'A'],
  [/XA[AEY]/g, 'A'],
  [/X(?=KH|SH|TH|DH)/g, ''],
  [/XSS/g, 'S'],
  [/XDZ/g, 'D'],
  [/XTT/g, 'T'],
  [/XZZ/g, 'Z'],
  [/XE(?=[BCDFGHJKLMNPQRSTVWXZ])|XE$/g, ''],
  [/X(?=[WJGH])/g, ''],
];

const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/AE|AA/g, 'A'],
  [/OE/g, 'O'],
  [/UE/g, 'U'],
  [/IJ/g, 'Y'],
  [/KH/g, 'H'],
  [/I[UO]/g, 'YU'],
  [/IA/g, 'YA'],
  [/KS/g, 'X'],
  [/PH/g, 'F'],
  [/SS/g, 'S'],
  [/TH/g, 'T'],
  // The Chinese sound that pinyin writes X and older spellings HS or SH: XI, HSI, SHI.
  [/^(?:HS|X)(?=[IUY])/, 'SH'],
];

/** What any of the variants begins with: most words have none, and a million words are asked. */
const HAS_VARIANT = /XX|AE|AA|OE|UE|IJ|KH|I[AUO]|KS|PH|SS|TH|X[AEHJGKSTDZW]|^(?:HS|X)/;

/**
 * One form for all the ways in which states write the same name in the MRZ (Ä as AE or A, Ñ as N or NXX, KH as H ...):
 * two words with the same key may be one name. It says less than the word, so it is for comparison only.
 */
export function variantKey(token: string): string {
  if (!HAS_VARIANT.test(token)) return token;
  let key = token;
  if (token.includes('X')) for (const [pattern, replacement] of ESCAPES) key = key.replace(pattern, replacement);
  for (const [pattern, replacement] of VARIANTS) key = key.replace(pattern, replacement);
  return key;
}

/** A document or personal number as compared: capital letters and digits only. */
export function foldNumber(number: string): string {
  return number.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** ICAO issuer code as compared: Germany prints `D`. */
export function foldIssuer(code: string): string {
  const folded = code.toUpperCase().replace(/[^A-Z]/g, '');
  return folded === 'D' ? 'DEU' : folded;
}
