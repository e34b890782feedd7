/** Characters that OCR takes for one another in OCR-B print, as character codes. */
import { classOf, LETTER_CLASS } from './characters.ts';

const PAIRS = ['O0', 'D0', 'Q0', 'I1', 'Z2', 'S5', 'G6', 'B8'];

const DIGITS = new Uint8Array(128);
const ALTERNATIVES: number[][] = Array.from({ length: 128 }, () => []);
for (const pair of PAIRS) {
  const letter = pair.charCodeAt(0);
  const digit = pair.charCodeAt(1);
  DIGITS[letter] = digit;
  ALTERNATIVES[letter]?.push(digit);
  ALTERNATIVES[digit]?.push(letter);
}
const NOTHING: readonly number[] = [];

/** The digit that a letter may be, or null. */
export function digitFor(code: number): number | null {
  return DIGITS[code] || null;
}

/** Everything that a character of an alphanumeric field may be instead. */
export function lookAlikes(code: number): readonly number[] {
  return ALTERNATIVES[code] ?? NOTHING;
}

/** A copy with every letter turned into the digit that it may be, or null without letters or where one looks like no digit. */
export function asDigits(codes: Uint8Array, from: number, to: number): Uint8Array | null {
  let copy: Uint8Array | null = null;
  for (let at = from; at < to; at += 1) {
    const code = codes[at] ?? 0;
    if (classOf(code) !== LETTER_CLASS) continue;
    const digit = digitFor(code);
    if (digit === null) return null;
    copy ??= codes.slice(from, to);
    copy[at - from] = digit;
  }
  return copy;
}
