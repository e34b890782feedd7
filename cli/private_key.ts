import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The Ed25519 private key of a PEM file; null for what is none. */
export function privateKeyOf(path: string): KeyObject | null {
  try {
    const key = createPrivateKey(readFileSync(path));
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
