import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ListFileError } from '../ports/list_file_error.ts';
import { listFileError } from './list_file.ts';

const CHUNK = 1 << 18;

/** A list packs to a fifth or a twentieth of its size; what unpacks to far more was made to fill the memory or the disk. */
const HIGHEST_RATIO = 150;
const UNPACKED_FREE = 64 << 20;

async function* fileChunks(path: string, drawn: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK);
      if (bytesRead === 0) return;
      drawn(bytesRead);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function* unpacked(packed: AsyncGenerator<Buffer>, packedBytes: () => number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // An error of either side ends both; it is thrown where the result is drawn.
  pipeline(Readable.from(packed), gunzip, () => {});
  let bytes = 0;
  for await (const chunk of gunzip as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > UNPACKED_FREE + HIGHEST_RATIO * packedBytes()) {
      throw new ListFileError({ code: 'LIST_FORMAT', detail: 'GZIP_RATIO' });
    }
    yield chunk;
  }
}

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function isGzip(start: Buffer): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** By its mark, or by the zero bytes that plain ASCII has in it. */
function isUtf16(start: Buffer): boolean {
  const mark = (start[0] ?? 0) * 256 + (start[1] ?? 0);
  return mark === 0xfffe || mark === 0xfeff || (start.length > 1 && (start[0] === 0 || start[1] === 0));
}

async function* textChunks(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of chunks) {
    if (first && isUtf16(chunk)) throw new ListFileError({ code: 'LIST_FORMAT', detail: 'ENCODING_UTF_16' });
    first = false;
    yield chunk;
  }
}

/**
 * The text of a list file as bytes, in pieces of a quarter of a megabyte; a gzip file is unpacked on the way. `drawn` is told
 * of every piece taken from the disk. Throws ListFileError: LIST_FILE_UNREADABLE, or LIST_FORMAT for damaged gzip, for
 * gzip that unpacks beyond reason, and for UTF-16.
 */
export async function* listSource(path: string, drawn: (bytes: number) => void): AsyncGenerator<Buffer> {
  let packedBytes = 0;
  const chunks = fileChunks(path, (bytes) => {
    packedBytes += bytes;
    drawn(bytes);
  });
  try {
    const first = await chunks.next();
    if (first.done) return;
    const all = startingWith(first.value, chunks);
    yield* textChunks(isGzip(first.value) ? unpacked(all, () => packedBytes) : all);
  } catch (problem) {
    throw listFileError(problem);
  } finally {
    await chunks.return(undefined);
  }
}
