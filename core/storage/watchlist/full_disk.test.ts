import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListHeader } from '../../ports/watchlist.ts';
import type { Storage } from '../open_storage.ts';
import { DOCUMENT_LIST, documentEntries, documentNumber } from '../testing/document_entries.ts';
import { canMakeSmallDisk, smallDisk } from '../testing/small_disk.ts';
import { NOW, openTestStorage, temporaryDirectory } from '../testing/temporary_store.ts';
import { asideDirectory, copiesOf } from './list_file.ts';

const header = (version: string): ListHeader => ({
  list: 'WANTED',
  kind: 'WANTED',
  version,
  asOf: NOW,
  agedAfterHours: 24,
  expiredAfterHours: 72,
});

const entry = (place: number): WatchlistEntry => ({
  id: `N${place}`,
  names: [{ full: `ĐẶNG VĂN MẪU ${place}` }],
  birthDate: '1980-02-03',
  personalNumber: `0${place}`,
  legalGround: 'x'.repeat(300),
});

async function* people(count: number) {
  for (let place = 0; place < count; place++) yield entry(place);
}

async function* additions(from: number, count: number) {
  for (let place = from; place < from + count; place++) yield { op: 'add', entry: entry(place) } as const;
}

/** Documents that share nothing with each other: each is kept in full. */
async function* longDocuments(count: number) {
  for await (const one of documentEntries(count, 2)) yield { ...one, legalGround: one.id.padEnd(300, 'x') };
}

async function inService(storage: Storage): Promise<string> {
  const screened = await storage.watchlist.screen({ personalNumber: '07', on: '2026-11-22' });
  if (!screened.ok) return screened.error.code;
  const status = screened.value.lists[0];
  return `${screened.value.hits[0]?.listVersion} of ${status?.entries}, ${status?.state}`;
}

if (canMakeSmallDisk()) {
  test('a full disk leaves the old list in service and says so, for a copy and for changes', async () => {
    const directory = temporaryDirectory();
    const unmount = smallDisk(directory.path, 12);
    try {
      const storage = await openTestStorage(directory.path);
      await storage.watchlist.replace(header('1'), people(500));
      const copy = await storage.watchlist.replace(header('2'), people(40_000));
      expect(copy).toMatchObject({ ok: false, error: { code: 'LIST_STORE_FULL' } });
      expect(await inService(storage)).toBe('1 of 500, IN_SERVICE');
      const changes = await storage.watchlist.replace({ ...header('2'), base: '1' }, additions(500, 40_000));
      expect(changes).toMatchObject({ ok: false, error: { code: 'LIST_STORE_FULL' } });
      expect(await inService(storage)).toBe('1 of 500, IN_SERVICE');
      expect(readdirSync(asideDirectory(directory.path))).toEqual([]);
      expect(await storage.watchlist.replace(header('2'), people(600))).toMatchObject({ ok: true });
      expect(await inService(storage)).toBe('2 of 600, IN_SERVICE');
      await storage.close();
    } finally {
      unmount?.();
      directory.remove();
    }
  }, 120_000);

  test('a full disk under a list of documents does the same', async () => {
    const directory = temporaryDirectory();
    const unmount = smallDisk(directory.path, 12);
    const storage = await openTestStorage(directory.path);
    try {
      const inServiceNow = async () => {
        const query = { documentNumber: documentNumber(7), issuer: 'VNM', on: '2026-11-22' };
        const screened = await storage.watchlist.screen(query);
        return screened.ok && screened.value.hits.map(({ listVersion }) => listVersion);
      };
      const first = await storage.watchlist.replace(DOCUMENT_LIST, documentEntries(100, 1));
      expect(first).toMatchObject({ ok: true });
      const second = { ...DOCUMENT_LIST, version: '2' };
      for (const rows of [longDocuments(40_000), documentEntries(120_000, 2)]) {
        const full = await storage.watchlist.replace(second, rows);
        expect(full).toMatchObject({ ok: false, error: { code: 'LIST_STORE_FULL' } });
        expect(await inServiceNow()).toEqual(['1']);
        expect(readdirSync(asideDirectory(directory.path))).toEqual([]);
      }
      expect(await storage.watchlist.replace(second, documentEntries(200, 2))).toMatchObject({ ok: true });
      expect(await inServiceNow()).toEqual(['2']);
    } finally {
      await storage.close();
      unmount?.();
      directory.remove();
    }
  }, 120_000);

  test('a search index that has no room is made again in memory, and the list answers whole', async () => {
    const directory = temporaryDirectory();
    const unmount = smallDisk(directory.path, 12);
    try {
      let storage = await openTestStorage(directory.path);
      await storage.watchlist.replace(header('1'), people(500));
      await storage.close();
      rmSync(copiesOf(directory.path, 'WANTED')[0]?.image ?? '');
      const { bavail, bsize } = statfsSync(directory.path);
      writeFileSync(join(directory.path, 'ballast'), Buffer.alloc(bavail * bsize - 200_000));
      storage = await openTestStorage(directory.path);
      await expect.poll(() => inService(storage), { timeout: 20_000 }).toBe('1 of 500, IN_SERVICE');
      await storage.close();
    } finally {
      unmount?.();
      directory.remove();
    }
  });
} else {
  test('NOT RUN: this user may not mount a small file system', () => {
    expect(canMakeSmallDisk()).toBe(false);
  });
}
