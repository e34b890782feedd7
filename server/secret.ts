import { createHash, timingSafeEqual } from 'node:crypto';
import type { Ids } from '../core/ports/ids.ts';

/** A new secret of 256 bits as 43 characters of base64url. */
export function newSecret(ids: Ids): string {
  return Buffer.from(ids.bytes(32)).toString('base64url');
}

/** What is kept of a secret: its SHA-256. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares in a time that does not depend on where the two differ. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
