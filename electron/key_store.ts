import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The part of Electron's `safeStorage` that is used, so that tests can stand in for the OS. */
export interface OsKeyStore {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only. `basic_text` = sealed with a word that everyone knows. */
  getSelectedStorageBackend?(): string;
}

/**
 * The booth's key. `key` null means that the booth keeps its own key file (0600), because this system has no key store or
 * because the lane was begun with a file.
 */
export type StoredKey =
  | { readonly ok: true; readonly key: Uint8Array | null }
  | { readonly ok: false; readonly code: 'KEY_STORE_LOCKED' | 'SEALED_KEY_DAMAGED' };

/** Where the sealed key lies, and the key file that the booth itself would have made. */
export interface KeyPlaces {
  readonly sealedFile: string;
  readonly boothKeyFile: string;
}

function isProtected(store: OsKeyStore): boolean {
  return store.isEncryptionAvailable() && store.getSelectedStorageBackend?.() !== 'basic_text';
}

/**
 * Takes the key out of the OS key store, or makes one and puts it there. A sealed key that cannot be opened is never
 * replaced: with a new key the records of this lane could not be read again.
 */
export function storedKey(store: OsKeyStore, places: KeyPlaces): StoredKey {
  if (existsSync(places.sealedFile)) {
    if (!isProtected(store)) return { ok: false, code: 'KEY_STORE_LOCKED' };
    return openSealed(store, places.sealedFile);
  }
  if (existsSync(places.boothKeyFile) || !isProtected(store)) return { ok: true, key: null };
  const key = randomBytes(32);
  const unfinished = `${places.sealedFile}.new`;
  mkdirSync(dirname(places.sealedFile), { recursive: true, mode: 0o700 });
  writeFileSync(unfinished, store.encryptString(key.toString('hex')), { mode: 0o600, flush: true });
  renameSync(unfinished, places.sealedFile);
  return { ok: true, key: new Uint8Array(key) };
}

function openSealed(store: OsKeyStore, file: string): StoredKey {
  let text: string;
  try {
    text = store.decryptString(readFileSync(file));
  } catch {
    return { ok: false, code: 'SEALED_KEY_DAMAGED' };
  }
  if (!/^[0-9a-f]{64}$/.test(text)) return { ok: false, code: 'SEALED_KEY_DAMAGED' };
  return { ok: true, key: new Uint8Array(Buffer.from(text, 'hex')) };
}
