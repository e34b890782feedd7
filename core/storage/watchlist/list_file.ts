import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StorageProblem } from '../../ports/records.ts';
import type { ListHeader, WatchlistProblem, WatchlistProblemCode } from '../../ports/watchlist.ts';

/** One list is one file; a new copy is a new file with the next generation number, and the highest one counts. */
export const LIST_SCHEMA = `
CREATE TABLE header (content TEXT NOT NULL) STRICT;
CREATE TABLE entries (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, digest BLOB NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE document_keys (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) STRICT, WITHOUT ROWID;
CREATE TABLE personal_keys (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) STRICT, WITHOUT ROWID;
CREATE TABLE name_keys (key TEXT NOT NULL, year INTEGER NOT NULL, entry INTEGER NOT NULL,
  PRIMARY KEY (key, year, entry)) STRICT, WITHOUT ROWID;
`;

/** The year under which an entry without a birth date is kept. */
export const YEAR_UNKNOWN = 0;

/** What a list file says of itself. */
export interface ListContent extends ListHeader {
  readonly importedAt: number;
  readonly entries: number;
  /** SHA-256 over the digests of all entries in order, hexadecimal. */
  readonly digest: string;
}

export interface ListFile {
  readonly slug: string;
  readonly generation: number;
  readonly path: string;
}

export function listsDirectory(directory: string): string {
  return join(directory, 'watchlist');
}

export function asideDirectory(directory: string): string {
  return join(directory, 'watchlist', 'aside');
}

export function makeListDirectories(directory: string): void {
  mkdirSync(asideDirectory(directory), { recursive: true, mode: 0o700 });
}

/** A file name for a list name: readable, and never the same for two lists. */
export function listSlug(list: string): string {
  const readable = list
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  return `${readable}-${createHash('sha256').update(list, 'utf8').digest('hex').slice(0, 8)}`;
}

export function listPath(directory: string, slug: string, generation: number): string {
  return join(listsDirectory(directory), `${slug}.${String(generation).padStart(6, '0')}.db`);
}

/** Every list file in the folder, the newest generation of each list first. */
export function listFiles(directory: string): ListFile[] {
  const found: ListFile[] = [];
  for (const name of readdirSync(listsDirectory(directory))) {
    const parts = /^(.+)\.(\d{6,})\.db$/.exec(name);
    if (!parts?.[1]) continue;
    found.push({ slug: parts[1], generation: Number(parts[2]), path: join(listsDirectory(directory), name) });
  }
  return found.sort((a, b) => b.generation - a.generation);
}

/** The copies of one list, the one in service first. */
export function copiesOf(directory: string, list: string): ListFile[] {
  const slug = listSlug(list);
  return listFiles(directory).filter((file) => file.slug === slug);
}

const CODES: Readonly<Partial<Record<StorageProblem['code'], WatchlistProblemCode>>> = {
  STORE_DAMAGED: 'LIST_STORE_DAMAGED',
  STORE_KEY_WRONG: 'LIST_STORE_DAMAGED',
  STORE_FULL: 'LIST_STORE_FULL',
};

export function listProblem(problem: StorageProblem): WatchlistProblem {
  return { code: CODES[problem.code] ?? 'LIST_STORE_IO', detail: problem.detail };
}
