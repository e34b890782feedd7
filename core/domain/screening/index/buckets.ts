/** Numbers kept by hash: those of one hash lie beside each other, found through the hash's leading bits. */
export interface Buckets {
  readonly start: Uint32Array;
  readonly items: Uint32Array;
}

function bucketBits(items: number): number {
  let bits = 4;
  while (2 ** (bits + 1) <= items && bits < 24) bits++;
  return bits;
}

/** Sorts `items[i]` into the bucket of `hashes[i]`, by counting. */
export function fillBuckets(hashes: Uint32Array, items: Uint32Array): Buckets {
  const shift = 32 - bucketBits(items.length);
  const start = new Uint32Array(2 ** (32 - shift) + 1);
  for (const hash of hashes) (start[(hash >>> shift) + 1] as number) += 1;
  for (let bucket = 1; bucket < start.length; bucket++) (start[bucket] as number) += start[bucket - 1] as number;
  const next = start.slice(0, -1);
  const sorted = new Uint32Array(items.length);
  for (let place = 0; place < items.length; place++) {
    const bucket = (hashes[place] as number) >>> shift;
    const at = next[bucket] as number;
    next[bucket] = at + 1;
    sorted[at] = items[place] as number;
  }
  return { start, items: sorted };
}

/** The bucket of a hash, for tables made by `fillBuckets`. */
export function bucketOf(start: Uint32Array, hash: number): number {
  return hash >>> (32 - Math.round(Math.log2(start.length - 1)));
}
