/**
 * Documents are kept in buckets by the first bits of their keys, some 30 in each: one small row of the database. A
 * bucket is one byte of widths, then for all its documents the last six bytes of the key in rising order, then their
 * forms, then their identities, each of one width.
 */
const HEAD_BYTES = 1;
const KEY_BYTES = 6;
const IDENTITY_WIDTHS = 16;
const AVERAGE_BITS = 5;
/** Six bytes hold what 16 bits leave of a key. */
const FEWEST_BITS = 16;
const MOST_BITS = 26;

/** How many first bits of a key choose its bucket, for a list of so many documents. */
export function bucketBitsFor(records: number): number {
  return Math.min(MOST_BITS, Math.max(FEWEST_BITS, Math.round(Math.log2(records + 1)) - AVERAGE_BITS));
}

export function bucketOf(high: number, bits: number): number {
  return high >>> (32 - bits);
}

/** What is left of a key within its bucket, below 2^48. */
export function restOf(high: number, low: number, bits: number): number {
  return (high & (2 ** (32 - bits) - 1)) * 2 ** 32 + low;
}

/** The two words of a key, from its bucket and its rest there. */
export function keyWords(bucket: number, rest: number, bits: number): readonly [high: number, low: number] {
  const high = Math.floor(rest / 2 ** 32) + bucket * 2 ** (32 - bits);
  return [high, rest % 2 ** 32];
}

/** What the list says of one document: see entry_form.ts. */
export interface Listed {
  readonly form: number;
  readonly identity: number;
}

export interface BucketRow extends Listed {
  readonly rest: number;
}

function widthOf(largest: number): number {
  let width = 0;
  for (let reach = 1; reach <= largest; reach *= 256) width++;
  return width;
}

/** Packs rows that are in rising order of `rest`. */
export function encodeBucket(rows: readonly BucketRow[]): Buffer {
  const formWidth = widthOf(rows.reduce((most, row) => Math.max(most, row.form), 0));
  const identityWidth = widthOf(rows.reduce((most, row) => Math.max(most, row.identity), 0));
  const bytes = Buffer.alloc(HEAD_BYTES + rows.length * (KEY_BYTES + formWidth + identityWidth));
  bytes[0] = formWidth * IDENTITY_WIDTHS + identityWidth;
  let at = HEAD_BYTES;
  for (const row of rows) at = bytes.writeUIntBE(row.rest, at, KEY_BYTES);
  if (formWidth > 0) for (const row of rows) at = bytes.writeUIntBE(row.form, at, formWidth);
  if (identityWidth > 0) for (const row of rows) at = bytes.writeUIntBE(row.identity, at, identityWidth);
  return bytes;
}

interface Layout {
  readonly count: number;
  readonly formWidth: number;
  readonly identityWidth: number;
}

function layoutOf(bytes: Buffer): Layout {
  const widths = bytes[0] ?? 0;
  const formWidth = Math.floor(widths / IDENTITY_WIDTHS);
  const identityWidth = widths % IDENTITY_WIDTHS;
  return {
    count: Math.floor((bytes.length - HEAD_BYTES) / (KEY_BYTES + formWidth + identityWidth)),
    formWidth,
    identityWidth,
  };
}

function listedAt(bytes: Buffer, { count, formWidth, identityWidth }: Layout, place: number): Listed {
  const forms = HEAD_BYTES + count * KEY_BYTES;
  const identities = forms + count * formWidth;
  return {
    form: formWidth === 0 ? 0 : bytes.readUIntBE(forms + place * formWidth, formWidth),
    identity: identityWidth === 0 ? 0 : bytes.readUIntBE(identities + place * identityWidth, identityWidth),
  };
}

export function findInBucket(bytes: Buffer, rest: number): Listed | null {
  const layout = layoutOf(bytes);
  let low = 0;
  let high = layout.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = bytes.readUIntBE(HEAD_BYTES + middle * KEY_BYTES, KEY_BYTES);
    if (found === rest) return listedAt(bytes, layout, middle);
    if (found < rest) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

export function rowsOfBucket(bytes: Buffer): BucketRow[] {
  const layout = layoutOf(bytes);
  return Array.from({ length: layout.count }, (_, place) => ({
    rest: bytes.readUIntBE(HEAD_BYTES + place * KEY_BYTES, KEY_BYTES),
    ...listedAt(bytes, layout, place),
  }));
}
