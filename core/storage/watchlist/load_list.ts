import { existsSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { indexBuilder } from '../../domain/screening/index/index_builder.ts';
import { openIndex } from '../../domain/screening/index/person_index.ts';
import { ensureFilter } from '../documents/filter_file.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { storageProblem } from '../storage_problem.ts';
import { asideName } from './aside_files.ts';
import { documentBytesOf, documentFilesOf } from './document_files.ts';
import { loadDocuments } from './document_part.ts';
import { asideDirectory, type ListParts, rowsOfCopy } from './list_file.ts';
import { contentOf, openListFile } from './list_layer.ts';
import type { LoadedDelta, LoadedList } from './list_reader.ts';
import { readSealedImage, writeSealedImage } from './sealed_image.ts';

function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** Null when the file is damaged or was made over another copy. */
function loadDelta(path: string, key: Buffer, baseDigest: string, rows: number): LoadedDelta | null {
  let database: EncryptedDatabase | null = null;
  try {
    database = openListFile(path, key);
    const content = contentOf(database);
    if (content.baseDigest !== baseDigest) return null;
    const documents = loadDocuments(path, key, content);
    if (documents === 'DAMAGED') return null;
    const image = database.prepare<[], Buffer>('SELECT content FROM image').pluck().get();
    const opened = image && shared(image);
    if (!opened || !openIndex(opened).ok) return null;
    const hidden = new Uint8Array(new SharedArrayBuffer((rows >> 3) + 1));
    for (const number of database.prepare<[], number>('SELECT number FROM hidden').pluck().iterate()) {
      hidden[number >> 3] = (hidden[number >> 3] ?? 0) | (1 << (number & 7));
    }
    const hiddenIds = new Set(database.prepare<[], string>('SELECT id FROM hidden_ids').pluck().all());
    return { path, documents, image: opened, hidden, hiddenIds };
  } catch (problem) {
    if (storageProblem(problem, path)?.code !== 'STORE_DAMAGED') throw problem;
    return null;
  } finally {
    database?.close();
  }
}

/** What these files take on the disk. */
export function bytesOf(parts: ListParts): number {
  const paths = [parts.path, parts.image, parts.delta].filter((path) => path !== null && existsSync(path));
  const beside = [parts.path, parts.delta].map((path) => (path === null ? 0 : documentBytesOf(path)));
  return [...paths.map((path) => statSync(path ?? '').size), ...beside].reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Reads and checks what a look-up needs, for another thread to use. `image` is null where it is absent, damaged or of
 * an older form. Answers with the path of a file that is damaged. Throws file system errors, and SqliteError for the copy.
 */
export function loadList(parts: ListParts, key: Buffer): LoadedList | { readonly damaged: string } {
  const database = openListFile(parts.path, key);
  try {
    const content = contentOf(database);
    const { digest } = content;
    const documents = loadDocuments(parts.path, key, content);
    if (documents === 'DAMAGED') return { damaged: parts.path };
    const image = readSealedImage(parts.image, key, digest);
    const usable = typeof image !== 'string' && openIndex(image).ok;
    const delta = parts.delta === null ? null : loadDelta(parts.delta, key, digest, rowsOfCopy(content));
    if (parts.delta !== null && delta === null) return { damaged: parts.delta };
    return { path: parts.path, documents, image: usable ? image : null, delta, bytes: bytesOf(parts) };
  } finally {
    database.close();
  }
}

function imageOfRows(database: EncryptedDatabase): Uint8Array {
  const builder = indexBuilder();
  const rows = database.prepare<[], { number: number; body: string }>('SELECT number, body FROM entries');
  for (const { number, body } of rows.iterate()) builder.add(number, JSON.parse(body));
  return builder.finish((bytes) => new SharedArrayBuffer(bytes));
}

/** Makes the image of a copy again from its rows. A disk without room for it costs the next start, not this one. */
export function rebuildImage(directory: string, parts: ListParts, key: Buffer): Uint8Array {
  const database = openListFile(parts.path, key);
  try {
    const image = imageOfRows(database);
    const aside = join(asideDirectory(directory), asideName(basename(parts.image)));
    try {
      writeSealedImage(aside, key, contentOf(database).digest, image);
      renameSync(aside, parts.image);
    } catch (problem) {
      if (!(problem instanceof Error && 'syscall' in problem)) throw problem;
    }
    return image;
  } finally {
    database.close();
  }
}

/** Makes again what is missing of the filters beside a copy and its changes. Throws SqliteError. */
export function rebuildFilters({ path, delta }: ListParts, key: Buffer): void {
  for (const listFile of delta === null ? [path] : [path, delta]) {
    const files = documentFilesOf(listFile);
    if (existsSync(files.store)) ensureFilter(files, key);
  }
}
