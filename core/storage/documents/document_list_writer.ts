import { rmSync } from 'node:fs';
import { lastDayIn } from '../../domain/screening/days.ts';
import { emptyDocumentKey, packDocument } from '../../domain/screening/documents/document_key.ts';
import { shardBitsFor } from '../../domain/screening/documents/fuse_filter.ts';
import { numberShapes } from '../../domain/screening/documents/number_shapes.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldIssuer, foldNumber } from '../../domain/screening/fold.ts';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';
import { type BucketRow, bucketBitsFor, bucketOf, encodeBucket, restOf } from './bucket.ts';
import { changeCounter } from './count_changes.ts';
import type { DocumentListContent, DocumentListFiles, DocumentListWriter } from './document_list.ts';
import { DOCUMENT_SCHEMA, documentStore, OWN_FORM, storeDigest } from './document_store.ts';
import { documentsHold } from './documents_hold.ts';
import { shortEntry } from './entry_form.ts';
import { filterWriter, readFilter } from './filter_file.ts';
import { gatherEqualKeys } from './gather_equal_keys.ts';
import { recordSpool } from './record_spool.ts';
import { chunkKey } from './sealed_chunks.ts';

export interface DocumentWriterOptions {
  /** Where the new store is built; nothing may lie there yet. */
  readonly files: DocumentListFiles;
  readonly key: Buffer;
  /** A name that no other import uses, ever. */
  readonly token: string;
}

/** More forms than these make no entry smaller, and all are held in memory: the rest of the entries is kept in full. */
const MOST_FORMS = 65_535;
const MOST_FORM_SIGNS = 8_000_000;
/** More lapses in a list are nobody's to read. */
const MOST_ENDS = 200_000;

/**
 * Notes the last day of each dated entry, for the journal to tell of it. Where there are more of them than a journal is
 * read for, none is noted; they lapse all the same, because every look-up asks for the day.
 */
function endsWriter(database: EncryptedDatabase) {
  const insert = database.prepare('INSERT OR IGNORE INTO ends VALUES (?, ?, ?)');
  let noted = 0;
  return ({ id, validTo }: WatchlistEntry) => {
    if (validTo === undefined || noted > MOST_ENDS) return;
    insert.run(lastDayIn(validTo) ?? validTo, id, validTo);
    noted++;
    if (noted > MOST_ENDS) database.exec('DELETE FROM ends');
  };
}

export function documentListWriter({ files, key, token }: DocumentWriterOptions): DocumentListWriter {
  const spoolPath = `${files.store}.spool`;
  const database = openEncrypted(files.store, key, { synchronous: 'NORMAL', journalMode: 'DELETE' });
  database.pragma('cache_size = -16384');
  database.exec(DOCUMENT_SCHEMA);
  database.exec('BEGIN');
  const insertForm = database.prepare('INSERT INTO forms VALUES (?, ?)');
  const insertOwn = database.prepare('INSERT INTO own VALUES (?, ?)');
  const insertBucket = database.prepare('INSERT INTO buckets VALUES (?, ?)');
  const own = database.prepare<[number], string>('SELECT body FROM own WHERE number = ?').pluck();
  const noteEnd = endsWriter(database);
  const spool = recordSpool(spoolPath, chunkKey(key, token, 'spool'));
  const shapes = numberShapes();
  const forms = new Map<string, number>();
  const documentKey = emptyDocumentKey();
  let filter: ReturnType<typeof filterWriter> | null = null;
  let formSigns = 0;
  let owned = 0;
  let entries = 0;

  const keepOwn = (entriesOfOne: readonly WatchlistEntry[]): number => {
    owned++;
    insertOwn.run(owned, JSON.stringify(entriesOfOne));
    return owned;
  };
  const ownEntries = (number: number) => JSON.parse(own.get(number) ?? '[]') as WatchlistEntry[];
  const formNumber = (text: string): number => {
    const known = forms.get(text);
    if (known !== undefined) return known;
    if (forms.size === MOST_FORMS || formSigns + text.length > MOST_FORM_SIGNS) return OWN_FORM;
    formSigns += text.length;
    insertForm.run(forms.size + 1, text);
    forms.set(text, forms.size + 1);
    return forms.size;
  };
  const place = (entry: WatchlistEntry): readonly [form: number, identity: number] => {
    const short = shortEntry(entry);
    const form = short ? formNumber(short.form) : OWN_FORM;
    return short && form !== OWN_FORM ? [form, short.identity] : [OWN_FORM, keepOwn([entry])];
  };

  return {
    add(entry) {
      const [form, identity] = place(entry);
      for (const { issuer, number } of entry.documents ?? []) {
        packDocument(issuer, number, documentKey);
        spool.add(documentKey[0] ?? 0, documentKey[1] ?? 0, form, identity);
        shapes.learn(foldIssuer(issuer), foldNumber(number));
      }
      noteEnd(entry);
      entries++;
    },

    finish(old) {
      const bucketBits = bucketBitsFor(spool.total());
      const digest = storeDigest();
      const filterBeside = filterWriter(files.filter, key, token, shardBitsFor(spool.total()));
      filter = filterBeside;
      const oldStore = old && documentStore(old.store, key);
      const counter = changeCounter(
        oldStore,
        (text) => forms.get(text),
        (number) => own.get(number),
      );
      let bucket = 0;
      let rows: BucketRow[] = [];
      let documents = 0;
      const writeBucket = () => {
        if (rows.length === 0) return;
        const bytes = encodeBucket(rows);
        insertBucket.run(bucket, bytes);
        digest.bucket(bucket, bytes);
        rows = [];
      };
      const { repeated } = gatherEqualKeys(
        spool.inOrder(),
        { keepOwn, ownEntries, forms },
        (high, low, form, identity) => {
          if (bucketOf(high, bucketBits) !== bucket) {
            writeBucket();
            bucket = bucketOf(high, bucketBits);
          }
          rows.push({ rest: restOf(high, low, bucketBits), form, identity });
          filterBeside.add(high, low);
          counter.see(high, low, form, identity);
          documents++;
        },
      );
      writeBucket();
      spool.remove();
      const content: DocumentListContent = {
        token,
        entries: entries - repeated,
        documents,
        bucketBits,
        digest: digest.finish(database),
        shapes: shapes.toJSON(),
        filter: filterBeside.finish(),
      };
      filter = null;
      database.prepare('INSERT INTO header VALUES (?)').run(JSON.stringify(content));
      database.exec('COMMIT');
      const counts = counter.finish();
      oldStore?.close();
      database.close();
      return documentsHold(files.store, key, content.digest, readFilter(files.filter, key, content))
        ? { content, counts, repeated }
        : null;
    },

    abandon() {
      filter?.close();
      if (database.open) database.close();
      spool.remove();
      for (const leftover of [files.store, `${files.store}-journal`, files.filter]) rmSync(leftover, { force: true });
    },
  };
}
