import type { EntryName, WatchlistEntry } from '../domain/screening/entry.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { ListRows, RejectedRow } from '../ports/watchlist.ts';
import { type CsvRow, csvRows } from './csv_rows.ts';
import { checkedRow } from './entry_check.ts';
import { type ListFileFactsAnswer, listFileFacts } from './list_file.ts';
import { type AtLine, listReading, type OpenListFile } from './list_reading.ts';
import { besideByNumber, type OfacFiles, ofacColumn, ofacFiles } from './ofac_beside.ts';
import { ofacName, ofacRemarks } from './ofac_remarks.ts';
import { birthDateFields } from './said_dates.ts';

const COLUMNS = 12;
/** Bad rows of the files beside are told up to this number: each costs an alias or an address, none a person. */
const TOLD_BESIDE = 100;

/** What the files beside the main one say of an entry. */
interface Beside {
  readonly otherNames: readonly EntryName[];
  readonly addresses: readonly string[];
  readonly overflow: string;
}

/** The column holds so many characters; what goes beyond stands in the file of comments, cut within a word. */
const LONGEST_REMARKS = 1000;

/** The remarks put together again; without their rest, what the cut may have gone through is left out: half a number is none. */
function wholeRemarks(remarks: string, overflow: string): string {
  if (remarks.length < LONGEST_REMARKS) return `${ofacColumn(remarks)} ${overflow}`;
  return overflow === '' ? remarks.slice(0, remarks.lastIndexOf(';') + 1) : remarks + overflow;
}

/** The officer sees title and addresses beside the hit; where someone lived tells no nationality, so it goes no further. */
function noteOf(title: string, addresses: readonly string[]): string {
  return [title, ...addresses]
    .filter((part) => part !== '')
    .join('; ')
    .slice(0, 2000);
}

function entryOf(row: CsvRow, beside: Beside): WatchlistEntry {
  const columns = row.columns.map(ofacColumn);
  const remarks = ofacRemarks(wholeRemarks(row.columns[11] ?? '', beside.overflow));
  const note = noteOf(columns[4] ?? '', beside.addresses);
  return {
    id: `OFAC-${columns[0]}`,
    names: [ofacName(columns[1] ?? ''), ...beside.otherNames, ...remarks.weakNames],
    ...birthDateFields(remarks.birthDates),
    ...(remarks.birthPlaces[0] ? { birthPlace: remarks.birthPlaces[0] } : {}),
    ...(remarks.sex ? { sex: remarks.sex } : {}),
    ...(remarks.nationalities.length > 0 ? { nationalities: remarks.nationalities } : {}),
    ...(remarks.documents.length > 0 ? { documents: remarks.documents } : {}),
    action: 'REFER',
    authority: 'US OFAC',
    ...(columns[3] ? { legalGround: columns[3] } : {}),
    ...(note === '' ? {} : { note }),
  };
}

async function besides(
  open: OpenListFile,
  files: OfacFiles,
  rejected: (row: RejectedRow) => void,
): Promise<(number: string) => Beside> {
  const { otherNames, addresses, comments } = files;
  const nameOf = ([, , , name]: readonly string[]) => (name ? ofacName(name) : null);
  const addressOf = ([, , ...parts]: readonly string[]) =>
    parts
      .slice(0, 3)
      .filter((part) => part !== '')
      .join(', ') || null;
  const commentOf = ([, comment]: readonly string[]) => comment || null;
  const alt = { path: otherNames, name: 'ALT', columns: 5, value: nameOf };
  const add = { path: addresses, name: 'ADD', columns: 6, value: addressOf };
  const rest = { path: comments, name: 'COMMENTS', columns: 2, value: commentOf };
  const names = await besideByNumber(open, alt, rejected);
  const places = await besideByNumber(open, add, rejected);
  const overflow = await besideByNumber(open, rest, rejected);
  return (number) => ({
    otherNames: names.get(number) ?? [],
    addresses: places.get(number) ?? [],
    overflow: (overflow.get(number) ?? []).join(' '),
  });
}

/**
 * Only individuals become entries: a ship or a company lays no passport on the reader, and its name would stop travellers
 * who are called alike. The others are no bad rows; they are passed over.
 */
function rowOf(row: CsvRow, beside: (number: string) => Beside): WatchlistEntry | RejectedRow | null {
  const { line, columns } = row;
  const [number = '', name = '', type] = columns.map(ofacColumn);
  if (number === 'ent_num') return null;
  if (!/^\d+$/.test(number)) return { line, reason: 'NUMBER' };
  if (name === '') return { line, reason: 'NAME' };
  return type === 'individual' ? checkedRow(line, entryOf(row, beside(number))) : null;
}

async function* rows(open: OpenListFile, at: AtLine, files: OfacFiles): AsyncGenerator<WatchlistEntry | RejectedRow> {
  const rejected: RejectedRow[] = [];
  const beside = await besides(open, files, (row) => void (rejected.length < TOLD_BESIDE && rejected.push(row)));
  yield* rejected;
  let read = 0;
  for await (const row of csvRows(open(files.main), COLUMNS)) {
    read++;
    at(row.line);
    const one = 'reason' in row ? row : rowOf(row, beside);
    if (one) yield one;
  }
  if (read === 0) throw new ListFileError({ code: 'LIST_FILE_EMPTY', detail: 'no row in the file' });
}

/**
 * The individuals of a sanctions list of the US Treasury in its CSV form: `path` is sdn.csv or cons_prim.csv; the files of
 * other names, addresses and overlong remarks are taken from the same folder where they are there; a bad row of theirs is told
 * as ALT_..., ADD_... or COMMENTS_... with its line there.
 */
export function ofacCsv(path: string): ListRows {
  const files = ofacFiles(path);
  const all = [files.main, files.otherNames, files.addresses, files.comments];
  return listReading(
    all.filter((file) => file !== null),
    (open, at) => rows(open, at, files),
  );
}

/** Facts of the list in all its files. */
export function ofacFacts(path: string): ListFileFactsAnswer {
  const { otherNames, addresses, comments } = ofacFiles(path);
  return listFileFacts(
    path,
    [otherNames, addresses, comments].filter((file) => file !== null),
  );
}
