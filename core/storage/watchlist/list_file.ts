import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StorageProblem } from '../../ports/records.ts';
import type { ListHeader, WatchlistProblem, WatchlistProblemCode } from '../../ports/watchlist.ts';

/**
 * A copy of a list is `<slug>.<generation>.db` and its search index beside it; the highest generation counts. Changes to
 * it are in `<slug>.<generation>.d<step>.db`, each holding all that has changed since the copy; the highest step counts.
 */
export const LIST_SCHEMA = `
CREATE TABLE header (content TEXT NOT NULL) STRICT;
CREATE TABLE entries (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE ids (id TEXT PRIMARY KEY, number INTEGER NOT NULL, named INTEGER NOT NULL, digest BLOB NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE TABLE document_keys (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) STRICT, WITHOUT ROWID;
CREATE TABLE personal_keys (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) STRICT, WITHOUT ROWID;
CREATE TABLE ends (last_day TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (last_day, entry)) STRICT, WITHOUT ROWID;
`;

/**
 * What a file of changes has besides: the rows of the copy that no longer count, the ids that no longer count among its
 * documents, and its own small search index.
 */
export const DELTA_SCHEMA = `${LIST_SCHEMA}
CREATE TABLE hidden (number INTEGER PRIMARY KEY) STRICT;
CREATE TABLE hidden_ids (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE image (content BLOB NOT NULL) STRICT;
`;

/** What a list file says of itself; a file of changes speaks for the whole list as it is with them. */
export interface ListContent extends ListHeader {
  readonly importedAt: number;
  readonly entries: number;
  readonly persons: number;
  /** Of `entries`: those kept by their documents alone, beside the list files (document_part.ts). */
  readonly documentEntries: number;
  /** The digest of the documents that lie beside this very file, or null. */
  readonly ownDocuments: string | null;
  readonly lastDeltaAt: number | null;
  /** SHA-256 over the digests of the file's own rows in order, hexadecimal. */
  readonly digest: string;
  /** Of the rows of the copy that the changes were made over; null in a copy. */
  readonly baseDigest: string | null;
}

/** How many rows a copy has in its own file. */
export function rowsOfCopy(content: Pick<ListContent, 'entries' | 'documentEntries'>): number {
  return content.entries - content.documentEntries;
}

/** A file of changes over a copy. */
export interface DeltaFile {
  readonly step: number;
  readonly path: string;
}

/** A copy of a list, and the files of changes over it, the last one first. */
export interface ListFile {
  readonly slug: string;
  readonly generation: number;
  readonly path: string;
  readonly image: string;
  readonly deltas: readonly DeltaFile[];
}

/** Which files make up a list; `delta` null where nothing has changed since the copy. */
export interface ListParts {
  readonly path: string;
  readonly image: string;
  readonly delta: string | null;
}

/** Every way in which a list can be put together from its files, the best first. */
export function waysOf(files: readonly ListFile[]): ListParts[] {
  return files.flatMap(({ path, image, deltas }) => [
    ...deltas.map((delta) => ({ path, image, delta: delta.path })),
    { path, image, delta: null },
  ]);
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

function generationPath(directory: string, slug: string, generation: number): string {
  return join(listsDirectory(directory), `${slug}.${String(generation).padStart(6, '0')}`);
}

export function listPath(directory: string, slug: string, generation: number): string {
  return `${generationPath(directory, slug, generation)}.db`;
}

export function imagePath(directory: string, slug: string, generation: number): string {
  return `${generationPath(directory, slug, generation)}.index`;
}

export function deltaPath(directory: string, slug: string, generation: number, step: number): string {
  return `${generationPath(directory, slug, generation)}.d${String(step).padStart(6, '0')}.db`;
}

/** Every copy in the folder, the newest generation of each list first. */
export function listFiles(directory: string): ListFile[] {
  const names = readdirSync(listsDirectory(directory));
  const deltas = new Map<string, DeltaFile[]>();
  for (const name of names) {
    const parts = /^(.+\.\d{6,})\.d(\d{6,})\.db$/.exec(name);
    if (!parts?.[1]) continue;
    const over = deltas.get(parts[1]) ?? [];
    deltas.set(parts[1], [...over, { step: Number(parts[2]), path: join(listsDirectory(directory), name) }]);
  }
  const found: ListFile[] = [];
  for (const name of names) {
    const parts = /^((.+)\.(\d{6,}))\.db$/.exec(name);
    if (!parts?.[1] || !parts[2]) continue;
    const slug = parts[2];
    const generation = Number(parts[3]);
    found.push({
      slug,
      generation,
      path: listPath(directory, slug, generation),
      image: imagePath(directory, slug, generation),
      deltas: (deltas.get(parts[1]) ?? []).sort((a, b) => b.step - a.step),
    });
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
