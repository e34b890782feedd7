import { ageInterval } from '../mrz/age.ts';
import { interpretBirthDate, interpretExpiry } from '../mrz/dates.ts';
import type { MrzDate, MrzFields } from '../mrz/mrz.ts';
import { parseMrz } from '../mrz/parse.ts';
import type { DocumentFacts } from './facts.ts';

export interface ReadingRules {
  /** The day at the gate, YYYY-MM-DD. */
  readonly today: string;
  /** ICAO code of the State this booth serves. */
  readonly state: string;
  readonly typedIn: boolean;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** YYYY-MM-DD as far as known; a month without a year is of no use to anyone and is left out. */
function dateText(date: MrzDate): string {
  if (date.year === null) return '';
  if (date.month === null) return `${date.year}`;
  return date.day === null ? `${date.year}-${two(date.month)}` : `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** Vietnamese documents carry the twelve-digit personal number in the optional data of the passport and the card. */
function personalNumber(fields: MrzFields, state: string): string | null {
  if (fields.issuer !== state) return null;
  const digits = /^(\d{12})/.exec(fields.optionalData ?? fields.optionalData1 ?? '');
  return digits?.[1] ?? null;
}

/**
 * Everything the MRZ says of document and holder, in the screen's form. Null when the lines are no MRZ at all: then there is
 * nobody to open a case for. A French card of 1988 names no nationality; its issuer stands in (it was for nationals only).
 */
export function readDocument(lines: readonly string[], rules: ReadingRules): DocumentFacts | null {
  const parsed = parseMrz(lines);
  if (parsed.format === null) return null;
  const { fields } = parsed;
  const birth = interpretBirthDate(fields.birthDate ?? '', rules.today);
  const expiry = interpretExpiry(fields.expiryDate ?? '', rules.today);
  const age = birth.ok ? ageInterval(birth.value.date, rules.today) : null;
  const issuer = fields.issuer ?? '';
  const nationality = fields.nationality ?? (parsed.format === 'FRA-ID-1988' ? issuer : '');
  return {
    format: parsed.format,
    lines: parsed.lines,
    typedIn: rules.typedIn,
    documentCode: fields.documentCode ?? '',
    issuer,
    number: fields.documentNumber ?? '',
    surname: fields.surname ?? '',
    givenNames: fields.givenNames ?? '',
    nameTruncated: parsed.nameTruncated,
    nationality,
    birthDate: birth.ok ? dateText(birth.value.date) : '',
    age: age === null ? null : [age.min, age.max],
    centuryUncertain: birth.ok && birth.value.alternative !== null,
    sex: fields.sex === 'M' || fields.sex === 'F' ? fields.sex : fields.sex === '' || fields.sex === '<' ? 'X' : '',
    expiryDate: expiry.ok ? dateText(expiry.value) : '',
    personalNumber: personalNumber(fields, rules.state),
    citizen: nationality === rules.state,
    problems: parsed.problems,
    checks: parsed.checks,
    corrections: parsed.corrections,
    valid: parsed.valid,
  };
}
