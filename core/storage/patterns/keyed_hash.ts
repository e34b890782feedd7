import { createHmac, createSecretKey } from 'node:crypto';
import type { KeyOf } from '../../domain/patterns/sighting_of.ts';

/**
 * Keys of shared values: the first 52 bits of HMAC-SHA-256 over kind and text. Whoever has the file without this key can not
 * try phone numbers against it; ten million values meet by chance less than once in fifty such stores.
 */
export function keyedHash(secret: Buffer): KeyOf {
  // Made once: a key made anew for each value costs more than its hash.
  const key = createSecretKey(secret);
  return (kind, text) => {
    const digest = createHmac('sha256', key).update(`${kind}\n${text}`, 'utf8').digest();
    return digest.readUIntBE(0, 6) * 16 + (digest.readUInt8(6) >> 4);
  };
}
