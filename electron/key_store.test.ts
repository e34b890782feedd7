import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OsKeyStore, storedKey } from './key_store.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'booth-key-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Seals by turning bits over; enough to tell sealed from plain. */
function osStore(backend = 'gnome_libsecret', available = true): OsKeyStore {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => turn(Buffer.from(text)),
    decryptString: (sealed) => turn(sealed).toString(),
  };
}
const places = () => ({ sealedFile: join(root, 'user', 'key.sealed'), boothKeyFile: join(root, 'booth.key') });

test('a key is made once, sealed, and is the same ever after', () => {
  const first = storedKey(osStore(), places());
  expect(first).toMatchObject({ ok: true, key: expect.any(Uint8Array) });
  if (!first.ok || first.key === null) throw new Error('no key');
  expect(first.key).toHaveLength(32);
  expect(storedKey(osStore(), places())).toEqual(first);
  expect(statSync(places().sealedFile).mode & 0o077).toBe(0);
  expect(readFileSync(places().sealedFile).toString('latin1')).not.toContain(Buffer.from(first.key).toString('hex'));
});

test.each([
  ['there is no key store', osStore('unknown', false)],
  ['it only pretends to be one', osStore('basic_text')],
])('the booth keeps its own key file when %s', (_what, store) => {
  expect(storedKey(store, places())).toEqual({ ok: true, key: null });
  expect(existsSync(places().sealedFile)).toBe(false);
});

test('a lane that was begun with a key file goes on with it', () => {
  writeFileSync(places().boothKeyFile, 'there');
  expect(storedKey(osStore(), places())).toEqual({ ok: true, key: null });
  expect(existsSync(places().sealedFile)).toBe(false);
});

test('a sealed key that cannot be opened is never replaced by a new one', () => {
  storedKey(osStore(), places());
  const sealed = readFileSync(places().sealedFile);
  expect(storedKey(osStore('basic_text'), places())).toEqual({ ok: false, code: 'KEY_STORE_LOCKED' });
  expect(storedKey(osStore('gnome_libsecret', false), places())).toEqual({ ok: false, code: 'KEY_STORE_LOCKED' });
  const throwing = {
    ...osStore(),
    decryptString: () => {
      throw new Error('wrong user');
    },
  };
  expect(storedKey(throwing, places())).toEqual({ ok: false, code: 'SEALED_KEY_DAMAGED' });
  expect(readFileSync(places().sealedFile).equals(sealed)).toBe(true);
  writeFileSync(places().sealedFile, 'damaged');
  expect(storedKey(osStore(), places())).toEqual({ ok: false, code: 'SEALED_KEY_DAMAGED' });
});
