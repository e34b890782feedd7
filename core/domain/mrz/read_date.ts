/** Reads the dates of an MRZ as they stand; their century is the business of dates.ts. */
import { characterValue, classOf, DIGIT_CLASS, FILLER, FILLER_CLASS, NO_CHARACTER } from './characters.ts';
import { checkField } from './check_digits.ts';
import type { FieldSpec } from './layouts.ts';
import { note, type Reading } from './reading.ts';

/** A birth date may have unknown parts (fillers); an expiry date is whole or missing. */
export function readDate(reading: Reading, spec: FieldSpec, name: 'birthDate' | 'expiryDate'): void {
  const { codes } = reading;
  const date = (reading.lines[spec.line] ?? '').slice(spec.start, spec.end);
  if (name === 'birthDate') reading.fields.birthDate = date;
  else reading.fields.expiryDate = date;
  checkField(reading, spec, name);
  const known = knownParts(reading, spec, name);
  if (known === null) return;
  if (name === 'expiryDate' && known !== 3) {
    // Some passports carry no expiry date at all; half of one is a misreading.
    const code = known === 0 ? 'FIELD_EMPTY' : 'FIELD_CHARSET';
    note(reading, code, known === 0 ? 'warning' : 'error', name, spec.line, spec.start);
    return;
  }
  const severity = dateFault(codes, spec.offset);
  if (severity !== null) note(reading, 'DATE_IMPOSSIBLE', severity, name, spec.line, spec.start);
}

/** How many of year, month and day are there; null where a character stands that is neither digit nor filler. */
function knownParts(reading: Reading, spec: FieldSpec, name: 'birthDate' | 'expiryDate'): number | null {
  const { codes } = reading;
  let known = 0;
  for (let at = spec.offset; at < spec.offset + 6; at += 2) {
    const tens = classOf(codes[at] ?? NO_CHARACTER);
    const ones = classOf(codes[at + 1] ?? NO_CHARACTER);
    if (tens === DIGIT_CLASS && ones === DIGIT_CLASS) {
      known += 1;
    } else if (tens !== FILLER_CLASS || ones !== FILLER_CLASS) {
      const column = spec.start + at - spec.offset + (tens === DIGIT_CLASS ? 1 : 0);
      note(reading, 'FIELD_CHARSET', 'error', name, spec.line, column);
      reading.suspicious = true;
      return null;
    }
  }
  return known;
}

/**
 * A month or day that no year has is an error. 29 February is a warning where two digits of the year already show a
 * common year: issuers print such specimens, and the year is the business of `interpretBirthDate`, which refuses it.
 */
function dateFault(codes: Uint8Array, offset: number): 'error' | 'warning' | null {
  const month = pairAt(codes, offset + 2);
  const day = pairAt(codes, offset + 4);
  if (month === 0 || month > 12 || day === 0 || day > 31) return 'error';
  if (day <= 28 || month < 0) return null;
  if (month === 2) {
    if (day > 29) return 'error';
    const year = pairAt(codes, offset);
    return year >= 0 && year % 4 !== 0 ? 'warning' : null;
  }
  const shortMonth = month === 4 || month === 6 || month === 9 || month === 11;
  return day === 31 && shortMonth ? 'error' : null;
}

/** The number of two digits, or -1 for fillers. */
function pairAt(codes: Uint8Array, at: number): number {
  const tens = codes[at] ?? NO_CHARACTER;
  return tens === FILLER ? -1 : characterValue(tens) * 10 + characterValue(codes[at + 1] ?? NO_CHARACTER);
}
