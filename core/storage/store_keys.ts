import { createHmac, hkdfSync } from 'node:crypto';

/** The keys of one data folder, each good for one purpose only, all derived from the one key that is handed in. */
export interface StoreKeys {
  readonly database: Buffer;
  readonly watchlist: Buffer;
  readonly journal: Buffer;
  readonly exclusions: Buffer;
  readonly patterns: Buffer;
  readonly keyCheck: Buffer;
  readonly advance: Buffer;
}

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, 'border-booth store 1', purpose, 32));
}

/** HKDF-SHA-256 (RFC 5869) over the 32-byte store key. */
export function storeKeys(key: Uint8Array): StoreKeys {
  return {
    database: derive(key, 'booth.db'),
    watchlist: derive(key, 'watchlist'),
    journal: derive(key, 'journal'),
    exclusions: derive(key, 'exclusions'),
    patterns: derive(key, 'patterns'),
    keyCheck: derive(key, 'key check'),
    advance: derive(key, 'advance.db'),
  };
}

/** HMAC-SHA-256 of a text, lower-case hexadecimal: whoever lacks the key can not make one that holds. */
export function seal(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex');
}
