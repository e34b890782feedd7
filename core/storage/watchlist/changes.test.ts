import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListChange, ListHeader } from '../../ports/watchlist.ts';
import type { Storage } from '../open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../testing/temporary_store.ts';
import { copiesOf } from './list_file.ts';

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

const header = (version: string, change: Partial<ListHeader> = {}): ListHeader => ({
  list: 'WANTED',
  kind: 'WANTED',
  version,
  asOf: NOW,
  agedAfterHours: 24,
  expiredAfterHours: 72,
  ...change,
});

const person = (id: string, full: string): WatchlistEntry => ({
  id,
  names: [{ full }],
  birthDate: '1980-02-03',
  personalNumber: `00${id}`,
});
const HUNG = person('1', 'ĐẶNG VĂN HÙNG');
const LAN = person('2', 'TRẦN THỊ LAN');
const PAPER: WatchlistEntry = { id: '3', names: [], documents: [{ number: 'C0000001', issuer: 'VNM' }] };

async function* rows<Row>(content: readonly Row[]) {
  yield* content;
}

const copy = (version: string, entries: readonly WatchlistEntry[], change: Partial<ListHeader> = {}) =>
  storage.watchlist.replace(header(version, change), rows(entries));
const changes = (version: string, base: string, content: readonly ListChange[], change: Partial<ListHeader> = {}) =>
  storage.watchlist.replace(header(version, { base, ...change }), rows(content));

async function found(query: object): Promise<string[]> {
  const screened = await storage.watchlist.screen({ on: '2026-11-22', ...query });
  return screened.ok ? screened.value.hits.map(({ entry, listVersion }) => `${entry.id}@${listVersion}`) : ['?'];
}

async function status() {
  const all = await storage.watchlist.status();
  return all.ok ? all.value[0] : undefined;
}

const named = (name: string, birthDate = '1980-02-03') => found({ name, birthDate });

describe('changes to a list', () => {
  test('add, replace and withdraw entries; the version is the new one everywhere', async () => {
    await copy('1', [HUNG, LAN, PAPER]);
    const done = await changes('2', '1', [
      { op: 'add', entry: person('4', 'BÙI ĐỨC TƯỞNG') },
      { op: 'update', entry: { ...LAN, names: [{ full: 'LÊ NGỌC MAI' }], birthDate: '1975-09-09' } },
      { op: 'withdraw', id: '1' },
    ]);
    expect(done).toMatchObject({
      value: { version: '2', read: 3, added: 1, changed: 1, removed: 1, rejectedCount: 0 },
    });
    expect(await named('DANG VAN HUNG')).toEqual([]);
    expect(await found({ personalNumber: '001' })).toEqual([]);
    expect(await named('TRAN THI LAN')).toEqual([]);
    expect(await named('LE NGOC MAI', '1975-09-09')).toEqual(['2@2']);
    expect(await found({ personalNumber: '002' })).toEqual(['2@2']);
    expect(await named('BUI DUC TUONG')).toEqual(['4@2']);
    expect(await found({ documentNumber: 'C0000001', issuer: 'VNM' })).toEqual(['3@2']);
    expect(await status()).toMatchObject({ version: '2', entries: 3, persons: 2, documentsOnly: 1, lastDeltaAt: NOW });
    const journal = await storage.records.exportJournal(2, 1);
    expect(journal.ok && journal.value[0]?.data).toMatchObject({ oldVersion: '1', version: '2', removed: 1 });
  });

  test('pile up, and are there after a restart', async () => {
    await copy('1', [HUNG, LAN]);
    await changes('2', '1', [{ op: 'withdraw', id: '1' }]);
    await changes('3', '2', [{ op: 'add', entry: HUNG }]);
    await changes('4', '3', [{ op: 'update', entry: { ...HUNG, names: [{ full: 'VÕ MINH ẢO' }] } }]);
    await changes('5', '4', [{ op: 'withdraw', id: '2' }]);
    await storage.close();
    storage = await openTestStorage(directory.path);
    expect(await named('VO MINH AO')).toEqual(['1@5']);
    expect(await named('TRAN THI LAN')).toEqual([]);
    expect(await named('DANG VAN HUNG')).toEqual([]);
    expect(await status()).toMatchObject({ version: '5', entries: 1, persons: 1, state: 'IN_SERVICE' });
    expect(copiesOf(directory.path, 'WANTED')[0]?.deltas.map(({ step }) => step)).toEqual([4, 3]);
  });

  test('a whole copy after changes is compared with the list as it was with them', async () => {
    await copy('1', [HUNG, LAN, PAPER]);
    await changes('2', '1', [
      { op: 'withdraw', id: '1' },
      { op: 'update', entry: { ...LAN, sex: 'F' } },
    ]);
    const next = await copy('3', [HUNG, { ...LAN, sex: 'F' }]);
    expect(next).toMatchObject({ value: { added: 1, changed: 0, removed: 1 } });
    expect(await status()).toMatchObject({ version: '3', entries: 2, lastDeltaAt: null });
    expect(await storage.watchlist.revert('WANTED', '2')).toMatchObject({ value: { version: '2', oldVersion: '3' } });
    expect(await named('DANG VAN HUNG')).toEqual([]);
    expect(await status()).toMatchObject({ version: '2', entries: 2 });
  });

  test('a row that can not be applied is told, the rest goes in', async () => {
    await copy('1', [HUNG]);
    const done = await storage.watchlist.replace(
      header('2', { base: '1' }),
      rows<ListChange | WatchlistEntry | { line: number; reason: string }>([
        { op: 'withdraw', id: 'nobody' },
        { op: 'add', entry: LAN },
        { op: 'update', entry: PAPER },
        { line: 4, reason: 'NOT_JSON' },
      ]),
    );
    expect(done).toMatchObject({
      value: {
        added: 2,
        rejected: [
          { line: 4, reason: 'NOT_JSON' },
          { line: 1, reason: 'UNKNOWN_ID' },
        ],
      },
    });
  });
});

test('many changes are made into a new copy in the background, which says and finds the same', async () => {
  const people = Array.from({ length: 3000 }, (_, place) => person(`P${place}`, `MẪU SỐ ${place}`));
  await copy('1', [HUNG, LAN, ...people], { sequence: 7 });
  const many = people.slice(0, 1500).map((entry): ListChange => ({ op: 'update', entry: { ...entry, sex: 'F' } }));
  await changes('2', '1', [{ op: 'withdraw', id: '2' }, ...many.slice(0, 100)], { sequence: 8 });
  expect(copiesOf(directory.path, 'WANTED')[0]).toMatchObject({ generation: 1 });
  await changes('3', '2', many, { sequence: 9 });
  const before = await status();
  await storage.watchlist.compact();
  expect(copiesOf(directory.path, 'WANTED')[0]).toMatchObject({ generation: 2, deltas: [] });
  const { bytes: _, ...said } = before ?? {};
  expect(await status()).toMatchObject({ ...said, version: '3', sequence: 9, lastDeltaAt: NOW, entries: 3001 });
  expect(await named('DANG VAN HUNG')).toEqual(['1@3']);
  expect(await found({ personalNumber: '002' })).toEqual([]);
  expect(await found({ personalNumber: '00P7' })).toEqual(['P7@3']);
  expect(await changes('4', '3', [{ op: 'withdraw', id: '1' }], { sequence: 10 })).toMatchObject({ ok: true });
  expect(await status()).toMatchObject({ version: '4', entries: 3000 });
}, 120_000);

describe('the order of versions', () => {
  test('changes made for another version are refused, and the list says that it needs a whole copy', async () => {
    await copy('1', [HUNG]);
    const add: ListChange[] = [{ op: 'add', entry: LAN }];
    expect(await changes('3', '2', add)).toMatchObject({ error: { code: 'DELTA_OUT_OF_ORDER' } });
    expect(await status()).toMatchObject({ version: '1', state: 'NEEDS_RELOAD' });
    expect(await named('DANG VAN HUNG')).toEqual(['1@1']);
    await copy('4', [HUNG, LAN]);
    expect(await status()).toMatchObject({ version: '4', state: 'IN_SERVICE' });
  });

  test('a gap in the running numbers is one too, until what was missing arrives', async () => {
    await copy('1', [HUNG], { sequence: 1 });
    const third = () => changes('3', '2', [{ op: 'withdraw', id: '1' }], { sequence: 3 });
    expect(await third()).toMatchObject({ error: { code: 'DELTA_OUT_OF_ORDER' } });
    expect(await status()).toMatchObject({ state: 'NEEDS_RELOAD', sequence: 1 });
    await changes('2', '1', [{ op: 'add', entry: LAN }], { sequence: 2 });
    expect(await status()).toMatchObject({ state: 'IN_SERVICE', sequence: 2 });
    expect(await third()).toMatchObject({ ok: true });
    expect(await status()).toMatchObject({ state: 'IN_SERVICE', sequence: 3, entries: 1 });
    expect(await third()).toMatchObject({ error: { code: 'DELTA_OUT_OF_ORDER' } });
    expect(await status()).toMatchObject({ state: 'IN_SERVICE', sequence: 3 });
  });

  test('changes to no list are refused', async () => {
    expect(await changes('2', '1', [{ op: 'add', entry: LAN }])).toMatchObject({
      error: { code: 'DELTA_OUT_OF_ORDER' },
    });
  });

  test('of two changes prepared over one version the second is not put in service', async () => {
    await copy('1', [HUNG]);
    const prepare = (entry: WatchlistEntry) =>
      storage.watchlist.prepare(header('2', { base: '1' }), rows<ListChange>([{ op: 'add', entry }]));
    const [first, second] = [await prepare(LAN), await prepare(PAPER)];
    if (!first.ok || !second.ok) throw new Error('not prepared');
    expect(await first.value.swapIn()).toMatchObject({ ok: true });
    expect(await second.value.swapIn()).toMatchObject({ error: { code: 'LIST_CHANGED_MEANWHILE' } });
    expect(await status()).toMatchObject({ entries: 2 });
  });
});

describe('damage', () => {
  const spoil = (path: string, from = 0) => writeFileSync(path, readFileSync(path).fill(0x5a, from));

  test('of the changes puts the state before them in service, and it says so', async () => {
    await copy('1', [HUNG]);
    await changes('2', '1', [{ op: 'add', entry: LAN }]);
    await changes('3', '2', [{ op: 'add', entry: PAPER }]);
    await storage.close();
    spoil(copiesOf(directory.path, 'WANTED')[0]?.deltas[0]?.path ?? '');
    storage = await openTestStorage(directory.path);
    expect(await named('TRAN THI LAN')).toEqual(['2@2']);
    expect(await status()).toMatchObject({ version: '2', state: 'NEEDS_RELOAD' });
    await storage.close();
    spoil(copiesOf(directory.path, 'WANTED')[0]?.deltas[1]?.path ?? '');
    storage = await openTestStorage(directory.path);
    expect(await named('DANG VAN HUNG')).toEqual(['1@1']);
    expect(await status()).toMatchObject({ version: '1', state: 'NEEDS_RELOAD' });
  });

  test('in a page that only a look-up meets puts the state before in service', async () => {
    await copy('1', [HUNG]);
    await copy('2', [HUNG, ...Array.from({ length: 300 }, (_, place) => person(`N${place}`, `MẪU SỐ ${place}`))]);
    await storage.close();
    spoil(copiesOf(directory.path, 'WANTED')[0]?.path ?? '', 8192);
    storage = await openTestStorage(directory.path);
    expect(await named('DANG VAN HUNG')).toEqual(['1@1']);
    expect(await status()).toMatchObject({ version: '1', state: 'NEEDS_RELOAD' });
  });

  test('of the search index does not let in that of other rows, sealed by the same key', async () => {
    await copy('1', [HUNG]);
    const other = readFileSync(copiesOf(directory.path, 'WANTED')[0]?.image ?? '');
    await copy('2', [HUNG, LAN]);
    await storage.close();
    writeFileSync(copiesOf(directory.path, 'WANTED')[0]?.image ?? '', other);
    storage = await openTestStorage(directory.path);
    await expect.poll(() => named('TRAN THI LAN'), { timeout: 20_000 }).toEqual(['2@2']);
    expect(readFileSync(copiesOf(directory.path, 'WANTED')[0]?.image ?? '')).not.toEqual(other);
  });

  test.each([
    ['absent', null],
    ['damaged', 100],
    ['of an older form', 11],
  ])('of the search index (%s): numbers answer at once, names once it is made again from the rows', async (_, from) => {
    await copy('1', [HUNG]);
    await storage.close();
    const image = copiesOf(directory.path, 'WANTED')[0]?.image ?? '';
    const sound = readFileSync(image);
    if (from === null) rmSync(image);
    else writeFileSync(image, Buffer.from(sound).fill(0xff, from, from + 1));
    storage = await openTestStorage(directory.path);
    expect(await found({ personalNumber: '001' })).toEqual(['1@1']);
    await expect.poll(() => named('DANG VAN HUNG'), { timeout: 20_000 }).toEqual(['1@1']);
    await expect.poll(async () => (await status())?.state, { timeout: 20_000 }).toBe('IN_SERVICE');
    expect(readFileSync(image)).toHaveLength(sound.length);
  });
});
