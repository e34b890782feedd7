import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFromFile } from './key_file.ts';
import { countingIds, temporaryDirectory } from './testing/temporary_store.ts';

let directory = temporaryDirectory();
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

const path = () => join(directory.path, 'booth.key');

test('a key is made once, for its owner alone, and read again', () => {
  const made = keyFromFile(directory.path, countingIds);
  expect(made.ok && made.value.length).toBe(32);
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  expect(readFileSync(path(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(keyFromFile(directory.path, countingIds)).toEqual(made);
});

test.each([0o640, 0o604, 0o620, 0o601])('a key file of mode %o is refused', (mode) => {
  keyFromFile(directory.path, countingIds);
  chmodSync(path(), mode);
  expect(keyFromFile(directory.path, countingIds)).toMatchObject({ error: { code: 'KEY_FILE_PERMISSIONS' } });
});

test('what is no key is refused and left as it is', () => {
  writeFileSync(path(), 'not a key', { mode: 0o600 });
  expect(keyFromFile(directory.path, countingIds)).toMatchObject({ error: { code: 'KEY_FILE_FORMAT' } });
  expect(readFileSync(path(), 'utf8')).toBe('not a key');
});

test('no new key is made beside a database that another one opens', () => {
  writeFileSync(join(directory.path, 'booth.db'), 'x');
  expect(keyFromFile(directory.path, countingIds)).toMatchObject({ error: { code: 'KEY_FILE_MISSING' } });
});

test('a folder that is not there is named', () => {
  expect(keyFromFile(join(directory.path, 'absent'), countingIds)).toMatchObject({ error: { code: 'KEY_FILE_IO' } });
});
