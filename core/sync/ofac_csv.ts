import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse';
import type { EntryName, WatchlistEntry } from '../domain/screening/entry.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { RejectedRow } from '../ports/watchlist.ts';
import { listFileError } from './list_file.ts';
import { ofacRemarks } from './ofac_remarks.ts';

interface Row {
  readonly line: number;
  readonly columns: readonly string[];
}

const COLUMNS = 12;
const END_OF_FILE = '\u001a';

function column(value: string | undefined): string {
  const text = (value ?? '').trim();
  return text === '-0-' ? '' : text;
}

/** The rows of one of the list's files; a header line and the closing control character are left out. */
async function* rowsOf(path: string): AsyncGenerator<Row> {
  const source = createReadStream(path);
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 1 << 20,
    info: true,
  });
  // A pipe does not hand errors on.
  source.on('error', (problem) => parser.destroy(problem));
  source.pipe(parser);
  for await (const record of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    const columns = record.record.map(column);
    if (columns[0] === END_OF_FILE || columns[0] === 'ent_num') continue;
    yield { line: record.info.lines, columns };
  }
}

/** `SURNAME, Given Names`: a comma parts the two; without one the name is whole. */
function ofacName(name: string): EntryName {
  const cut = name.indexOf(',');
  if (cut < 0) return { full: name };
  return { surname: name.slice(0, cut).trim(), givenNames: name.slice(cut + 1).trim() };
}

/** Collects a file that stands beside `sdn.csv` by the entry's number; an absent file is empty. */
async function beside<T>(path: string, name: string, value: (columns: readonly string[]) => T | null) {
  const found = new Map<string, T[]>();
  const file = join(dirname(path), name);
  if (!existsSync(file)) return found;
  for await (const { columns } of rowsOf(file)) {
    const one = value(columns);
    const number = columns[0] ?? '';
    if (one === null) continue;
    const list = found.get(number);
    if (list) list.push(one);
    else found.set(number, [one]);
  }
  return found;
}

function entryOf(
  columns: readonly string[],
  otherNames: readonly EntryName[],
  overflow: readonly string[],
): WatchlistEntry {
  const remarks = ofacRemarks([columns[11], ...overflow].join(' '));
  return {
    id: `OFAC-${columns[0]}`,
    names: [ofacName(columns[1] ?? ''), ...otherNames],
    ...(remarks.birthDate ? { birthDate: remarks.birthDate } : {}),
    ...(remarks.sex ? { sex: remarks.sex } : {}),
    ...(remarks.nationalities.length > 0 ? { nationalities: remarks.nationalities } : {}),
    ...(remarks.documents.length > 0 ? { documents: remarks.documents } : {}),
    action: 'REFER',
    authority: 'US OFAC',
    ...(columns[3] ? { legalGround: columns[3] } : {}),
  };
}

function rejection(columns: readonly string[]): string | null {
  if (columns.length !== COLUMNS) return 'COLUMN_COUNT';
  if (!/^\d+$/.test(columns[0] ?? '')) return 'NUMBER';
  return columns[1] === '' ? 'NAME' : null;
}

/**
 * The individuals of the sanctions list of the US Treasury in its CSV form: `path` is sdn.csv; alt.csv (other names)
 * and sdn_comments.csv (overlong remarks) are taken from the same folder where they are there. Other kinds of entry
 * are passed over. Throws ListFileError when the file can not be read or is no such file.
 */
export async function* ofacCsv(path: string): AsyncGenerator<WatchlistEntry | RejectedRow> {
  try {
    const names = await beside(path, 'alt.csv', (columns) => (columns[3] ? ofacName(columns[3]) : null));
    const overflow = await beside(path, 'sdn_comments.csv', (columns) => columns[1] || null);
    let rows = 0;
    for await (const { line, columns } of rowsOf(path)) {
      rows++;
      const reason = rejection(columns);
      if (reason) yield { line, reason };
      else if (columns[2] === 'individual') {
        const number = columns[0] ?? '';
        yield entryOf(columns, names.get(number) ?? [], overflow.get(number) ?? []);
      }
    }
    if (rows === 0) throw new ListFileError({ code: 'LIST_FILE_EMPTY', detail: 'no row in the file' });
  } catch (problem) {
    throw listFileError(problem);
  }
}
