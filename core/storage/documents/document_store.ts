import { createHash } from 'node:crypto';
import { unpackDocument } from '../../domain/screening/documents/document_key.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';
import { bucketOf, findInBucket, keyWords, type Listed, restOf, rowsOfBucket } from './bucket.ts';
import type { DocumentListContent, EndedDocument } from './document_list.ts';
import { type EntryForm, wholeEntry } from './entry_form.ts';

/** Form 0: the entries stand in full in `own`, under the identity as number. */
export const OWN_FORM = 0;

export const DOCUMENT_SCHEMA = `
CREATE TABLE header (content TEXT NOT NULL) STRICT;
CREATE TABLE forms (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE own (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE ends (last_day TEXT NOT NULL, id TEXT NOT NULL, valid_to TEXT NOT NULL,
  PRIMARY KEY (last_day, id)) STRICT, WITHOUT ROWID;
CREATE TABLE buckets (number INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;
`;

/** Adds up what a store holds, in order. */
export function storeDigest() {
  const hash = createHash('sha256');
  const head = Buffer.alloc(8);
  const add = (number: number, content: string | Buffer) => {
    head.writeUInt32BE(number, 0);
    head.writeUInt32BE(content.length, 4);
    hash.update(head).update(content);
  };
  return {
    bucket: add,
    /** Forms, own entries and ends, once all buckets were added. */
    finish(database: EncryptedDatabase): string {
      for (const table of ['forms', 'own']) {
        const rows = database.prepare<[], [number, string]>(`SELECT number, body FROM ${table} ORDER BY number`).raw();
        for (const [number, body] of rows.iterate()) add(number, body);
      }
      const ends = database.prepare<[], string>(
        "SELECT last_day || ' ' || valid_to || ' ' || id FROM ends ORDER BY last_day, id",
      );
      for (const end of ends.pluck().iterate()) add(0, end);
      return hash.digest('hex');
    },
  };
}

/** A bucket and the number it is kept under. */
type StoredBucket = [number: number, rows: Buffer];

export interface StoredDocument extends Listed {
  readonly high: number;
  readonly low: number;
}

/** A finished store, open for reading. Throws SqliteError. */
export function documentStore(path: string, key: Buffer) {
  const database = openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'DELETE', readOnly: true });
  database.pragma('cache_size = -8192');
  const header = database.prepare<[], string>('SELECT content FROM header').pluck().get();
  if (header === undefined) throw new Error('a document store without header was put in service');
  const content = JSON.parse(header) as DocumentListContent;
  const bucket = database.prepare<[number], Buffer>('SELECT rows FROM buckets WHERE number = ?').pluck();
  const buckets = database.prepare<[], StoredBucket>('SELECT number, rows FROM buckets ORDER BY number').raw();
  const own = database.prepare<[number], string>('SELECT body FROM own WHERE number = ?').pluck();
  const formTexts = new Map(
    database.prepare<[], [number, string]>('SELECT number, body FROM forms ORDER BY number').raw().all(),
  );
  const forms = new Map([...formTexts].map(([number, body]) => [number, JSON.parse(body) as EntryForm]));
  const ended = database.prepare<[string, string], EndedDocument>(
    'SELECT id, valid_to AS validTo FROM ends WHERE last_day >= ? AND last_day < ? ORDER BY last_day, id',
  );
  const { bucketBits } = content;

  return {
    content,
    formTexts,
    ownText: (number: number): string | undefined => own.get(number),
    find(high: number, low: number): Listed | null {
      const rows = bucket.get(bucketOf(high, bucketBits));
      return rows ? findInBucket(rows, restOf(high, low, bucketBits)) : null;
    },
    /** The entries behind what was found under a key. */
    entries(documentKey: Uint32Array, { form, identity }: Listed): WatchlistEntry[] {
      if (form === OWN_FORM) return JSON.parse(own.get(identity) ?? '[]') as WatchlistEntry[];
      const known = forms.get(form);
      const document = unpackDocument(documentKey);
      return known && document ? [wholeEntry(known, identity, document)] : [];
    },
    /** Entries whose last day lies in [from, before), as far as they were noted. */
    ended: (from: string, before: string): EndedDocument[] => ended.all(from, before),
    /** Every document, in rising order of keys. */
    *documents(): Generator<StoredDocument> {
      for (const [number, rows] of buckets.iterate()) {
        for (const { rest, form, identity } of rowsOfBucket(rows)) {
          const [high, low] = keyWords(number, rest, bucketBits);
          yield { high, low, form, identity };
        }
      }
    },
    /** The digest of what is really there. */
    readBack(seen: (high: number, low: number) => void): string {
      const digest = storeDigest();
      for (const [number, rows] of buckets.iterate()) {
        digest.bucket(number, rows);
        for (const { rest } of rowsOfBucket(rows)) seen(...keyWords(number, rest, bucketBits));
      }
      return digest.finish(database);
    },
    close: () => void database.close(),
  };
}

export type DocumentStore = ReturnType<typeof documentStore>;
