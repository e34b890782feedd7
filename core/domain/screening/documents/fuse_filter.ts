import type { DocumentKey } from './document_key.ts';
import { buildShard, SHARD_FIELDS, shardMayHold } from './fuse_shard.ts';

/**
 * Says "surely not on the list" for most documents that are not, without touching the list. Keys are parted by their
 * first bits into shards that are built one by one, so that hundreds of millions need no more memory than the largest
 * shard and the filter itself.
 */
export interface FuseFilter {
  /** Never false for a key of the list. Allocates nothing. */
  mayHold(key: DocumentKey): boolean;
  /** Bytes kept in memory. */
  readonly size: number;
}

/** Keys in one shard, about: enough for the small size, few enough to build in 30 MB. */
const SHARD_KEYS = 2 ** 20;
const MOST_SHARD_BITS = 12;

/** How many first bits of a key choose the shard, for a list of so many keys. */
export function shardBitsFor(keys: number): number {
  return Math.min(MOST_SHARD_BITS, Math.max(0, Math.ceil(Math.log2(keys / SHARD_KEYS))));
}

/** The shard of a key, from the first word of the key. */
export function shardOf(high: number, shardBits: number): number {
  return shardBits === 0 ? 0 : high >>> (32 - shardBits);
}

/** What a filter is made of, as it is stored. */
export interface FilterImage {
  readonly shardBits: number;
  /** SHARD_FIELDS numbers a shard. */
  readonly fields: Uint32Array;
  readonly bytes: Uint8Array;
}

export function fuseFilter({ shardBits, fields, bytes }: FilterImage): FuseFilter {
  return {
    mayHold(key) {
      const high = key[0] ?? 0;
      return shardMayHold(fields, shardOf(high, shardBits) * SHARD_FIELDS, bytes, high, key[1] ?? 0);
    },
    size: fields.byteLength + bytes.byteLength,
  };
}

/** A shard that is ready: its number, its fields without the place where its bytes will lie, and those bytes. */
export interface FinishedShard {
  readonly shard: number;
  readonly fields: readonly [segmentLength: number, starts: number, seed: number];
  readonly bytes: Uint8Array;
}

/**
 * Takes the different keys of a list in rising order of their first word and hands out every shard as soon as it is
 * complete.
 */
export function shardBuilder(shardBits: number, finished: (shard: FinishedShard) => void) {
  let highs = new Uint32Array(1024);
  let lows = new Uint32Array(1024);
  let count = 0;
  let current = 0;
  const close = () => {
    finished({ shard: current, ...buildShard(highs, lows, count) });
    current++;
    count = 0;
  };
  const grow = () => {
    const largerHighs = new Uint32Array(highs.length * 2);
    const largerLows = new Uint32Array(lows.length * 2);
    largerHighs.set(highs);
    largerLows.set(lows);
    highs = largerHighs;
    lows = largerLows;
  };
  return {
    add(high: number, low: number): void {
      const shard = shardOf(high, shardBits);
      while (current < shard) close();
      if (count === highs.length) grow();
      highs[count] = high;
      lows[count] = low;
      count++;
    },
    finish(): void {
      while (current < 2 ** shardBits) close();
    },
  };
}

/** Puts shards together, in their order, into bytes of a known length, in memory that threads can share. */
export function filterAssembler(shardBits: number, length: number) {
  const fields = new Uint32Array(new SharedArrayBuffer(2 ** shardBits * SHARD_FIELDS * Uint32Array.BYTES_PER_ELEMENT));
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  let offset = 0;
  return {
    put({ shard, fields: [segmentLength, starts, seed], bytes: content }: FinishedShard): void {
      fields.set([offset, segmentLength, starts, seed], shard * SHARD_FIELDS);
      bytes.set(content, offset);
      offset += content.length;
    },
    image: (): FilterImage => ({ shardBits, fields, bytes }),
  };
}
