import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '../domain/result.ts';
import { openEncrypted } from './encrypted_database.ts';
import { migrate } from './migrate.ts';
import { temporaryDirectory } from './testing/temporary_store.ts';

const FULL = { synchronous: 'FULL', journalMode: 'WAL' } as const;
const key = Buffer.alloc(32, 3);
const FIRST = 'CREATE TABLE a (x TEXT) STRICT';
const SECOND = 'CREATE TABLE b (x TEXT) STRICT; INSERT INTO b SELECT x FROM a';

let directory = temporaryDirectory();
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

test('goes forward step by step, with a copy of what was before', () => {
  const path = join(directory.path, 'booth.db');
  const database = openEncrypted(path, key, FULL);
  expect(migrate(database, path, [FIRST])).toEqual(ok({ from: 0, to: 1 }));
  database.exec("INSERT INTO a VALUES ('kept')");
  expect(migrate(database, path, [FIRST, SECOND])).toEqual(ok({ from: 1, to: 2 }));
  expect(database.prepare('SELECT x FROM b').pluck().all()).toEqual(['kept']);
  expect(migrate(database, path, [FIRST, SECOND])).toEqual(ok({ from: 2, to: 2 }));
  database.close();

  const backup = openEncrypted(`${path}.before-0002`, key, FULL);
  expect(statSync(`${path}.before-0002`).mode & 0o777).toBe(0o600);
  expect(backup.pragma('user_version', { simple: true })).toBe(1);
  expect(backup.prepare('SELECT x FROM a').pluck().all()).toEqual(['kept']);
  backup.close();
});

test('a step that fails leaves the version before', () => {
  const path = join(directory.path, 'booth.db');
  const database = openEncrypted(path, key, FULL);
  migrate(database, path, [FIRST]);
  expect(() => migrate(database, path, [FIRST, 'CREATE TABLE c (x TEXT); CREATE TABLE a (y TEXT)'])).toThrow();
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  expect(database.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'c'").pluck().get()).toBe(0);
  database.close();
});

test('a newer file is refused', () => {
  const path = join(directory.path, 'booth.db');
  const database = openEncrypted(path, key, FULL);
  migrate(database, path, [FIRST, SECOND]);
  expect(migrate(database, path, [FIRST])).toMatchObject({ ok: false, error: { code: 'STORE_TOO_NEW' } });
  expect(existsSync(`${path}.before-0002`)).toBe(false);
  database.close();
});
