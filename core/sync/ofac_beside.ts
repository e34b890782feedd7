import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ListFileError } from '../ports/list_file_error.ts';
import type { RejectedRow } from '../ports/watchlist.ts';
import { csvRows } from './csv_rows.ts';
import type { OpenListFile } from './list_reading.ts';

/**
 * The files of one list stand beside each other and are joined on the first column: sdn.csv with alt.csv, add.csv and
 * sdn_comments.csv; of the list of others cons_prim.csv with cons_alt.csv, cons_add.csv and cons_comments.csv.
 */
export interface OfacFiles {
  readonly main: string;
  /** Null where there is none. */
  readonly otherNames: string | null;
  readonly addresses: string | null;
  readonly comments: string | null;
}

const EMPTY = '-0-';

/** A column as text; the authority writes an empty one `-0-`. */
export function ofacColumn(value: string | undefined): string {
  const text = (value ?? '').trim();
  return text === EMPTY ? '' : text;
}

/** Finds the files beside the main one, packed or not. A link is none: nobody has named it, and it could lead anywhere. */
export function ofacFiles(main: string): OfacFiles {
  const others = basename(main).toLowerCase().startsWith('cons') ? 'cons_' : '';
  const found = (name: string): string | null => {
    const paths = [name, name.toUpperCase()].flatMap((one) => [`${one}.csv`, `${one}.csv.gz`, `${one}.CSV`]);
    const isFile = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
    return paths.map((one) => join(dirname(main), one)).find(isFile) ?? null;
  };
  return {
    main,
    otherNames: found(`${others}alt`),
    addresses: found(`${others}add`),
    comments: found(`${others || 'sdn_'}comments`),
  };
}

/** The whole list has some tens of thousands of names; more is no such file, and must not fill the memory. */
const MOST_CHARACTERS = 64 << 20;

/** A file beside the main one: how many columns it has, and what to call it where a row of it is bad. */
interface BesideFile<T> {
  readonly path: string | null;
  readonly name: string;
  readonly columns: number;
  readonly value: (columns: readonly string[]) => T | null;
}

/**
 * The values of a file beside the main one by the entry's number; of an absent file none. A bad row goes to `rejected`, with
 * the name of its file before the reason.
 */
export async function besideByNumber<T>(
  open: OpenListFile,
  { path, name, columns, value }: BesideFile<T>,
  rejected: (row: RejectedRow) => void,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const found = new Map<string, T[]>();
  if (path === null) return found;
  let characters = 0;
  for await (const row of csvRows(open(path), columns)) {
    const texts = 'reason' in row ? [] : row.columns.map(ofacColumn);
    const number = texts[0] ?? '';
    if ('reason' in row || !/^(\d+|ent_num)$/i.test(number)) {
      rejected({ line: row.line, reason: `${name}_${'reason' in row ? row.reason : 'NUMBER'}` });
      continue;
    }
    const one = value(texts);
    if (one === null) continue;
    characters += texts.reduce((sum, text) => sum + text.length, 0);
    if (characters > MOST_CHARACTERS) throw new ListFileError({ code: 'LIST_FORMAT', detail: 'TOO_MANY_ROWS' });
    const list = found.get(number);
    if (list) list.push(one);
    else found.set(number, [one]);
  }
  return found;
}
