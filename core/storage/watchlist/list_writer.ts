import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { indexBuilder } from '../../domain/screening/index/index_builder.ts';
import type { ListHeader } from '../../ports/watchlist.ts';
import { type DocumentCounts, isDocumentEntry } from '../documents/document_list.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { documentPart } from './document_part.ts';
import { entryDigest, listDigest } from './entry_digest.ts';
import {
  asideDirectory,
  imagePath,
  LIST_SCHEMA,
  type ListContent,
  listPath,
  listSlug,
  rowsOfCopy,
} from './list_file.ts';
import { imageHolds, readsBack } from './reads_back.ts';
import { attach, flush, keyWriter, newListFile } from './row_writer.ts';
import { readSealedImage, writeSealedImage } from './sealed_image.ts';
import { type StateInService, stateInService } from './state_in_service.ts';
import { clearGeneration, inTurn, swapIn } from './swap_in.ts';

export interface ListWriterOptions {
  readonly directory: string;
  readonly key: Buffer;
  readonly header: ListHeader;
  readonly importedAt: number;
  /** When changes came last, where the copy is made of an older one and its changes. */
  readonly lastDeltaAt?: number | null;
  /** A name for the files under construction that no other import uses. */
  readonly token: string;
}

export interface ListCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly oldVersion: string | null;
  readonly oldEntries: number;
}

/** What builds a list, or changes to one, aside. Functions throw SqliteError and file system errors. */
export interface ListWriter<Row> {
  /** Null, or why the row was not taken in. */
  add(row: Row): string | null;
  /** Builds, verifies and compares; null when what was written can not be read back as it was given. */
  finish(): ListCounts | null;
  /** After `finish`. False when another state has come into service since the building began: nothing is changed. */
  swapIn(): boolean;
  /** Leaves no trace; safe at any time. */
  abandon(): void;
}

/** How many ids of the new file are in the old state too, and how many of these with the same content. */
function compare(database: EncryptedDatabase, key: Buffer, old: StateInService) {
  attach(database, 'copy', old.parts.path, key);
  const joined = (of: string, where: string) =>
    database
      .prepare<[], { known: number; same: number | null }>(
        `SELECT count(*) AS known, sum(new.digest = old.digest) AS same
         FROM main.ids AS new CROSS JOIN ${of}.ids AS old ON old.id = new.id WHERE ${where}`,
      )
      .get() ?? { known: 0, same: 0 };
  if (old.parts.delta === null) return joined('copy', 'true');
  attach(database, 'delta', old.parts.delta, key);
  const untouched = joined('copy', 'NOT EXISTS (SELECT 1 FROM delta.hidden AS h WHERE h.number = old.number)');
  const touched = joined('delta', 'true');
  return { known: untouched.known + touched.known, same: (untouched.same ?? 0) + (touched.same ?? 0) };
}

/** Builds a whole copy of a list, to follow on the state `old`. */
export function listWriter(options: ListWriterOptions, old: StateInService | null): ListWriter<WatchlistEntry> {
  const { directory, key, header } = options;
  const path = join(asideDirectory(directory), `${options.token}.db`);
  const imageAside = join(asideDirectory(directory), `${options.token}.index`);
  const database = newListFile(path, key, LIST_SCHEMA);
  database.exec('BEGIN');
  const insertId = database.prepare('INSERT OR IGNORE INTO ids VALUES (?, ?, ?, ?)');
  const insertEntry = database.prepare('INSERT INTO entries VALUES (?, ?)');
  const documents = documentPart(path, key, options.token);
  const names = indexBuilder();
  const writeKeys = keyWriter(database, names);
  const digest = listDigest();
  let entries = 0;
  let persons = 0;

  /** Documents are counted against the copy alone: what came with changes since counts as new. */
  const counts = (ofDocuments: DocumentCounts): ListCounts => {
    const oldEntries = old?.content.entries ?? 0;
    const { known, same } = old ? compare(database, key, old) : { known: 0, same: 0 };
    return {
      added: entries - known + ofDocuments.added,
      changed: known - (same ?? 0) + ofDocuments.changed,
      removed: (old ? rowsOfCopy(old.content) : 0) - known + ofDocuments.removed,
      oldVersion: old?.content.version ?? null,
      oldEntries,
    };
  };

  return {
    add(entry) {
      if (isDocumentEntry(entry)) {
        documents.add(entry);
        return null;
      }
      const body = JSON.stringify(entry);
      const own = entryDigest(body);
      const named = entry.names.length > 0 ? 1 : 0;
      if (insertId.run(entry.id, entries + 1, named, own).changes === 0) return 'DUPLICATE_ID';
      entries++;
      persons += named;
      insertEntry.run(entries, body);
      digest.add(own);
      writeKeys(entries, entry);
      return null;
    },
    finish() {
      const found = documents.finish(old?.parts.path ?? null);
      if (found === false) return null;
      const content: ListContent = {
        ...header,
        importedAt: options.importedAt,
        lastDeltaAt: options.lastDeltaAt ?? null,
        entries: entries + (found?.content.entries ?? 0),
        persons,
        documentEntries: found?.content.entries ?? 0,
        ownDocuments: found?.content.digest ?? null,
        digest: digest.result(),
        baseDigest: null,
      };
      database.prepare('INSERT INTO header VALUES (?)').run(JSON.stringify(content));
      database.exec('COMMIT');
      const gone = { added: 0, changed: 0, removed: old?.content.documentEntries ?? 0 };
      const counted = counts(found?.counts ?? gone);
      database.close();
      writeSealedImage(imageAside, key, content.digest, names.finish());
      const image = readSealedImage(imageAside, key, content.digest);
      if (
        typeof image === 'string' ||
        !readsBack(path, key, { entries, digest: content.digest }) ||
        !imageHolds(path, key, image)
      )
        return null;
      flush(path);
      return counted;
    },
    swapIn: () =>
      inTurn(directory, () => {
        const now = stateInService(directory, key, header.list);
        if (now?.parts.path !== old?.parts.path || now?.parts.delta !== old?.parts.delta) return false;
        const slug = listSlug(header.list);
        const generation = (now?.newest.generation ?? 0) + 1;
        clearGeneration(directory, slug, generation);
        const name = listPath(directory, slug, generation);
        swapIn(directory, header.list, [
          ...documents.renames(name),
          [imageAside, imagePath(directory, slug, generation)],
          [path, name],
        ]);
        return true;
      }),
    abandon() {
      if (database.open) database.close();
      documents.abandon();
      for (const leftover of [path, `${path}-journal`, imageAside]) if (existsSync(leftover)) rmSync(leftover);
    },
  };
}
