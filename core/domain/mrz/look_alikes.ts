/** Characters that OCR takes for one another in OCR-B print. */

const AS_DIGIT: Readonly<Record<string, string>> = { O: '0', D: '0', Q: '0', I: '1', Z: '2', S: '5', G: '6', B: '8' };
const AS_LETTER: Readonly<Record<string, string>> = { 0: 'ODQ', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

/** The digit that a letter may be, or null. */
export function digitFor(character: string): string | null {
  return AS_DIGIT[character] ?? null;
}

/** Everything that a character of an alphanumeric field may be instead, one character each. */
export function lookAlikes(character: string): string {
  return AS_DIGIT[character] ?? AS_LETTER[character] ?? '';
}

/** The text with every letter turned into the digit that it may be, or null where a letter looks like no digit. */
export function asDigits(text: string): string | null {
  let digits = '';
  for (const character of text) {
    const digit = /[0-9<]/.test(character) ? character : digitFor(character);
    if (digit === null) return null;
    digits += digit;
  }
  return digits;
}
