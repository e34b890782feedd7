import { createHash } from 'node:crypto';

export function entryDigest(body: string): Buffer {
  return createHash('sha256').update(body, 'utf8').digest().subarray(0, 16);
}

/** Adds up the digests of entries in order; two lists with one result are the same list. */
export function listDigest(): { add(digest: Uint8Array): void; result(): string } {
  const hash = createHash('sha256');
  return {
    add: (digest) => void hash.update(digest),
    result: () => hash.digest('hex'),
  };
}
