/** The 37 characters of an MRZ and the 7-3-1 check digit (9303-3 4.3 and 4.9). */

/** Code of `<`, the filler. */
export const FILLER = 60;

export const OTHER_CLASS = 0;
export const DIGIT_CLASS = 1;
export const LETTER_CLASS = 2;
export const FILLER_CLASS = 4;

/** Stands in a code buffer for every character that no MRZ may hold. Its class is OTHER_CLASS and its value 0. */
export const NO_CHARACTER = 0;

const VALUES = new Uint8Array(128);
const CLASSES = new Uint8Array(128);
for (let digit = 0; digit <= 9; digit += 1) {
  VALUES[48 + digit] = digit;
  CLASSES[48 + digit] = DIGIT_CLASS;
}
for (let letter = 0; letter < 26; letter += 1) {
  VALUES[65 + letter] = 10 + letter;
  CLASSES[65 + letter] = LETTER_CLASS;
}
CLASSES[FILLER] = FILLER_CLASS;

/** DIGIT_CLASS, LETTER_CLASS, FILLER_CLASS or OTHER_CLASS. */
export function classOf(code: number): number {
  return CLASSES[code] ?? OTHER_CLASS;
}

/** Digits as themselves, A = 10 to Z = 35, everything else 0. */
export function characterValue(code: number): number {
  return VALUES[code] ?? 0;
}

/** The remainder modulo 10 of the weighted sum over `codes[from..to)`; `sum` and `phase` carry an earlier stretch on. */
export function weightedSum(codes: Uint8Array, from: number, to: number, sum = 0, phase = 0): number {
  let total = sum;
  let weight = phase % 3 === 0 ? 7 : phase % 3 === 1 ? 3 : 1;
  for (let at = from; at < to; at += 1) {
    total += characterValue(codes[at] ?? NO_CHARACTER) * weight;
    weight = weight === 7 ? 3 : weight === 3 ? 1 : 7;
  }
  return total % 10;
}

/** The check digit (0 to 9) of a text, or null where the text holds a character that no MRZ may hold. */
export function checkDigit(text: string): number | null {
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (classOf(code) === OTHER_CLASS) return null;
    codes[at] = code;
  }
  return weightedSum(codes, 0, codes.length);
}
