import type { EntryDocument, WatchlistEntry } from '../domain/screening/entry.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { ListRows, RejectedRow } from '../ports/watchlist.ts';
import { countryCodeOfAlpha2 } from './country_names.ts';
import { type CsvRow, csvRows } from './csv_rows.ts';
import { checkedRow } from './entry_check.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';
import { birthDateFields, saidDate } from './said_dates.ts';

/** Several values in one column are parted by semicolons; one that holds a semicolon or a quote itself stands in quotes. */
export function severalValues(column: string): string[] {
  const values = column.includes('"')
    ? [...column.matchAll(/"((?:[^"]|"")*)"|[^;"]+/g)].map(([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole)
    : column.split(';');
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

/**
 * The form does not say what an identifier is: passport, tax number or a key of some register. Each goes in with its issuer
 * and kind unknown, and can make a possible hit at most; keys of Wikidata are no document's.
 */
function identifiers(column: string): EntryDocument[] {
  return severalValues(column)
    .map((value) => value.replace(/[^A-Za-z0-9]/g, '').toUpperCase())
    .filter((number) => /\d{3}/.test(number) && !/^Q\d+$/.test(number) && number.length <= 30)
    .map((number) => ({ number, issuer: 'XXX', status: 'LISTED' as const }));
}

type Columns = (name: string) => string;

function entryOf(column: Columns): WatchlistEntry {
  const documents = identifiers(column('identifiers')).slice(0, 500);
  const countries = severalValues(column('countries')).map(countryCodeOfAlpha2);
  const nationalities = [...new Set(countries.filter((country) => country !== null))].slice(0, 50);
  const listed = saidDate(column('first_seen').slice(0, 10))?.dates[0];
  const names = [column('name'), ...severalValues(column('aliases'))];
  const ground = column('program_ids') || severalValues(column('sanctions')).join('; ');
  return {
    id: column('id'),
    names: [...new Set(names)].slice(0, 500).map((full) => ({ full })),
    ...birthDateFields(severalValues(column('birth_date')).map((date) => saidDate(date))),
    ...(nationalities.length > 0 ? { nationalities } : {}),
    ...(documents.length > 0 ? { documents } : {}),
    action: 'REFER',
    ...(column('dataset') === '' ? {} : { authority: column('dataset').slice(0, 500) }),
    ...(ground === '' ? {} : { legalGround: ground.slice(0, 2000) }),
    ...(listed ? { recordedAt: listed } : {}),
  };
}

const REQUIRED = ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries', 'identifiers'];

/** Where each column stands; its first row names them. */
function header(row: CsvRow | RejectedRow): ReadonlyMap<string, number> {
  const names = 'columns' in row ? row.columns.map((name, place) => [name.trim(), place] as const) : [];
  const places = new Map(names);
  const missing = REQUIRED.find((name) => !places.has(name));
  if (missing) throw new ListFileError({ code: 'LIST_FORMAT', detail: `no column ${missing}` });
  return places;
}

/** Persons only: why, says ofac_csv.ts. */
function rowOf(row: CsvRow, places: ReadonlyMap<string, number>): WatchlistEntry | RejectedRow | null {
  const { line, columns } = row;
  const column: Columns = (name) => (columns[places.get(name) ?? -1] ?? '').trim();
  if (column('schema') === '') return { line, reason: 'FIELD:schema' };
  return column('schema') === 'Person' ? checkedRow(line, entryOf(column)) : null;
}

async function* rows(open: OpenListFile, at: AtLine, path: string): AsyncGenerator<WatchlistEntry | RejectedRow> {
  let places: ReadonlyMap<string, number> | null = null;
  let read = 0;
  for await (const row of csvRows(open(path), 'AS_FIRST')) {
    if (!places) {
      places = header(row);
      continue;
    }
    read++;
    at(row.line);
    const one = 'reason' in row ? row : rowOf(row, places);
    if (one) yield one;
  }
  if (read === 0) throw new ListFileError({ code: 'LIST_FILE_EMPTY', detail: 'no row in the file' });
}

/** The persons of an OpenSanctions data set in the form `targets.simple.csv`. */
export function openSanctionsCsv(path: string): ListRows {
  return listReading([path], (open, at) => rows(open, at, path));
}
