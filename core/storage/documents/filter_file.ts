import { existsSync } from 'node:fs';
import {
  type FinishedShard,
  type FuseFilter,
  filterAssembler,
  fuseFilter,
  shardBitsFor,
  shardBuilder,
} from '../../domain/screening/documents/fuse_filter.ts';
import type { DocumentListContent } from './document_list.ts';
import { ChunkDamaged, chunkKey, chunkReader, chunkWriter } from './sealed_chunks.ts';

/** A shard in the file: its three fields, four bytes each, then its bytes. */
const FIELDS_BYTES = 12;

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
export function filterWriter(path: string, key: Buffer, token: string, documents: number) {
  const shardBits = shardBitsFor(documents);
  const writer = chunkWriter(path, chunkKey(key, token, 'filter'));
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
export function readFilter(path: string, key: Buffer, content: DocumentListContent): FuseFilter | null {
  if (!existsSync(path)) return null;
  const { shardBits, bytes, chunks } = content.filter;
  const reader = chunkReader(path, chunkKey(key, content.token, 'filter'));
  const assembler = filterAssembler(shardBits, bytes);
  try {
    let offset = 0;
    chunks.forEach((sealed, shard) => {
      const chunk = reader.read({ chunk: shard, offset, bytes: sealed });
      offset += sealed;
      const fields = [chunk.readUInt32LE(0), chunk.readUInt32LE(4), chunk.readUInt32LE(8)] as const;
      assembler.put({ shard, fields, bytes: chunk.subarray(FIELDS_BYTES) });
    });
    return fuseFilter(assembler.image());
  } catch (problem) {
    if (problem instanceof ChunkDamaged) return null;
    throw problem;
  } finally {
    reader.close();
  }
}
