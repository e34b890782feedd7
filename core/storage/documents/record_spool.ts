import { rmSync } from 'node:fs';
import { type ChunkPlace, chunkReader, chunkWriter } from './sealed_chunks.ts';

/**
 * Records on their way into order: four words each (key high, key low, form << 16 | identity high, identity low).
 * They arrive in any order and leave in the order of their keys, slice by slice; in between they lie aside, sealed.
 */
export const RECORD_WORDS = 4;

/** Keys are evenly spread, so their first 8 bits part them into slices of nearly one size. */
const SLICE_BITS = 8;
const SLICES = 2 ** SLICE_BITS;
/** Records held before they are written aside: 32 MB, and as much again while they are parted. */
const RUN_RECORDS = 2 ** 21;
/** Most bits of the key that put a slice into order in one pass; what shares them is put in order one by one. */
const MOST_ORDER_BITS = 20;

/** Stable counting pass over records by `bits` of their first word from bit `shift` on; gives where each part begins. */
function partBy(from: Uint32Array, count: number, to: Uint32Array, shift: number, bits: number): Uint32Array {
  const mask = 2 ** bits - 1;
  const begins = new Uint32Array(mask + 2);
  for (let at = 0; at < count; at++) {
    const part = ((from[at * RECORD_WORDS] ?? 0) >>> shift) & mask;
    begins[part + 1] = (begins[part + 1] ?? 0) + 1;
  }
  for (let part = 1; part < begins.length; part++) begins[part] = (begins[part] ?? 0) + (begins[part - 1] ?? 0);
  const next = begins.slice();
  for (let at = 0; at < count; at++) {
    const source = at * RECORD_WORDS;
    const part = ((from[source] ?? 0) >>> shift) & mask;
    const place = next[part] ?? 0;
    next[part] = place + 1;
    for (let word = 0; word < RECORD_WORDS; word++) to[place * RECORD_WORDS + word] = from[source + word] ?? 0;
  }
  return begins;
}

function keyAfter(records: Uint32Array, at: number, high: number, low: number): boolean {
  const other = records[at * RECORD_WORDS] ?? 0;
  return other > high || (other === high && (records[at * RECORD_WORDS + 1] ?? 0) > low);
}

/** Puts nearly ordered records into the order of their keys; equal keys stay in the order of arrival. */
function insertInOrder(records: Uint32Array, count: number): void {
  for (let at = 1; at < count; at++) {
    const own = at * RECORD_WORDS;
    const high = records[own] ?? 0;
    const low = records[own + 1] ?? 0;
    if (!keyAfter(records, at - 1, high, low)) continue;
    const third = records[own + 2] ?? 0;
    const fourth = records[own + 3] ?? 0;
    let place = at;
    while (place > 0 && keyAfter(records, place - 1, high, low)) place--;
    records.copyWithin((place + 1) * RECORD_WORDS, place * RECORD_WORDS, own);
    records[place * RECORD_WORDS] = high;
    records[place * RECORD_WORDS + 1] = low;
    records[place * RECORD_WORDS + 2] = third;
    records[place * RECORD_WORDS + 3] = fourth;
  }
}

interface Run {
  readonly places: readonly (ChunkPlace | null)[];
}

/** Functions throw file system errors and ChunkDamaged. `key` must be good for this file alone. */
export function recordSpool(path: string, key: Buffer, runRecords = RUN_RECORDS) {
  const writer = chunkWriter(path, key);
  const runs: Run[] = [];
  let arriving = new Uint32Array(runRecords * RECORD_WORDS);
  let parted = new Uint32Array(runRecords * RECORD_WORDS);
  let count = 0;
  let total = 0;

  const writeRun = () => {
    const begins = partBy(arriving, count, parted, 32 - SLICE_BITS, SLICE_BITS);
    const places = Array.from({ length: SLICES }, (_, slice) => {
      const begin = (begins[slice] ?? 0) * RECORD_WORDS;
      const end = (begins[slice + 1] ?? 0) * RECORD_WORDS;
      if (begin === end) return null;
      const part = parted.subarray(begin, end);
      return writer.append(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    });
    runs.push({ places });
    total += count;
    count = 0;
  };

  return {
    add(high: number, low: number, form: number, identity: number): void {
      const at = count * RECORD_WORDS;
      arriving[at] = high;
      arriving[at + 1] = low;
      arriving[at + 2] = form * 65_536 + Math.floor(identity / 2 ** 32);
      arriving[at + 3] = identity % 2 ** 32;
      count++;
      if (count === runRecords) writeRun();
    },
    total: () => total + count,
    /** Every record, in rising order of keys, in batches that are good until the next one. */
    *inOrder(): Generator<{ readonly records: Uint32Array; readonly count: number }> {
      if (count > 0) writeRun();
      writer.close();
      arriving = new Uint32Array(0);
      parted = new Uint32Array(0);
      const reader = chunkReader(path, key);
      try {
        for (let slice = 0; slice < SLICES; slice++) {
          const contents = runs.flatMap(({ places }) => places[slice] ?? []).map((place) => reader.read(place));
          const bytes = Buffer.concat(contents);
          const together = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
          const records = new Uint32Array(together.length);
          const found = together.length / RECORD_WORDS;
          const bits = Math.min(MOST_ORDER_BITS, Math.ceil(Math.log2(found + 1)));
          partBy(together, found, records, 32 - SLICE_BITS - bits, bits);
          insertInOrder(records, found);
          yield { records, count: found };
        }
      } finally {
        reader.close();
      }
    },
    /** Leaves nothing behind; safe at any time. */
    remove(): void {
      writer.close();
      rmSync(path, { force: true });
    },
  };
}
