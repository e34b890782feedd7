import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ok } from '../domain/result.ts';
import type { Exclusion } from '../domain/screening/exclusion.ts';
import type { JournalInput, RecordStep } from '../ports/records.ts';
import { MIGRATIONS } from './migrations/all_migrations.ts';
import { openBoothDatabase } from './open_booth_database.ts';
import type { Storage } from './open_storage.ts';
import { storeKeys } from './store_keys.ts';
import {
  commitAll,
  NOW,
  openBehindTheBack,
  openTestStorage,
  TEST_KEY,
  temporaryDirectory,
  testEntry,
} from './testing/temporary_store.ts';

const DOCUMENT = 'UTO:L898902C3';

let directory = temporaryDirectory();
let storage: Storage;
beforeEach(async () => {
  directory = temporaryDirectory();
  storage = await openTestStorage(directory.path);
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

const exclusion = (id: string, decidedAt = NOW): Exclusion => ({
  id,
  list: 'wanted',
  entryId: `entry of ${id}`,
  entryDigest: 'digest',
  matchClass: 'POSSIBLE',
  decidedAt,
  decidedBy: '0412',
  confirmedBy: null,
  lastDay: '2027-05-21',
  recordNumber: 'A07-000001',
});
const told = (event: JournalInput['event'], id: string) => testEntry({ event, data: { exclusion: id } });
const record = (id: string, decidedAt = NOW): RecordStep => ({
  entries: [told('EXCLUSION_RECORDED', id)],
  exclusions: [{ kind: 'RECORD', documentKey: DOCUMENT, exclusion: exclusion(id, decidedAt) }],
});
const undo = (id: string): RecordStep => ({
  entries: [told('EXCLUSION_UNDONE', id)],
  exclusions: [{ kind: 'UNDO', id, by: '0301', at: NOW, reason: 'NEW_INFORMATION' }],
});
const firstBroken = async () => {
  const verdict = await storage.records.verifyJournal();
  return verdict.ok ? verdict.value.firstBroken : verdict.error.code;
};

test('what was told apart is found by its document alone, newest first, until it is taken back', async () => {
  await commitAll(storage, [record('one', NOW - 1), record('two')]);
  expect(await storage.exclusions.ofDocument(DOCUMENT)).toEqual(ok([exclusion('two'), exclusion('one', NOW - 1)]));
  expect(await storage.exclusions.ofDocument('UTO:L898902C4')).toEqual(ok([]));
  await commitAll(storage, [undo('two')]);
  await storage.close();
  storage = await openTestStorage(directory.path);
  expect(await storage.exclusions.ofDocument(DOCUMENT)).toEqual(ok([exclusion('one', NOW - 1)]));
  expect(await firstBroken()).toBeNull();
});

test('a store made before there was such a memory gains it, a copy of what was before beside it', async () => {
  await storage.close();
  directory.remove();
  directory = temporaryDirectory();
  const made = openBoothDatabase(directory.path, storeKeys(TEST_KEY), MIGRATIONS.slice(0, 1));
  if (!made.ok) throw new Error(made.error.code);
  made.value.database.close();
  storage = await openTestStorage(directory.path);
  await commitAll(storage, [record('one')]);
  expect(await storage.exclusions.ofDocument(DOCUMENT)).toEqual(ok([exclusion('one')]));
  expect(readdirSync(directory.path)).toContain('booth.db.before-0002');
});

test('a step that fails remembers nothing and journals nothing', async () => {
  await commitAll(storage, [record('one')]);
  const before = await storage.records.journalSize();
  expect((await storage.records.commit(record('one'))).ok).toBe(false);
  expect(await storage.records.journalSize()).toEqual(before);
});

test('the number of the document stands nowhere among what is remembered', async () => {
  await commitAll(storage, [record('one')]);
  const database = openBehindTheBack(directory.path);
  const rows = JSON.stringify(database.prepare('SELECT * FROM exclusions').all());
  database.close();
  expect(rows).toContain('entry of one');
  expect(rows).not.toContain('L898902C3');
  expect(readFileSync(join(directory.path, 'booth.db')).includes('L898902C3')).toBe(false);
});

test.each([
  ['made longer', "UPDATE exclusions SET last_day = '2036-01-01'"],
  ['moved to another entry', "UPDATE exclusions SET entry_id = 'other'"],
  ['removed', 'DELETE FROM exclusions'],
  ['un-undone', 'UPDATE exclusions SET undone_at = NULL, undone_by = NULL, undone_reason = NULL'],
])('a row %s behind the booth’s back is found at the entry that tells of it', async (what, sql) => {
  await commitAll(storage, [record('one'), ...(what === 'un-undone' ? [undo('one')] : [])]);
  const database = openBehindTheBack(directory.path);
  expect(database.prepare(sql).run().changes).toBe(1);
  database.close();
  expect(await firstBroken()).toEqual({ seq: what === 'un-undone' ? 2 : 1, reason: 'HASH' });
});

test('a row that no entry tells of is found', async () => {
  await commitAll(storage, [record('one')]);
  const database = openBehindTheBack(directory.path);
  database.exec(
    `INSERT INTO exclusions SELECT 'planted', document_hash, list, 'other', entry_digest, match_class, decided_at,
     decided_by, confirmed_by, last_day, record_number, undone_at, undone_by, undone_reason FROM exclusions`,
  );
  database.close();
  expect(await firstBroken()).toEqual({ seq: 0, reason: 'HASH' });
});
