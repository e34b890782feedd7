/**
 * One shard of a binary fuse filter with three places a key and 8 bits a place (Graf and Lemire, "Binary Fuse Filters",
 * 2022, arXiv 2201.01174): about 1.13 bytes a key, and 1 of 256 absent keys passes.
 */

/** Numbers that a shard is read by, in one array for all shards: where its bytes begin, and its sizes and seed. */
export const SHARD_FIELDS = 4;
const OFFSET = 0;
const SEGMENT_LENGTH = 1;
const STARTS = 2;
const SEED = 3;

interface Sizes {
  readonly segmentLength: number;
  /** Places at which the first of the three may lie. */
  readonly starts: number;
  readonly length: number;
}

/** Sizes by the paper's formulas for three places (its section 4); an empty shard has none. */
function sizesFor(keys: number): Sizes {
  if (keys === 0) return { segmentLength: 1, starts: 0, length: 0 };
  const many = Math.max(keys, 2);
  const segmentLength = 2 ** Math.min(13, Math.floor(Math.log(many) / Math.log(3.33) + 2.25));
  const factor = Math.max(1.125, 0.875 + (0.25 * Math.log(1e6)) / Math.log(many));
  const segments = Math.max(1, Math.ceil((many * factor) / segmentLength) - 2);
  return { segmentLength, starts: segments * segmentLength, length: (segments + 2) * segmentLength };
}

function firstHash(high: number, low: number, seed: number): number {
  let hash = Math.imul(high ^ seed, 0x9e37_79b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ low, 0x85eb_ca77);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae3d);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function secondHash(high: number, low: number, first: number): number {
  let hash = Math.imul(low ^ ((high << 11) | (high >>> 21)), 0x27d4_eb2f);
  hash = Math.imul(hash ^ (hash >>> 15) ^ first, 0x1656_67b1);
  return (hash ^ (hash >>> 14)) >>> 0;
}

/** Neither the bits that choose the first place nor those that choose the other two. */
function fingerprint(first: number, second: number): number {
  return (first ^ (second >>> 26)) & 0xff;
}

function startOf(first: number, starts: number): number {
  return Math.floor((first * starts) / 2 ** 32);
}

/** Whether the shard at `field` of `fields` may hold the key; never false for a key it was built from. */
export function shardMayHold(fields: Uint32Array, field: number, bytes: Uint8Array, high: number, low: number) {
  const starts = fields[field + STARTS] ?? 0;
  if (starts === 0) return false;
  const segmentLength = fields[field + SEGMENT_LENGTH] ?? 1;
  const offset = fields[field + OFFSET] ?? 0;
  const first = firstHash(high, low, fields[field + SEED] ?? 0);
  const second = secondHash(high, low, first);
  const mask = segmentLength - 1;
  const start = startOf(first, starts);
  const a = bytes[offset + start] ?? 0;
  const b = bytes[offset + ((start + segmentLength) ^ (second & mask))] ?? 0;
  const c = bytes[offset + ((start + 2 * segmentLength) ^ ((second >>> 13) & mask))] ?? 0;
  return (a ^ b ^ c) === fingerprint(first, second);
}

interface BuiltShard {
  readonly fields: readonly [segmentLength: number, starts: number, seed: number];
  readonly bytes: Uint8Array;
}

/** With the paper's sizes one seed in a few fails; so many in a row only if a key is there twice. */
const SEEDS = 200;

/**
 * Builds a shard from `count` different keys. Needs about 25 bytes a key while it works. Throws when a key is there
 * twice.
 */
export function buildShard(highs: Uint32Array, lows: Uint32Array, count: number): BuiltShard {
  const sizes = sizesFor(count);
  const bytes = new Uint8Array(sizes.length);
  if (count === 0) return { fields: [sizes.segmentLength, 0, 0], bytes };
  const peeling = peelingFor(sizes, count);
  for (let attempt = 1; attempt <= SEEDS; attempt++) {
    const seed = Math.imul(attempt, 0x9e37_79b9) >>> 0;
    if (!peeling.peel(highs, lows, seed)) continue;
    peeling.fill(bytes);
    return { fields: [sizes.segmentLength, sizes.starts, seed], bytes };
  }
  throw new Error('a document key is there twice');
}

function peelingFor({ segmentLength, starts, length }: Sizes, count: number) {
  const mask = segmentLength - 1;
  /** For each place: how many keys lie on it, and all their hashes and turns (0, 1 or 2), each joined by XOR. */
  const load = new Uint8Array(length);
  const turn = new Uint8Array(length);
  const firsts = new Uint32Array(length);
  const seconds = new Uint32Array(length);
  /** Places with a single key, still to be taken; then the order in which keys were taken. */
  const alone = new Uint32Array(length);
  const takenTurn = new Uint8Array(count);
  const takenFirst = new Uint32Array(count);
  const takenSecond = new Uint32Array(count);
  let taken = 0;

  const place = (which: number, first: number, second: number): number => {
    const start = startOf(first, starts);
    if (which === 0) return start;
    if (which === 1) return (start + segmentLength) ^ (second & mask);
    return (start + 2 * segmentLength) ^ ((second >>> 13) & mask);
  };
  const toggle = (which: number, first: number, second: number, by: 1 | -1): number => {
    const at = place(which, first, second);
    load[at] = (load[at] ?? 0) + by;
    turn[at] = (turn[at] ?? 0) ^ which;
    firsts[at] = (firsts[at] ?? 0) ^ first;
    seconds[at] = (seconds[at] ?? 0) ^ second;
    return at;
  };
  const lay = (highs: Uint32Array, lows: Uint32Array, seed: number): boolean => {
    for (const array of [load, turn, firsts, seconds]) array.fill(0);
    for (let key = 0; key < count; key++) {
      const high = highs[key] ?? 0;
      const low = lows[key] ?? 0;
      const first = firstHash(high, low, seed);
      const second = secondHash(high, low, first);
      for (let which = 0; which < 3; which++) {
        // A place that more keys meet than can be counted: this seed will not do.
        if (load[toggle(which, first, second, 1)] === 255) return false;
      }
    }
    return true;
  };

  /** Takes away the one key on a place, from its other places too; those where one key is left wait from now on. */
  const take = (at: number, waiting: number): number => {
    const first = firsts[at] ?? 0;
    const second = seconds[at] ?? 0;
    takenTurn[taken] = turn[at] ?? 0;
    takenFirst[taken] = first;
    takenSecond[taken] = second;
    taken++;
    let more = waiting;
    for (let which = 0; which < 3; which++) {
      const other = toggle(which, first, second, -1);
      if (load[other] === 1) alone[more++] = other;
    }
    return more;
  };

  return {
    /** Takes away, one after the other, keys that are alone on a place; true when none is left. */
    peel(highs: Uint32Array, lows: Uint32Array, seed: number): boolean {
      taken = 0;
      if (!lay(highs, lows, seed)) return false;
      let waiting = 0;
      for (let at = 0; at < length; at++) if (load[at] === 1) alone[waiting++] = at;
      while (waiting > 0) {
        const at = alone[--waiting] ?? 0;
        if (load[at] === 1) waiting = take(at, waiting);
      }
      return taken === count;
    },
    /** Gives each place its byte, the key taken last first, so that the three of every key join to its fingerprint. */
    fill(bytes: Uint8Array): void {
      for (let key = taken - 1; key >= 0; key--) {
        const first = takenFirst[key] ?? 0;
        const second = takenSecond[key] ?? 0;
        const own = takenTurn[key] ?? 0;
        let byte = fingerprint(first, second);
        for (let which = 0; which < 3; which++) {
          if (which !== own) byte ^= bytes[place(which, first, second)] ?? 0;
        }
        bytes[place(own, first, second)] = byte;
      }
    },
  };
}
