/** The document number, also one too long for its field (9303-5 4.2.2 note j, 9303-6 4.2.2 note j). */
import { FILLER, NO_CHARACTER, weightedSum } from './characters.ts';
import { checkField, checkWord, noteCheck } from './check_digits.ts';
import type { FieldSpec } from './layouts.ts';
import type { CheckWord } from './mrz.ts';
import { isEmpty, note, type Reading, trimmed } from './reading.ts';

export function readDocumentNumber(reading: Reading, spec: FieldSpec): void {
  const { continuation } = spec;
  if (continuation !== null && runsOn(reading.codes, spec, continuation)) {
    readLongNumber(reading, spec, continuation);
    return;
  }
  reading.fields.documentNumber = trimmed(reading, spec.line, spec.start, spec.end);
  if (isEmpty(reading.codes, spec.offset, spec.offset + spec.end - spec.start)) {
    note(reading, 'FIELD_EMPTY', 'error', 'documentNumber', spec.line, spec.start);
  }
  checkField(reading, spec, 'documentNumber');
}

/** Nine characters, a filler for the check digit, then at least one more character and the check digit. */
function runsOn(codes: Uint8Array, spec: FieldSpec, continuation: FieldSpec): boolean {
  const check = spec.offset + spec.end - spec.start;
  return (
    codes[check] === FILLER &&
    codes[check - 1] !== FILLER &&
    codes[continuation.offset] !== FILLER &&
    codes[continuation.offset + 1] !== FILLER
  );
}

function readLongNumber(reading: Reading, spec: FieldSpec, continuation: FieldSpec): void {
  const { codes, fields } = reading;
  const line = reading.lines[spec.line] ?? '';
  const last = continuation.offset + continuation.end - continuation.start;
  let end = continuation.offset;
  while (end < last && codes[end] !== FILLER) end += 1;
  const check = end - 1;
  const checkColumn = continuation.start + check - continuation.offset;
  reading.longNumberTail = end - continuation.offset;
  fields.documentNumber = line.slice(spec.start, spec.end) + line.slice(continuation.start, checkColumn);
  fields.longDocumentNumber = true;
  const word = longNumberWord(codes, spec, continuation, check);
  if (word.overFiller) fields.checkOverFiller = true;
  reading.checks.documentNumber = word.word;
  if (word.word !== 'ok') noteCheck(reading, 'documentNumber', word.word, spec.line, checkColumn);
}

/** The check digit counted without the filler as the standard says; where that fails, with it as Portugal and others do. */
export function longNumberWord(
  codes: Uint8Array,
  spec: FieldSpec,
  continuation: FieldSpec,
  check: number,
): { readonly word: CheckWord; readonly overFiller: boolean } {
  const code = codes[check] ?? NO_CHARACTER;
  const length = spec.end - spec.start;
  const principal = weightedSum(codes, spec.offset, spec.offset + length);
  const plain = weightedSum(codes, continuation.offset, check, principal, length);
  if (checkWord(code, plain, false) === 'ok') return { word: 'ok', overFiller: false };
  const overFiller = weightedSum(codes, continuation.offset, check, principal, length + 1);
  const word = checkWord(code, overFiller, false);
  return { word, overFiller: word === 'ok' };
}
