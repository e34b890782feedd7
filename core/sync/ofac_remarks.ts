import type { EntryDocument } from '../domain/screening/entry.ts';
import { countryCode } from './country_names.ts';

/** What the remarks column of the list says of a person; it is prose in a fixed manner, parted by semicolons. */
export interface OfacRemarks {
  readonly birthDate?: string;
  readonly sex?: 'M' | 'F';
  readonly nationalities: readonly string[];
  readonly documents: readonly EntryDocument[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A span wider than this says too little to be a birth year. */
const WIDEST_SPAN_YEARS = 2;

function monthNumber(name: string): string {
  return String(MONTHS.indexOf(name) + 1).padStart(2, '0');
}

/** `27 Jul 1965`, `Jul 1965`, `1965`, each also with `circa`; a span of years gives its middle year. */
export function ofacDate(text: string): string | null {
  const span = /(\d{4})\s*(?:to|-)\s*(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?(\d{4})$/.exec(text);
  if (span?.[1] && span[2]) {
    const years = Number(span[2]) - Number(span[1]);
    return years <= WIDEST_SPAN_YEARS ? String(Math.floor((Number(span[1]) + Number(span[2])) / 2)) : null;
  }
  const parts = /^(circa )?(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(text);
  const [, circa, day, month, year] = parts ?? [];
  if (!year) return null;
  if (circa || !month || !MONTHS.includes(month)) return year;
  return day ? `${year}-${monthNumber(month)}-${day.padStart(2, '0')}` : `${year}-${monthNumber(month)}`;
}

/** `Passport A-992535 (Saudi Arabia) expires 2001`: null where no number is given. XXX stands for an issuer not said. */
function passport(text: string): EntryDocument | null {
  const number = (text.split(/ issued | expires | \(|^issued /)[0] ?? '').replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  if (!/\d/.test(number)) return null;
  const country = /\(([^)]+)\)/.exec(text)?.[1];
  return { number, issuer: (country && countryCode(country)) || 'XXX', kind: 'passport', status: 'LISTED' };
}

interface Said {
  readonly what: string;
  readonly value: string;
}

const SAYINGS = /^(?:alt\. )?(DOB|nationality|citizen|Gender|(?:Diplomatic )?Passport) (.+)$/;

function sayings(remarks: string): Said[] {
  return remarks.split(';').flatMap((part) => {
    const [, what, value] = SAYINGS.exec(part.trim().replace(/\.$/, '')) ?? [];
    return what && value ? [{ what, value }] : [];
  });
}

const SEXES: Readonly<Record<string, 'M' | 'F'>> = { Male: 'M', Female: 'F' };

/** Reads the remarks; what is not understood is left out. Of several birth dates the first counts. */
export function ofacRemarks(remarks: string): OfacRemarks {
  const said = sayings(remarks);
  const read = <T>(kinds: readonly string[], value: (text: string) => T | null | undefined): T[] =>
    said
      .filter(({ what }) => kinds.includes(what))
      .map((one) => value(one.value))
      .filter((one) => one !== null && one !== undefined);
  const birthDate = read(['DOB'], ofacDate)[0];
  const sex = read(['Gender'], (text) => SEXES[text])[0];
  return {
    nationalities: [...new Set(read(['nationality', 'citizen'], countryCode))],
    documents: read(['Passport', 'Diplomatic Passport'], passport),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
  };
}
