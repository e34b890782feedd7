/** Judges the check digits of a reading (9303-3 4.9). */
import { characterValue, classOf, DIGIT_CLASS, FILLER, LETTER_CLASS, NO_CHARACTER, weightedSum } from './characters.ts';
import type { FieldSpec, Layout } from './layouts.ts';
import type { CheckWord, MrzCheckName } from './mrz.ts';
import { isEmpty, note, type Reading } from './reading.ts';

/** Compares the character in the check position with the computed digit. */
export function checkWord(code: number, digit: number, fieldIsEmpty: boolean): CheckWord {
  if (code === FILLER) return fieldIsEmpty ? 'absent' : 'filler';
  return classOf(code) === DIGIT_CLASS && characterValue(code) === digit ? 'ok' : 'bad';
}

/** The check digit right behind a field. */
export function checkField(reading: Reading, spec: FieldSpec, name: MrzCheckName): void {
  const { codes } = reading;
  const end = spec.offset + spec.end - spec.start;
  const code = codes[end] ?? NO_CHARACTER;
  const digit = weightedSum(codes, spec.offset, end);
  const word = checkWord(code, digit, code === FILLER && isEmpty(codes, spec.offset, end));
  reading.checks[name] = word;
  if (word === 'ok') return;
  noteCheck(reading, name, word, spec.line, spec.end);
  if (classOf(code) === LETTER_CLASS) reading.suspicious = true;
}

/** The composite check digit over several stretches. */
export function checkComposite(reading: Reading, composite: NonNullable<Layout['composite']>): void {
  const { codes, layout } = reading;
  const code = codes[composite.line * layout.width + composite.column] ?? NO_CHARACTER;
  const word = checkWord(code, compositeDigit(codes, composite.covers), false);
  reading.checks.composite = word;
  if (word === 'ok') return;
  noteCheck(reading, 'composite', word, composite.line, composite.column);
  // A wrong digit cannot be corrected; only a letter in its place can.
  if (classOf(code) === LETTER_CLASS) reading.suspicious = true;
}

export function compositeDigit(codes: Uint8Array, covers: Uint8Array): number {
  let sum = 0;
  let weight = 7;
  for (let at = 0; at < covers.length; at += 1) {
    sum += characterValue(codes[covers[at] ?? 0] ?? NO_CHARACTER) * weight;
    weight = weight === 7 ? 3 : weight === 3 ? 1 : 7;
  }
  return sum % 10;
}

export function noteCheck(reading: Reading, name: MrzCheckName, word: CheckWord, line: number, column: number): void {
  if (word === 'bad') {
    if (name === 'documentNumber' || name === 'optionalData') reading.suspicious = true;
    note(reading, 'CHECK_DIGIT', 'error', name, line, column);
  } else if (word === 'filler') {
    // Issuers leave out the check digit over a TD3 personal number even where there is one; the composite covers it.
    note(reading, 'CHECK_DIGIT_MISSING', name === 'optionalData' ? 'warning' : 'error', name, line, column);
  }
}
