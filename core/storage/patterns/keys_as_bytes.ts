import type { Key } from '../../domain/patterns/sighting.ts';

const BYTES = 8;

/** Keys one after another, eight bytes each, big-endian. */
export function keysAsBytes(keys: readonly Key[]): Buffer {
  const bytes = Buffer.alloc(keys.length * BYTES);
  for (const [place, key] of keys.entries()) bytes.writeBigUInt64BE(BigInt(key), place * BYTES);
  return bytes;
}

/** What `keysAsBytes` wrote. */
export function keysIn(bytes: Buffer): readonly Key[] {
  return Array.from({ length: bytes.length / BYTES }, (_, place) => Number(bytes.readBigUInt64BE(place * BYTES)));
}
