import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { ListFileError } from '../../ports/list_file_error.ts';
import type { ListHeader, PreparedList } from '../../ports/watchlist.ts';
import type { Storage } from '../open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../testing/temporary_store.ts';
import { asideDirectory, copiesOf } from './list_file.ts';

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

const header = (version: string): ListHeader => ({
  list: 'WANTED',
  kind: 'WANTED',
  version,
  asOf: NOW,
  agedAfterHours: 24,
  expiredAfterHours: 72,
  importedBy: '0666',
});

async function* people(count: number): AsyncGenerator<WatchlistEntry> {
  for (let place = 0; place < count; place++) yield { id: `N${place}`, names: [{ full: `TRAN MAU ${place}` }] };
}

async function prepared(version: string, count: number): Promise<PreparedList> {
  const done = await storage.watchlist.prepare(header(version), people(count));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

async function inService(): Promise<string> {
  const status = await storage.watchlist.status();
  if (!status.ok) return status.error.code;
  return status.value.map(({ version, entries }) => `${version}:${entries}`).join(' ');
}

const aside = () => readdirSync(asideDirectory(directory.path));

async function lastEvents() {
  const journal = await storage.records.exportJournal(1, 20);
  return journal.ok ? journal.value.map(({ event, data }) => ({ event, data })) : [];
}

test('a prepared list is in service only once it is swapped in', async () => {
  await storage.watchlist.replace(header('1'), people(5));
  const next = await prepared('2', 3);
  expect(next).toMatchObject({ oldVersion: '1', oldEntries: 5, summary: { added: 0, removed: 2, version: '2' } });
  expect(await inService()).toBe('1:5');
  expect(await next.swapIn()).toMatchObject({ ok: true, value: { version: '2' } });
  expect(await inService()).toBe('2:3');
  expect(aside()).toEqual([]);
  await next.discard();
  expect(await inService()).toBe('2:3');
});

test('a discarded list leaves nothing, in service or aside', async () => {
  await storage.watchlist.replace(header('1'), people(5));
  const next = await prepared('2', 3);
  expect(aside()).toHaveLength(2);
  await next.discard();
  expect(aside()).toEqual([]);
  expect(await inService()).toBe('1:5');
});

test('a comparison with a copy that is no longer in service puts nothing in service', async () => {
  await storage.watchlist.replace(header('1'), people(5));
  const next = await prepared('2', 3);
  await storage.watchlist.replace(header('3'), people(4));
  expect(await next.swapIn()).toMatchObject({ ok: false, error: { code: 'LIST_CHANGED_MEANWHILE' } });
  expect(await inService()).toBe('3:4');
  expect(aside()).toEqual([]);
});

test('a source that ends the import leaves the old list and nothing aside', async () => {
  await storage.watchlist.replace(header('1'), people(5));
  async function* cancelled() {
    yield* people(700);
    throw new ListFileError({ code: 'IMPORT_CANCELLED', detail: 'cancelled' });
  }
  const done = await storage.watchlist.prepare(header('2'), cancelled());
  expect(done).toMatchObject({ ok: false, error: { code: 'IMPORT_CANCELLED' } });
  expect(aside()).toEqual([]);
  expect(await inService()).toBe('1:5');
});

test('opening the store removes what an ended booth has left aside, and leaves the building of a living one', async () => {
  await storage.watchlist.replace(header('1'), people(5));
  await storage.close();
  mkdirSync(asideDirectory(directory.path), { recursive: true });
  for (const name of [`${process.pid}-a.db`, '999999999-b.db', 'c.db', '1-d.db']) {
    writeFileSync(join(asideDirectory(directory.path), name), 'left');
  }
  storage = await openTestStorage(directory.path);
  expect(aside()).toEqual(['1-d.db']);
  expect(await inService()).toBe('1:5');
});

test('the copy before goes back in service and the other stays, so that this can be undone too', async () => {
  await storage.watchlist.replace(header('1'), people(5));
  await storage.watchlist.replace(header('2'), people(3));
  expect(await storage.watchlist.copyBefore('WANTED')).toMatchObject({ value: { version: '1', entries: 5 } });
  expect(await storage.watchlist.revert('WANTED', '1')).toMatchObject({ value: { version: '1', oldVersion: '2' } });
  expect(await inService()).toBe('1:5');
  expect(await storage.watchlist.revert('WANTED', '1')).toMatchObject({ error: { code: 'LIST_CHANGED_MEANWHILE' } });
  expect(await storage.watchlist.revert('WANTED', '2')).toMatchObject({ value: { version: '2', oldVersion: '1' } });
  expect(await inService()).toBe('2:3');
  expect((await lastEvents()).at(-1)).toEqual({
    event: 'LIST_REVERTED',
    data: { list: 'WANTED', version: '2', oldVersion: '1' },
  });
});

test('without a copy before, or with one that does not hold, nothing changes', async () => {
  await storage.watchlist.replace(header('1'), people(50));
  expect(await storage.watchlist.copyBefore('WANTED')).toMatchObject({ ok: true, value: null });
  expect(await storage.watchlist.revert('WANTED', '0')).toMatchObject({ error: { code: 'LIST_NO_EARLIER_COPY' } });
  expect(await storage.watchlist.revert('OTHER', '1')).toMatchObject({ error: { code: 'LIST_NO_EARLIER_COPY' } });
  await storage.watchlist.replace(header('2'), people(3));
  const before = copiesOf(directory.path, 'WANTED')[1]?.path ?? '';
  writeFileSync(before, readFileSync(before).fill(0x5a, 4096));
  expect(await storage.watchlist.revert('WANTED', '1')).toMatchObject({ error: { code: 'LIST_STORE_DAMAGED' } });
  expect(await inService()).toBe('2:3');
});

test('the list says who ordered its import', async () => {
  await storage.watchlist.replace(header('1'), people(1));
  expect(await storage.watchlist.status()).toMatchObject({ value: [{ importedBy: '0666' }] });
});
