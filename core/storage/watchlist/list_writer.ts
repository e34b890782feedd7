import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { yearOf } from '../../domain/screening/birth_date_match.ts';
import { nameKeys } from '../../domain/screening/blocking_keys.ts';
import { preparedNames } from '../../domain/screening/classify.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldNumber } from '../../domain/screening/fold.ts';
import type { ListHeader } from '../../ports/watchlist.ts';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';
import { flushDirectory } from '../sealed_file.ts';
import { entryDigest, listDigest } from './entry_digest.ts';
import {
  asideDirectory,
  copiesOf,
  LIST_SCHEMA,
  type ListContent,
  listPath,
  listSlug,
  listsDirectory,
  YEAR_UNKNOWN,
} from './list_file.ts';
import { readsBack } from './reads_back.ts';

export interface ListWriterOptions {
  readonly directory: string;
  readonly key: Buffer;
  readonly header: ListHeader;
  readonly importedAt: number;
  /** A name for the file under construction that no other import uses. */
  readonly token: string;
}

export interface ListCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly oldVersion: string | null;
  readonly oldEntries: number;
}

function keyWriter(database: EncryptedDatabase) {
  const document = database.prepare('INSERT OR IGNORE INTO document_keys VALUES (?, ?)');
  const personal = database.prepare('INSERT OR IGNORE INTO personal_keys VALUES (?, ?)');
  const name = database.prepare('INSERT OR IGNORE INTO name_keys VALUES (?, ?, ?)');
  return (number: number, entry: WatchlistEntry) => {
    for (const one of entry.documents ?? []) document.run(foldNumber(one.number), number);
    if (entry.personalNumber) personal.run(foldNumber(entry.personalNumber), number);
    const year = yearOf(entry.birthDate) ?? YEAR_UNKNOWN;
    for (const prepared of preparedNames(entry)) {
      const tokens = prepared.parts.map((part) => part.text);
      if (tokens.length === 0) continue;
      for (const key of nameKeys(tokens)) name.run(key, year, number);
    }
  };
}

interface OldList {
  digestOf(id: string): Uint8Array | undefined;
  readonly generation: number;
  readonly entries: number;
  readonly version: string | null;
  close(): void;
}

/** The copy in service, to count changes by; one that can not be read counts as none. */
function oldList(options: ListWriterOptions): OldList {
  const newest = copiesOf(options.directory, options.header.list)[0];
  const generation = newest?.generation ?? 0;
  const none: OldList = { digestOf: () => undefined, generation, entries: 0, version: null, close: () => {} };
  if (!newest) return none;
  try {
    const old = openEncrypted(newest.path, options.key, {
      synchronous: 'NORMAL',
      journalMode: 'DELETE',
      readOnly: true,
    });
    const digest = old.prepare<[string], Uint8Array>('SELECT digest FROM entries WHERE id = ?').pluck();
    const content = JSON.parse(
      old.prepare<[], string>('SELECT content FROM header').pluck().get() ?? '{}',
    ) as ListContent;
    return {
      digestOf: (id) => digest.get(id),
      generation,
      entries: content.entries,
      version: content.version,
      close: () => void old.close(),
    };
  } catch {
    return none;
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts the finished file in service by one rename; the generation before it stays as the last good one. */
function swapIn(aside: string, options: ListWriterOptions, newest: number): void {
  const { directory, header } = options;
  const older = copiesOf(directory, header.list);
  flush(aside);
  renameSync(aside, listPath(directory, listSlug(header.list), newest + 1));
  flushDirectory(listsDirectory(directory));
  // Removal may fail where another process still reads the file: it is tried again at the next import.
  for (const file of older.slice(1)) {
    try {
      rmSync(file.path);
    } catch {}
  }
}

export type ListWriter = ReturnType<typeof listWriter>;

/** Builds one list aside. Functions throw SqliteError and file system errors; nothing in service is touched before `swapIn`. */
export function listWriter(options: ListWriterOptions) {
  const path = join(asideDirectory(options.directory), `${options.token}.db`);
  const database = openEncrypted(path, options.key, { synchronous: 'NORMAL', journalMode: 'DELETE' });
  database.pragma('cache_size = -131072');
  database.exec(LIST_SCHEMA);
  database.exec('BEGIN');
  const insert = database.prepare('INSERT OR IGNORE INTO entries VALUES (?, ?, ?, ?)');
  const writeKeys = keyWriter(database);
  const old = oldList(options);
  const digest = listDigest();
  let entries = 0;
  let added = 0;
  let changed = 0;

  return {
    /** False when an entry of this id is in the list already. */
    add(entry: WatchlistEntry): boolean {
      const body = JSON.stringify(entry);
      const own = entryDigest(body);
      if (insert.run(entries + 1, entry.id, own, body).changes === 0) return false;
      entries++;
      digest.add(own);
      writeKeys(entries, entry);
      const before = old.digestOf(entry.id);
      if (!before) added++;
      else if (!own.equals(before)) changed++;
      return true;
    },
    count: () => entries,
    /** Commits and verifies; null when what was written can not be read back as it was given. */
    finish(): ListCounts | null {
      const content: ListContent = {
        ...options.header,
        importedAt: options.importedAt,
        entries,
        digest: digest.result(),
      };
      database.prepare('INSERT INTO header VALUES (?)').run(JSON.stringify(content));
      database.exec('COMMIT');
      database.close();
      const counts = { added, changed, removed: old.entries - (entries - added) };
      old.close();
      if (!readsBack(path, options.key, content)) return null;
      return { ...counts, oldVersion: old.version, oldEntries: old.entries };
    },
    /** After `finish`. False when another copy has come into service since the building began: nothing is changed. */
    swapIn(): boolean {
      const newest = copiesOf(options.directory, options.header.list)[0]?.generation ?? 0;
      if (newest !== old.generation) return false;
      swapIn(path, options, newest);
      return true;
    },
    /** Leaves no trace; safe at any time. */
    abandon(): void {
      if (database.open) database.close();
      old.close();
      for (const leftover of [path, `${path}-journal`]) if (existsSync(leftover)) rmSync(leftover);
    },
  };
}
