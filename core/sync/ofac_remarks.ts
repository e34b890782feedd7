import type { EntryDocument, EntryName } from '../domain/screening/entry.ts';
import { countryCode } from './country_names.ts';
import { ofacDocument } from './ofac_documents.ts';
import { type SaidDate, saidDate, saidSpan } from './said_dates.ts';

/** What the remarks column of the list says of a person; it is prose in a fixed manner, parted by semicolons. */
export interface OfacRemarks {
  readonly birthDates: readonly SaidDate[];
  readonly birthPlaces: readonly string[];
  readonly sex: 'M' | 'F' | null;
  readonly nationalities: readonly string[];
  /** Aliases that the authority itself calls weak stand here and not in alt.csv (its data specification). */
  readonly weakNames: readonly EntryName[];
  readonly documents: readonly EntryDocument[];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const SPAN =
  /^(circa )?(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?(\d{4})\s*(?:to|-)\s*(?:circa )?(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?(\d{4})$/;
const DAY = /^(circa )?(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/;

/** `27 Jul 1965`, `Jul 1965`, `1965`, `1965 to 1968`, `01 Mar 1965 to 31 Dec 1966`, each also with `circa`. */
export function ofacDate(text: string): SaidDate | null {
  const span = SPAN.exec(text);
  if (span) return saidSpan(Number(span[2]), Number(span[3]), span[1] !== undefined);
  const [, circa, day, month, year] = DAY.exec(text) ?? [];
  if (!year) return null;
  const number = month && MONTHS.includes(month) ? String(MONTHS.indexOf(month) + 1).padStart(2, '0') : null;
  const date = [year, ...(number ? [number, ...(day ? [day.padStart(2, '0')] : [])] : [])].join('-');
  return saidDate(date, circa !== undefined) ?? saidDate(year);
}

/** `SURNAME, Given Names`: a comma parts the two; without one the name is whole. */
export function ofacName(name: string): EntryName {
  const cut = name.indexOf(',');
  const surname = name.slice(0, cut).trim();
  const givenNames = name.slice(cut + 1).trim();
  if (cut < 0 || surname === '') return { full: cut < 0 ? name : givenNames || name };
  return { surname, givenNames };
}

const SAYING = /^(?:alt\. )?(DOB|POB|nationality|citizen|Gender|[afn]\.k\.a\.) (.+)$/;
const SEXES: Readonly<Record<string, 'M' | 'F'>> = { Male: 'M', Female: 'F' };

/** Reads the remarks; what is not understood is left out. */
export function ofacRemarks(remarks: string): OfacRemarks {
  const parts = remarks.split(';').map((part) => part.trim().replace(/\.$/, ''));
  const said = parts.map((part) => SAYING.exec(part)).filter((one) => one !== null);
  const read = <T>(kind: RegExp, value: (text: string) => T | null | undefined): T[] =>
    said
      .filter(([, what]) => kind.test(what ?? ''))
      .map(([, , text]) => value(text ?? ''))
      .filter((one) => one !== null && one !== undefined);
  return {
    birthDates: read(/^DOB$/, ofacDate),
    birthPlaces: read(/^POB$/, (text) => text),
    sex: read(/^Gender$/, (text) => SEXES[text])[0] ?? null,
    nationalities: [...new Set(read(/^(nationality|citizen)$/, countryCode))],
    weakNames: read(/k\.a\.$/, (text) => ({ ...ofacName(text.replace(/^'|'$/g, '')), weak: true })),
    documents: parts.map(ofacDocument).filter((one) => one !== null),
  };
}
