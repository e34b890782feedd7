import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../../domain/result.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListHeader, RejectedRow } from '../../ports/watchlist.ts';
import type { Storage } from '../open_storage.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../testing/temporary_store.ts';
import { listPath, listSlug, listsDirectory } from './list_file.ts';

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

const WANTED: ListHeader = {
  list: 'WANTED',
  kind: 'WANTED',
  version: '1',
  asOf: NOW,
  agedAfterHours: 24,
  expiredAfterHours: 72,
};

const PERSON: WatchlistEntry = {
  id: 'W1',
  names: [{ surname: 'ĐẶNG', givenNames: 'VĂN MẪU' }],
  birthDate: '1980-02-03',
  sex: 'M',
  nationalities: ['VNM'],
  personalNumber: '001080000001',
  validTo: '2026-12-31',
};
const PASSPORT: WatchlistEntry = {
  id: 'D1',
  names: [],
  documents: [{ number: 'C0000001', issuer: 'VNM', status: 'STOLEN' }],
};

async function* rows(list: readonly (WatchlistEntry | RejectedRow)[]) {
  yield* list;
}

function numbered(count: number): WatchlistEntry[] {
  return Array.from({ length: count }, (_, place) => ({ id: `N${place}`, names: [{ full: `TRAN MAU ${place}` }] }));
}

const today = { on: '2026-11-22' };

async function hitIds(query: object): Promise<string[]> {
  const screened = await storage.watchlist.screen({ ...today, ...query });
  return screened.ok ? screened.value.hits.map((hit) => `${hit.entry.id} ${hit.matchClass}`) : [screened.error.code];
}

describe('a list', () => {
  test('is empty before the first import, and says so', async () => {
    expect(await storage.watchlist.status()).toEqual(ok([]));
    expect(await hitIds({ name: 'DANG VAN MAU' })).toEqual([]);
  });

  test('answers by name, birth date, personal number and document', async () => {
    await storage.watchlist.replace(WANTED, rows([PERSON, PASSPORT]));
    expect(await hitIds({ surname: 'DANG', givenNames: 'VAN MAU', birthDate: '1980-02-03' })).toEqual(['W1 PROBABLE']);
    expect(await hitIds({ surname: 'DANG', givenNames: 'VAN MAO', birthDate: '1975-03-02' })).toEqual([]);
    expect(await hitIds({ surname: 'DANG', givenNames: 'VAN MAU', birthDate: '1980-03-02' })).toEqual(['W1 POSSIBLE']);
    expect(await hitIds({ personalNumber: '001080000001' })).toEqual(['W1 CERTAIN']);
    expect(await hitIds({ documentNumber: 'c0000001', issuer: 'VNM' })).toEqual(['D1 CERTAIN']);
    expect(await hitIds({ documentNumber: 'C0000001', issuer: 'LAO' })).toEqual([]);
    expect(await hitIds({ personalNumber: '001080000001', on: '2027-01-01' })).toEqual([]);
  });

  test('a hit carries its list, version and reasons that add up', async () => {
    await storage.watchlist.replace(WANTED, rows([PERSON]));
    const screened = await storage.watchlist.screen({ ...today, name: 'MAU VAN DANG', birthDate: '1980', sex: 'F' });
    const hit = screened.ok ? screened.value.hits[0] : undefined;
    expect(hit).toMatchObject({ list: 'WANTED', listKind: 'WANTED', listVersion: '1', entry: PERSON });
    expect(hit?.why.map((reason) => reason.code)).toEqual([
      'NAME_REORDERED',
      'NAME_PART_EQUAL',
      'NAME_PART_EQUAL',
      'NAME_PART_EQUAL',
      'NAME_COMMON',
      'BIRTH_DATE_PARTIAL',
      'SEX_DIFFERENT',
    ]);
    expect(hit?.why.reduce((sum, reason) => sum + reason.points, 0)).toBe(hit?.score);
    expect(screened.ok && screened.value.lists).toMatchObject([{ ...WANTED, entries: 1, persons: 1, importedAt: NOW }]);
  });

  test('a new copy tells what is new, changed and gone, and goes into the journal', async () => {
    await storage.watchlist.replace(WANTED, rows([PERSON, PASSPORT, ...numbered(3)]));
    const second = await storage.watchlist.replace(
      { ...WANTED, version: '2' },
      rows([{ ...PERSON, birthDate: '1981' }, PASSPORT, { id: 'X', names: [{ full: 'NEU' }] }]),
    );
    expect(second).toMatchObject({ ok: true, value: { version: '2', read: 3, added: 1, changed: 1, removed: 3 } });
    expect(await storage.watchlist.status()).toMatchObject({ value: [{ version: '2', entries: 3 }] });
    const journal = await storage.records.exportJournal(1, 10);
    expect(journal.ok && journal.value.map((entry) => entry.event)).toEqual(['LIST_REPLACED', 'LIST_REPLACED']);
    expect(journal.ok && journal.value[1]?.data).toMatchObject({ oldVersion: '1', version: '2', removed: 3 });
  });

  test('bad rows and repeated ids are rejected one by one', async () => {
    const imported = await storage.watchlist.replace(
      WANTED,
      rows([PERSON, { line: 2, reason: 'NOT_JSON' }, PERSON, PASSPORT, ...numbered(4)]),
    );
    expect(imported).toMatchObject({
      value: {
        added: 6,
        rejectedCount: 2,
        rejected: [
          { line: 2, reason: 'NOT_JSON' },
          { line: 3, reason: 'DUPLICATE_ID' },
        ],
      },
    });
  });

  test.each([
    ['empty', [], 'LIST_FILE_EMPTY'],
    ['mostly refuse', [PASSPORT, ...[1, 2, 3].map((line) => ({ line, reason: 'NOT_JSON' }))], 'LIST_FORMAT'],
  ])('a file that is %s changes nothing', async (_what, content, code) => {
    await storage.watchlist.replace(WANTED, rows([PERSON]));
    const refused = await storage.watchlist.replace({ ...WANTED, version: '2' }, rows(content));
    expect(refused).toMatchObject({ ok: false, error: { code } });
    expect(await hitIds({ personalNumber: '001080000001' })).toEqual(['W1 CERTAIN']);
    expect(await storage.watchlist.status()).toMatchObject({ value: [{ version: '1' }] });
    expect(readdirSync(join(listsDirectory(directory.path), 'aside'))).toEqual([]);
  });

  test('another list stands beside it', async () => {
    await storage.watchlist.replace(WANTED, rows([PERSON]));
    await storage.watchlist.replace({ ...WANTED, list: 'LOST', kind: 'LOST_STOLEN' }, rows([PASSPORT]));
    const status = await storage.watchlist.status();
    expect(status.ok && status.value.map((list) => list.list).sort()).toEqual(['LOST', 'WANTED']);
    expect(await hitIds({ personalNumber: '001080000001', documentNumber: 'C0000001', issuer: 'VNM' })).toHaveLength(2);
  });

  test('is still there after a restart, and nothing of it can be read in the files', async () => {
    await storage.watchlist.replace(WANTED, rows([PERSON]));
    await storage.close();
    for (const name of readdirSync(directory.path, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const bytes = readFileSync(join(name.parentPath, name.name));
      expect(bytes.includes('001080000001') || bytes.includes('WANTED') || bytes.includes('CREATE TABLE')).toBe(false);
    }
    storage = await openTestStorage(directory.path);
    expect(await hitIds({ personalNumber: '001080000001' })).toEqual(['W1 CERTAIN']);
  });
});

describe('look-ups and imports', () => {
  test('every look-up during imports is answered by a whole list, the old or the new one', async () => {
    const copy = (version: string) => [{ ...PERSON, legalGround: version }, ...numbered(3000)];
    await storage.watchlist.replace(WANTED, rows(copy('1')));
    let importing = true;
    const imports = (async () => {
      for (const version of ['2', '3']) {
        await storage.watchlist.replace({ ...WANTED, version }, rows(copy(version)));
      }
      importing = false;
    })();
    const versions = new Set<string>();
    let answered = 0;
    while (importing) {
      const screened = await storage.watchlist.screen({ ...today, personalNumber: '001080000001' });
      const hit = screened.ok ? screened.value.hits[0] : undefined;
      expect(hit?.listVersion).toBe(hit?.entry.legalGround);
      versions.add(String(hit?.listVersion));
      answered++;
    }
    await imports;
    expect(answered).toBeGreaterThan(10);
    expect([...versions]).toContain('1');
    expect(await storage.watchlist.status()).toMatchObject({ value: [{ version: '3' }] });
  });

  test('a list swapped in by another process is seen', async () => {
    await storage.watchlist.replace(WANTED, rows([PASSPORT]));
    expect(await hitIds({ personalNumber: '001080000001' })).toEqual([]);
    const other = await openTestStorage(directory.path);
    await other.watchlist.replace({ ...WANTED, version: '2' }, rows([PASSPORT, PERSON]));
    await other.close();
    // Noticed at a look-up, which does not wait for it: a later one is answered by it.
    await expect.poll(() => hitIds({ personalNumber: '001080000001' }), { timeout: 20_000 }).toEqual(['W1 CERTAIN']);
  });

  test('the last good copy answers when the newest is damaged; without one that is said', async () => {
    await storage.watchlist.replace(WANTED, rows([PERSON]));
    await storage.watchlist.replace({ ...WANTED, version: '2' }, rows([PERSON]));
    await storage.close();
    const slug = listSlug('WANTED');
    const spoil = (generation: number) => {
      const path = listPath(directory.path, slug, generation);
      writeFileSync(path, readFileSync(path).fill(0x5a, 0, 3000));
    };
    spoil(2);
    storage = await openTestStorage(directory.path);
    expect(await storage.watchlist.status()).toMatchObject({ value: [{ version: '1', state: 'NEEDS_RELOAD' }] });
    expect(await hitIds({ personalNumber: '001080000001' })).toEqual(['W1 CERTAIN']);
    await storage.close();
    spoil(1);
    storage = await openTestStorage(directory.path);
    expect(await storage.watchlist.screen({ ...today, personalNumber: '001080000001' })).toMatchObject({
      ok: false,
      error: { code: 'LIST_STORE_DAMAGED' },
    });
  });
});
