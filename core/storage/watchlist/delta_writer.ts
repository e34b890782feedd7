import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { indexBuilder } from '../../domain/screening/index/index_builder.ts';
import type { ListChange } from '../../ports/watchlist.ts';
import { isDocumentEntry } from '../documents/document_list.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { copiedDocuments } from './copied_documents.ts';
import { documentPart } from './document_part.ts';
import { entryDigest, listDigest } from './entry_digest.ts';
import { asideDirectory, DELTA_SCHEMA, deltaPath, type ListContent } from './list_file.ts';
import type { ListWriter, ListWriterOptions } from './list_writer.ts';
import { imageHolds, readsBack } from './reads_back.ts';
import { attach, flush, keyWriter, newListFile } from './row_writer.ts';
import { type StateInService, stateInService } from './state_in_service.ts';
import { inTurn, swapIn } from './swap_in.ts';

interface KnownRow {
  readonly number: number;
  readonly named: number;
  readonly digest: Uint8Array;
}

/** The rows of a file of changes as they grow, over the copy attached as `copy`. */
function changedRows(database: EncryptedDatabase) {
  const ofId = (file: string) =>
    database.prepare<[string], KnownRow>(`SELECT number, named, digest FROM ${file}.ids WHERE id = ?`);
  const own = ofId('main');
  const copied = ofId('copy');
  const isHidden = database.prepare<[number], number>('SELECT 1 FROM hidden WHERE number = ?').pluck();
  const hide = database.prepare('INSERT INTO hidden VALUES (?)');
  const removeId = database.prepare('DELETE FROM ids WHERE id = ?');
  const removeEntry = database.prepare('DELETE FROM entries WHERE number = ?');
  const insertId = database.prepare('INSERT INTO ids VALUES (?, ?, ?, ?)');
  const insertEntry = database.prepare('INSERT INTO entries VALUES (?, ?)');
  const bodyOf = database.prepare<[number], string>('SELECT body FROM entries WHERE number = ?').pluck();
  let last = database.prepare<[], number>('SELECT max(number) FROM entries').pluck().get() ?? 0;

  return {
    find(id: string): { readonly row: KnownRow; readonly inCopy: boolean } | null {
      const changed = own.get(id);
      if (changed) return { row: changed, inCopy: false };
      const row = copied.get(id);
      return row && isHidden.get(row.number) === undefined ? { row, inCopy: true } : null;
    },
    /** True when the row was an entry that is kept by its documents alone. */
    remove(id: string, { row, inCopy }: { readonly row: KnownRow; readonly inCopy: boolean }): boolean {
      if (inCopy) {
        hide.run(row.number);
        return false;
      }
      const entry = JSON.parse(bodyOf.get(row.number) ?? 'null') as WatchlistEntry | null;
      removeId.run(id);
      removeEntry.run(row.number);
      return entry !== null && isDocumentEntry(entry);
    },
    put(entry: WatchlistEntry, body: string, digest: Uint8Array): void {
      last++;
      insertId.run(entry.id, last, entry.names.length > 0 ? 1 : 0, digest);
      insertEntry.run(last, body);
    },
  };
}

/** Numbers, days, names and digest of the rows as they are at the end. */
function sealRows(database: EncryptedDatabase, documents: ReturnType<typeof documentPart>) {
  const names = indexBuilder();
  const writeKeys = keyWriter(database, names);
  const digest = listDigest();
  const rows = database.prepare<[], { number: number; body: string }>(
    'SELECT number, body FROM entries ORDER BY number',
  );
  // Read at once: the connection writes while it walks, and a delta is small.
  const all = rows.all();
  for (const { number, body } of all) {
    digest.add(entryDigest(body));
    const entry = JSON.parse(body) as WatchlistEntry;
    if (isDocumentEntry(entry)) documents.add(entry);
    else writeKeys(number, entry);
  }
  return { image: names.finish(), digest: digest.result(), entries: all.length };
}

/** Begins with all that has changed since the copy already. */
function takeOver(database: EncryptedDatabase, state: StateInService, key: Buffer): void {
  attach(database, 'copy', state.parts.path, key);
  if (state.parts.delta !== null) attach(database, 'delta', state.parts.delta, key);
  database.exec('BEGIN');
  if (state.parts.delta === null) return;
  for (const table of ['entries', 'ids', 'hidden', 'hidden_ids'])
    database.exec(`INSERT INTO main.${table} SELECT * FROM delta.${table}`);
}

/** Builds the changes to a list over the copy in service; `old` is the state that they apply to. */
export function deltaWriter(options: ListWriterOptions, old: StateInService): ListWriter<ListChange> {
  const { directory, key, header } = options;
  const path = join(asideDirectory(directory), `${options.token}.db`);
  const database = newListFile(path, key, DELTA_SCHEMA);
  takeOver(database, old, key);
  const rows = changedRows(database);
  const documents = documentPart(path, key, options.token);
  const copied = copiedDocuments(database, old, key);
  let added = 0;
  let changed = 0;
  let removed = 0;
  let { persons, documentEntries } = old.content;

  const withdraw = (id: string): string | null => {
    const found = rows.find(id);
    const wasDocument = found ? rows.remove(id, found) : copied.withdraw(id);
    if (!found && !wasDocument) return 'UNKNOWN_ID';
    if (wasDocument) documentEntries--;
    removed++;
    persons -= found?.row.named ?? 0;
    return null;
  };
  /** `add` and `update` alike: what counts is the authority's last word on an id. */
  const put = (entry: WatchlistEntry): null => {
    const body = JSON.stringify(entry);
    const digest = entryDigest(body);
    const found = rows.find(entry.id);
    if (found && digest.equals(found.row.digest)) return null;
    const before = found ? null : copied.replace(entry);
    if (before && JSON.stringify(before) === body) return null;
    const wasDocument = before !== null || (found !== null && rows.remove(entry.id, found));
    documentEntries += (isDocumentEntry(entry) ? 1 : 0) - (wasDocument ? 1 : 0);
    if (found || before) changed++;
    else added++;
    persons += (entry.names.length > 0 ? 1 : 0) - (found?.row.named ?? 0);
    rows.put(entry, body, digest);
    return null;
  };

  return {
    add: (change) => (change.op === 'withdraw' ? withdraw(change.id) : put(change.entry)),
    finish() {
      const sealed = sealRows(database, documents);
      const built = documents.finish(null);
      copied.close();
      if (built === false) return null;
      const content: ListContent = {
        ...header,
        importedAt: old.content.importedAt,
        lastDeltaAt: options.importedAt,
        entries: old.content.entries + added - removed,
        persons,
        documentEntries,
        ownDocuments: built?.content.digest ?? null,
        digest: sealed.digest,
        baseDigest: old.baseDigest,
      };
      database.prepare('INSERT INTO header VALUES (?)').run(JSON.stringify(content));
      database.prepare('INSERT INTO image VALUES (?)').run(sealed.image);
      database.exec('COMMIT');
      database.close();
      if (!readsBack(path, key, sealed) || !imageHolds(path, key, sealed.image)) return null;
      flush(path);
      return { added, changed, removed, oldVersion: old.content.version, oldEntries: old.content.entries };
    },
    swapIn: () =>
      inTurn(directory, () => {
        const now = stateInService(directory, key, header.list);
        if (now?.parts.path !== old.parts.path || now.parts.delta !== old.parts.delta) return false;
        const step = (old.file.deltas[0]?.step ?? 0) + 1;
        const name = deltaPath(directory, old.file.slug, old.file.generation, step);
        swapIn(directory, header.list, [...documents.renames(name), [path, name]]);
        return true;
      }),
    abandon() {
      if (database.open) database.close();
      copied.close();
      documents.abandon();
      for (const leftover of [path, `${path}-journal`]) if (existsSync(leftover)) rmSync(leftover);
    },
  };
}
