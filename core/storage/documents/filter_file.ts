import { existsSync, renameSync, rmSync } from 'node:fs';
import {
  type FilterImage,
  type FinishedShard,
  filterAssembler,
  shardBuilder,
} from '../../domain/screening/documents/fuse_filter.ts';
import { SHARD_FIELDS } from '../../domain/screening/documents/fuse_shard.ts';
import type { DocumentListContent, DocumentListFiles } from './document_list.ts';
import { documentStore } from './document_store.ts';
import { ChunkDamaged, chunkKey, chunkReader, chunkWriter } from './sealed_chunks.ts';

/** A shard in the file: its three fields, four bytes each, then its bytes. */
const FIELDS_BYTES = 12;

/** A filter made in another way from the same documents needs another purpose, and so another key. */
const PURPOSE = 'filter 1';

type FilterContent = DocumentListContent['filter'];

function chunkOf({ fields, bytes }: FinishedShard): Uint8Array {
  const chunk = Buffer.alloc(FIELDS_BYTES + bytes.length);
  fields.forEach((field, place) => {
    chunk.writeUInt32LE(field, place * 4);
  });
  chunk.set(bytes, FIELDS_BYTES);
  return chunk;
}

/**
 * Writes the filter of a store as its keys come, in rising order. The same keys give the same file to the byte, so that
 * one built anew is sealed as the first was. Functions throw file system errors.
 */
export function filterWriter(path: string, key: Buffer, token: string, shardBits: number) {
  const writer = chunkWriter(path, chunkKey(key, token, PURPOSE));
  const chunks: number[] = [];
  let bytes = 0;
  const builder = shardBuilder(shardBits, (shard) => {
    chunks.push(writer.append(chunkOf(shard)).bytes);
    bytes += shard.bytes.length;
  });
  return {
    add: builder.add,
    finish(): FilterContent {
      builder.finish();
      writer.finish();
      return { shardBits, bytes, chunks };
    },
    close: writer.close,
  };
}

/** The filter of a store, or null where its file is missing or not what was written. Throws file system errors. */
export function readFilter(path: string, key: Buffer, content: DocumentListContent): FilterImage | null {
  if (!existsSync(path)) return null;
  const { shardBits, bytes, chunks } = content.filter;
  const reader = chunkReader(path, chunkKey(key, content.token, PURPOSE));
  const assembler = filterAssembler(shardBits, bytes);
  try {
    let offset = 0;
    chunks.forEach((sealed, shard) => {
      const chunk = reader.read({ chunk: shard, offset, bytes: sealed });
      offset += sealed;
      const fields = [chunk.readUInt32LE(0), chunk.readUInt32LE(4), chunk.readUInt32LE(8)] as const;
      assembler.put({ shard, fields, bytes: chunk.subarray(FIELDS_BYTES) });
    });
    return assembler.image();
  } catch (problem) {
    if (problem instanceof ChunkDamaged) return null;
    throw problem;
  } finally {
    reader.close();
  }
}

function shardOfImage({ fields, bytes }: FilterImage, shard: number): FinishedShard {
  const [offset = 0, segmentLength = 0, starts = 0, seed = 0] = fields.subarray(shard * SHARD_FIELDS);
  const next = fields[(shard + 1) * SHARD_FIELDS] ?? bytes.length;
  return { shard, fields: [segmentLength, starts, seed], bytes: bytes.subarray(offset, next) };
}

/** Puts a filter beside its store. A disk without room for it costs the next start, not this one. */
function writeFilter(path: string, key: Buffer, token: string, image: FilterImage): void {
  const aside = `${path}.new`;
  rmSync(aside, { force: true });
  const writer = chunkWriter(aside, chunkKey(key, token, PURPOSE));
  try {
    for (let shard = 0; shard < 2 ** image.shardBits; shard++) writer.append(chunkOf(shardOfImage(image, shard)));
    writer.finish();
    renameSync(aside, path);
  } catch (problem) {
    writer.close();
    rmSync(aside, { force: true });
    if (!(problem instanceof Error && 'syscall' in problem)) throw problem;
  }
}

/** Makes the filter of a store again from its documents and puts it beside. Throws SqliteError. */
export function rebuildFilter(files: DocumentListFiles, key: Buffer): FilterImage {
  const store = documentStore(files.store, key);
  try {
    const { token, filter } = store.content;
    const assembler = filterAssembler(filter.shardBits, filter.bytes);
    const builder = shardBuilder(filter.shardBits, assembler.put);
    for (const { high, low } of store.documents()) builder.add(high, low);
    builder.finish();
    writeFilter(files.filter, key, token, assembler.image());
    return assembler.image();
  } finally {
    store.close();
  }
}

/** The same where the filter that lies there is not what was written, or there is none. */
export function ensureFilter(files: DocumentListFiles, key: Buffer): void {
  const store = documentStore(files.store, key);
  const { content } = store;
  store.close();
  if (!readFilter(files.filter, key, content)) rebuildFilter(files, key);
}
