import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldNumber } from '../../domain/screening/fold.ts';
import { openIndex, type PersonIndex } from '../../domain/screening/index/person_index.ts';
import type { PreparedQuery } from '../../domain/screening/prepared_query.ts';
import type { DocumentListReader } from '../documents/document_list.ts';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';
import { type LoadedDocuments, openDocuments } from './document_part.ts';
import type { ListContent } from './list_file.ts';

/** Entries that are judged, the likeliest first. */
const JUDGED = 100;

/** A list file, opened for reading only. Throws SqliteError. */
export function openListFile(path: string, key: Buffer): EncryptedDatabase {
  return openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'DELETE', readOnly: true });
}

/** What a list file says of itself. Throws SqliteError, and on a file that is none of ours. */
export function contentOf(database: EncryptedDatabase): ListContent {
  const header = database.prepare<[], string>('SELECT content FROM header').pluck().get();
  if (header === undefined) throw new Error('a list file without header was put in service');
  return JSON.parse(header) as ListContent;
}

/** An entry whose last day was `lastDay`. */
export interface EndedEntry {
  readonly number: number;
  readonly id: string;
  readonly validTo: string;
}

/** One file of a list, a copy or the changes over it, ready for look-ups. */
export interface ListLayer {
  readonly path: string;
  readonly content: ListContent;
  /** The search index by names; null while it is being made. */
  readonly index: PersonIndex | null;
  /** The entries that are kept by their documents alone; null where there are none. */
  readonly documents: DocumentListReader | null;
  /** Numbers of the entries that may concern this person: by document and personal number, then by name. */
  candidates(prepared: PreparedQuery): Set<number>;
  entry(number: number): WatchlistEntry | null;
  /** Entries whose last day lies in [from, before). */
  ended(from: string, before: string): EndedEntry[];
  close(): void;
}

/**
 * Opens one file with its search index; without one (null) only numbers are found. `slack`: bits below the index's own
 * limit at which entries are candidates still. Throws SqliteError.
 */
export function listLayer(
  path: string,
  key: Buffer,
  image: Uint8Array | null,
  loadedDocuments: LoadedDocuments | null,
  slack = 0,
): ListLayer {
  const opened = image && openIndex(image);
  const index = opened?.ok ? opened.value : null;
  const database = openListFile(path, key);
  const documents = openDocuments(loadedDocuments, key);
  database.pragma('cache_size = -16384');
  const content = contentOf(database);
  const ofDocument = database.prepare<[string], number>('SELECT entry FROM document_keys WHERE key = ?').pluck();
  const ofPersonal = database.prepare<[string], number>('SELECT entry FROM personal_keys WHERE key = ?').pluck();
  const body = database.prepare<[number], string>('SELECT body FROM entries WHERE number = ?').pluck();
  const ofEnd = database
    .prepare<[string, string], number>('SELECT entry FROM ends WHERE last_day >= ? AND last_day < ?')
    .pluck();
  const entry = (number: number) => JSON.parse(body.get(number) ?? 'null') as WatchlistEntry | null;

  const named = (prepared: PreparedQuery): number[] =>
    index ? index.find(prepared, { most: JUDGED, floor: index.limit - slack }).map(({ place }) => place) : [];

  return {
    path,
    content,
    index,
    documents,
    candidates(prepared) {
      const { documentNumber, personalNumber } = prepared.query;
      return new Set([
        ...(documentNumber ? ofDocument.all(foldNumber(documentNumber)) : []),
        ...(personalNumber ? ofPersonal.all(foldNumber(personalNumber)) : []),
        ...named(prepared),
      ]);
    },
    entry,
    ended(from, before) {
      return ofEnd.all(from, before).flatMap((number) => {
        const found = entry(number);
        return found?.validTo === undefined ? [] : [{ number, id: found.id, validTo: found.validTo }];
      });
    },
    close() {
      database.close();
      documents?.close();
    },
  };
}
