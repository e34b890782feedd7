import type { EntryDocument, EntryName, WatchlistEntry } from '../domain/screening/entry.ts';
import type { RejectedRow } from '../ports/watchlist.ts';

/**
 * Checks entries by hand-written code: lists of lost documents have hundreds of millions of lines, and a general schema
 * takes several times as long for one. entry_check.test.ts holds it against a schema of the same form.
 */

type Fields = Readonly<Record<string, unknown>>;

/** The place that is wrong: travels as an exception, for a bad row is rare and the good ones must not pay for it. */
class WrongField {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
}

type Check<T> = (value: unknown, path: string) => T;

function text(longest: number, shortest = 1): Check<string> {
  return (value, path) => {
    if (typeof value === 'string' && value.length >= shortest && value.length <= longest) return value;
    throw new WrongField(path);
  };
}

function pattern(form: RegExp): Check<string> {
  return (value, path) => {
    if (typeof value === 'string' && form.test(value)) return value;
    throw new WrongField(path);
  };
}

function oneOf<const T extends string>(...known: readonly T[]): Check<T> {
  return (value, path) => {
    if (known.includes(value as T)) return value as T;
    throw new WrongField(path);
  };
}

function list<T>(most: number, check: Check<T>): Check<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new WrongField(path);
    const checked = value.map((one, place) => check(one, `${path}.${place}`));
    if (value.length > most) throw new WrongField(path);
    return checked;
  };
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0) && (month !== 2 || day < 29 || leap);
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

const date: Check<string> = (value, path) => {
  if (typeof value !== 'string' || !DATE.test(value)) throw new WrongField(path);
  const day = value.length > 7 ? Number(value.slice(8)) : 1;
  const month = value.length > 4 ? Number(value.slice(5, 7)) : 1;
  if (!isDay(Number(value.slice(0, 4)), month, day)) throw new WrongField(path);
  return value;
};

const flag: Check<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value;
  throw new WrongField(path);
};

const priority: Check<number> = (value, path) => {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 9) return Number(value);
  throw new WrongField(path);
};

/** An object of optional fields: those it has, in this order, and no others. */
function optional(checks: Readonly<Record<string, Check<unknown>>>) {
  const fields = Object.entries(checks);
  return (value: Fields, prefix: string, into: Record<string, unknown>) => {
    for (const [name, check] of fields) {
      // A field that is there and undefined comes from no file: it is wrong like any other value.
      const given = value[name];
      if (given !== undefined || Object.hasOwn(value, name)) into[name] = check(given, prefix + name);
    }
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const shortText = text(500);
const country = pattern(/^[A-Z]{1,3}$/);

const nameFields = optional({ surname: shortText, givenNames: text(500, 0), full: shortText, weak: flag });
const name: Check<EntryName> = (value, path) => {
  if (!isFields(value)) throw new WrongField(path);
  const checked = {};
  nameFields(value, `${path}.`, checked);
  return checked;
};

const documentFields = optional({
  kind: shortText,
  status: oneOf('LOST', 'STOLEN', 'REVOKED', 'SINGLE_USE_SPENT', 'LISTED'),
});
const document: Check<EntryDocument> = (value, path) => {
  if (!isFields(value)) throw new WrongField(path);
  const checked = {
    number: shortText(value.number, `${path}.number`),
    issuer: country(value.issuer, `${path}.issuer`),
  };
  documentFields(value, `${path}.`, checked);
  return checked;
};

const id = text(200);
const names = list(500, name);
const otherFields = optional({
  birthDate: date,
  otherBirthDates: list(50, date),
  birthDateApproximate: flag,
  birthPlace: shortText,
  sex: oneOf('M', 'F', 'X'),
  nationalities: list(50, country),
  personalNumber: shortText,
  documents: list(500, document),
  action: oneOf('STOP', 'REFER', 'DISCREET', 'INFORM'),
  priority,
  discreet: flag,
  authority: shortText,
  decision: shortText,
  decisionDate: date,
  legalGround: text(2000, 0),
  personInformed: flag,
  recordedAt: date,
  validFrom: date,
  validTo: date,
  note: text(2000, 0),
});

function checkedEntry(content: unknown): WatchlistEntry {
  if (!isFields(content)) throw new WrongField('');
  const entry: WatchlistEntry = {
    id: id(content.id, 'id'),
    names: content.names === undefined ? [] : names(content.names, 'names'),
  };
  otherFields(content, '', entry as unknown as Record<string, unknown>);
  if (entry.names.length === 0 && entry.personalNumber === undefined && !entry.documents?.length) {
    throw new WrongField('names');
  }
  return entry;
}

/** A checked entry with its fields in one fixed order, or where it is wrong (`FIELD:documents.0.issuer`), never what it says. */
export function parseEntry(content: unknown): { readonly entry: WatchlistEntry } | { readonly reason: string } {
  try {
    return { entry: checkedEntry(content) };
  } catch (problem) {
    if (problem instanceof WrongField) return { reason: `FIELD:${problem.path}` };
    throw problem;
  }
}

/** Holds an entry drawn from a foreign form to the limits of the project's own; beyond them the row is rejected. */
export function checkedRow(line: number, content: WatchlistEntry): WatchlistEntry | RejectedRow {
  const parsed = parseEntry(content);
  return 'entry' in parsed ? parsed.entry : { line, reason: parsed.reason };
}
