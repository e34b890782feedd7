/** Reads a machine readable zone: Doc 9303 parts 4 to 7 and the French identity card of 1988. */
import {
  characterValue,
  classOf,
  DIGIT_CLASS,
  FILLER,
  FILLER_CLASS,
  LETTER_CLASS,
  NO_CHARACTER,
  OTHER_CLASS,
} from './characters.ts';
import { checkComposite, checkField } from './check_digits.ts';
import { proposeCorrections } from './corrections.ts';
import { countryCodeStatus } from './country_codes.ts';
import { documentCodeKind } from './document_codes.ts';
import { readDocumentNumber } from './document_number.ts';
import { findLayout, shapeProblems } from './format.ts';
import type { FieldSpec } from './layouts.ts';
import type { MrzCorrection, MrzProblem, ParsedMrz } from './mrz.ts';
import { firstNonLetter, readComponents, readName } from './names.ts';
import { beginReading, isEmpty, note, type Reading, trimmed } from './reading.ts';

const NO_CORRECTIONS: readonly MrzCorrection[] = Object.freeze([]);

/**
 * Reads an MRZ. Never throws, whatever it is given; every problem is in `problems`, in reading order. `valid` says that
 * the string is well formed: a known format, the right kind of character everywhere, dates that some year can have, and
 * every check digit there and right. Whether the document may clear anybody is decided elsewhere: a specimen, a code
 * nobody knows or 29 February of a common year leave the string valid, with a warning.
 */
export function parseMrz(input: readonly string[]): ParsedMrz {
  const lines = asLines(input);
  const layout = findLayout(lines);
  if (layout === null) {
    return {
      format: null,
      lines,
      valid: false,
      fields: {},
      checks: {},
      problems: shapeProblems(lines),
      corrections: NO_CORRECTIONS,
      nameTruncated: false,
    };
  }
  const reading = beginReading(layout, lines);
  for (const spec of layout.fields) readField(reading, spec);
  if (layout.composite !== null) checkComposite(reading, layout.composite);
  const { problems } = reading;
  if (problems.length > 1) problems.sort(inReadingOrder);
  return {
    format: layout.format,
    lines,
    valid: !problems.some(isError),
    fields: reading.fields,
    checks: reading.checks,
    problems,
    corrections: reading.suspicious ? proposeCorrections(reading) : NO_CORRECTIONS,
    nameTruncated: reading.nameTruncated,
  };
}

/** What came from outside the type system counts as lines too: anything but a string is an empty line. */
function asLines(input: unknown): readonly string[] {
  if (!Array.isArray(input)) return [];
  return input.every((line) => typeof line === 'string')
    ? input
    : input.map((line) => (typeof line === 'string' ? line : ''));
}

function isError(problem: MrzProblem): boolean {
  return problem.severity === 'error';
}

function inReadingOrder(a: MrzProblem, b: MrzProblem): number {
  return (a.line ?? -1) - (b.line ?? -1) || (a.column ?? -1) - (b.column ?? -1);
}

function readField(reading: Reading, spec: FieldSpec): void {
  switch (spec.kind) {
    case 'documentCode':
      readDocumentCode(reading, spec);
      break;
    case 'country':
      readCountry(reading, spec);
      break;
    case 'documentNumber':
      readDocumentNumber(reading, spec);
      break;
    case 'birthDate':
    case 'expiryDate':
      readDate(reading, spec, spec.kind);
      break;
    case 'sex':
      readSex(reading, spec);
      break;
    case 'optional':
      readOptional(reading, spec);
      break;
    default:
      readNames(reading, spec);
  }
}

function readDocumentCode(reading: Reading, spec: FieldSpec): void {
  const code = trimmed(reading, spec.line, spec.start, spec.end);
  reading.fields.documentCode = code;
  const first = reading.codes[spec.offset] ?? NO_CHARACTER;
  if (classOf(first) !== LETTER_CLASS) {
    const empty = first === FILLER;
    note(reading, empty ? 'FIELD_EMPTY' : 'FIELD_CHARSET', 'error', 'documentCode', spec.line, spec.start);
  } else if (documentCodeKind(reading.layout.format, code).kind === 'unknown') {
    note(reading, 'DOCUMENT_CODE_UNKNOWN', 'warning', 'documentCode', spec.line, spec.start);
  }
}

function readCountry(reading: Reading, spec: FieldSpec): void {
  const { name } = spec;
  const code = trimmed(reading, spec.line, spec.start, spec.end);
  reading.fields[name] = code;
  if (code === '') {
    note(reading, 'FIELD_EMPTY', 'error', name, spec.line, spec.start);
    return;
  }
  const status = countryCodeStatus(code);
  if (status === 'current') return;
  if (status === 'specimen') {
    note(reading, 'SPECIMEN', 'warning', name, spec.line, spec.start);
  } else if (status === 'deprecated') {
    note(reading, 'CODE_DEPRECATED', 'warning', name, spec.line, spec.start);
  } else if (status === 'non-standard') {
    note(reading, 'CODE_NON_STANDARD', 'warning', name, spec.line, spec.start);
  } else {
    const odd = firstNonLetter(reading.codes, spec.offset, code.length);
    // Without an issuer nobody answers for the document; an unreadable nationality leaves the rest of it readable.
    const severity = name === 'issuer' ? 'error' : 'warning';
    if (odd >= 0) note(reading, 'FIELD_CHARSET', severity, name, spec.line, spec.start + odd);
    note(reading, 'CODE_UNKNOWN', 'warning', name, spec.line, spec.start);
  }
}

function readDate(reading: Reading, spec: FieldSpec, name: 'birthDate' | 'expiryDate'): void {
  const { codes } = reading;
  reading.fields[name] = (reading.lines[spec.line] ?? '').slice(spec.start, spec.end);
  checkField(reading, spec, name);
  let knownParts = 0;
  for (let at = spec.offset; at < spec.offset + 6; at += 2) {
    const tens = classOf(codes[at] ?? NO_CHARACTER);
    const ones = classOf(codes[at + 1] ?? NO_CHARACTER);
    if (tens === DIGIT_CLASS && ones === DIGIT_CLASS) {
      knownParts += 1;
    } else if (tens !== FILLER_CLASS || ones !== FILLER_CLASS) {
      const column = spec.start + at - spec.offset + (tens === DIGIT_CLASS ? 1 : 0);
      note(reading, 'FIELD_CHARSET', 'error', name, spec.line, column);
      reading.suspicious = true;
      return;
    }
  }
  if (name === 'expiryDate' && knownParts !== 3) {
    // Some passports carry no expiry date at all; half of one is a misreading.
    const code = knownParts === 0 ? 'FIELD_EMPTY' : 'FIELD_CHARSET';
    note(reading, code, knownParts === 0 ? 'warning' : 'error', name, spec.line, spec.start);
    return;
  }
  const severity = dateFault(codes, spec.offset);
  if (severity !== null) note(reading, 'DATE_IMPOSSIBLE', severity, name, spec.line, spec.start);
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

function readSex(reading: Reading, spec: FieldSpec): void {
  const sex = (reading.lines[spec.line] ?? '').charAt(spec.start);
  reading.fields.sex = sex;
  if (sex === 'M' || sex === 'F' || sex === '<') return;
  // X belongs into the visual zone, yet issuers print it in the MRZ.
  if (sex === 'X') note(reading, 'CODE_NON_STANDARD', 'warning', 'sex', spec.line, spec.start);
  else note(reading, 'FIELD_CHARSET', 'error', 'sex', spec.line, spec.start);
}

function readOptional(reading: Reading, spec: FieldSpec): void {
  let { start } = spec;
  const isContinuation = reading.longNumberTail > 0 && spec.name !== 'optionalData2';
  // The rest of a long number, its check digit and the filler behind it are no optional data.
  if (isContinuation) start = Math.min(start + reading.longNumberTail + 1, spec.end);
  reading.fields[spec.name] = trimmed(reading, spec.line, start, spec.end);
  if (spec.checkName !== null) checkField(reading, spec, spec.checkName);
}

function readNames(reading: Reading, spec: FieldSpec): void {
  const { codes, fields } = reading;
  const line = reading.lines[spec.line] ?? '';
  const end = spec.offset + spec.end - spec.start;
  if (spec.kind === 'nameHalf') {
    fields[spec.name] = readComponents(line, codes, spec.start, spec.end, spec.offset - spec.start);
  } else {
    const name = readName(line, codes, spec.start, spec.end, spec.offset);
    fields.surname = name.surname;
    fields.givenNames = name.givenNames;
  }
  if (fields[spec.name] === '') {
    const nothing = isEmpty(codes, spec.offset, end) && spec.name === 'surname';
    const severity = nothing ? 'error' : 'warning';
    // Given names may be missing; a surname stands alone where a person has one name only.
    if (spec.name === 'surname') note(reading, 'FIELD_EMPTY', severity, 'surname', spec.line, spec.start);
  }
  const odd = firstNonLetter(codes, spec.offset, spec.end - spec.start);
  // A warning: Russia writes some letters of its alphabet as digits.
  if (odd >= 0 && codes[spec.offset + odd] !== NO_CHARACTER) {
    note(reading, 'FIELD_CHARSET', 'warning', spec.name, spec.line, spec.start + odd);
  }
  const last = classOf(codes[end - 1] ?? NO_CHARACTER);
  if (last !== FILLER_CLASS && last !== OTHER_CLASS) {
    reading.nameTruncated = true;
    note(reading, 'NAME_TRUNCATED', 'warning', spec.name, spec.line, spec.end - 1);
  }
}
