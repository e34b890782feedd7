/** Reads the fields of an MRZ one by one and notes what is wrong with each. */
import { classOf, FILLER, FILLER_CLASS, LETTER_CLASS, NO_CHARACTER, OTHER_CLASS } from './characters.ts';
import { checkField } from './check_digits.ts';
import { countryCodeStatusAt } from './country_codes.ts';
import { documentCodeFits } from './document_codes.ts';
import { readDocumentNumber } from './document_number.ts';
import type { FieldSpec } from './layouts.ts';
import { firstNonLetter, readComponents, readName } from './names.ts';
import { readDate } from './read_date.ts';
import { isEmpty, note, type Reading, trimmed } from './reading.ts';

/** Reads one field of the layout. */
export function readField(reading: Reading, spec: FieldSpec): void {
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
  } else if (!documentCodeFits(reading.layout.format, code)) {
    note(reading, 'DOCUMENT_CODE_UNKNOWN', 'warning', 'documentCode', spec.line, spec.start);
  }
}

function readCountry(reading: Reading, spec: FieldSpec): void {
  const { name } = spec;
  const code = trimmed(reading, spec.line, spec.start, spec.end);
  // Named outright and not by `name`: the engine stores that several times faster.
  if (name === 'issuer') reading.fields.issuer = code;
  else reading.fields.nationality = code;
  if (code === '') {
    note(reading, 'FIELD_EMPTY', 'error', name, spec.line, spec.start);
    return;
  }
  const status = countryCodeStatusAt(reading.codes, spec.offset);
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
