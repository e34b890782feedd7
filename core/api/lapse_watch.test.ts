import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WatchlistEntry } from '../domain/screening/entry.ts';
import { firstDayAfter } from '../domain/screening/lapse.ts';
import type { Clock } from '../ports/clock.ts';
import { NO_SOURCES } from '../ports/travel_sources.ts';
import { settingsSchema } from '../settings/settings.ts';
import { openStorage, type Storage } from '../storage/open_storage.ts';
import { countingIds, NOW, storageOptions, temporaryDirectory } from '../storage/testing/temporary_store.ts';
import type { LaneContext } from './lane_context.ts';
import { LapseWatch } from './lapse_watch.ts';

let directory = temporaryDirectory();
let storage: Storage;
let now = NOW;
let due: (() => void)[] = [];
const clock: Clock = {
  now: () => now,
  monotonic: () => now,
  after: (_, run) => {
    due.push(run);
    return () => {
      due = due.filter((one) => one !== run);
    };
  },
};

const open = async () => {
  const opened = await openStorage({ ...storageOptions(directory.path), clock });
  if (!opened.ok) throw new Error(opened.error.code);
  storage = opened.value;
};
beforeEach(async () => {
  directory = temporaryDirectory();
  now = NOW;
  due = [];
  await open();
});
afterEach(async () => {
  await storage.close();
  directory.remove();
});

const context = (records = storage.records): LaneContext => ({
  settings: settingsSchema.parse({}),
  clock,
  ids: countingIds,
  records,
  watchlist: storage.watchlist,
  exclusions: storage.exclusions,
  caseFiles: storage.caseFiles,
  crossings: storage.crossings,
  patterns: storage.patterns,
  rules: { current: () => null },
  travel: NO_SOURCES,
});

async function take(entries: readonly WatchlistEntry[], change: { base?: string; version?: string } = {}) {
  const header = { list: 'BANS', kind: 'ENTRY_BAN', version: '1', asOf: NOW } as const;
  const ages = { agedAfterHours: 24, expiredAfterHours: 72 };
  const rows = async function* () {
    for (const entry of entries) yield change.base === undefined ? entry : ({ op: 'update', entry } as const);
  };
  expect(await storage.watchlist.replace({ ...header, ...ages, ...change }, rows())).toMatchObject({ ok: true });
}

const until = (id: string, validTo: string): WatchlistEntry => ({ id, names: [{ full: `MẪU ${id}` }], validTo });

async function lapses() {
  const journal = await storage.records.exportJournal(1, 1000);
  if (!journal.ok) throw new Error(journal.error.code);
  return journal.value
    .filter(({ event }) => event === 'LIST_ENTRY_LAPSED')
    .map(({ data }) => {
      const { list, entry, validTo, day } = data as Record<string, string>;
      return `${list}/${entry} ${validTo} ${day}`;
    });
}

/** One life of the watch: as long as it takes to look once. */
async function run(on: string, at = '00:00:30', records = storage.records) {
  now = Date.parse(`${on}T${at}+07:00`);
  const watch = new LapseWatch(context(records));
  watch.start();
  await watch.stop();
}

test.each([
  ['2026', '2027-01-01'],
  ['2026-12', '2027-01-01'],
  ['2028-02', '2028-03-01'],
  ['2028-02-28', '2028-02-29'],
  ['2026-11-30', '2026-12-01'],
])('an entry that ends with %s counts no more from %s', (validTo, day) => expect(firstDayAfter(validTo)).toBe(day));

test('an entry whose time has passed is told once, on its day at the gate, over restarts too', async () => {
  await take([until('1', '2026-11-22'), until('2', '2026-11'), until('3', '2027'), until('4', '2026-11-20')]);
  await run('2026-11-22', '12:00:00');
  expect(await lapses()).toEqual([]);
  await run('2026-11-22', '23:59:59');
  expect(await lapses()).toEqual([]);
  await run('2026-11-23');
  expect(await lapses()).toEqual(['BANS/1 2026-11-22 2026-11-23']);
  await storage.close();
  await open();
  await run('2026-11-23', '08:00:00');
  await run('2026-12-05');
  expect(await lapses()).toEqual(['BANS/1 2026-11-22 2026-11-23', 'BANS/2 2026-11 2026-12-01']);
  await run('2026-12-01');
  expect(await lapses()).toHaveLength(2);
});

test('the end that changes have moved is the one that counts', async () => {
  await take([until('1', '2026-11-22'), until('2', '2026-11-23')]);
  await run('2026-11-22');
  await take([until('1', '2026-11-24')], { base: '1', version: '2' });
  await run('2026-11-23');
  expect(await lapses()).toEqual([]);
  await run('2026-11-25');
  expect((await lapses()).sort()).toEqual(['BANS/1 2026-11-24 2026-11-25', 'BANS/2 2026-11-23 2026-11-24']);
});

test('a running watch notices midnight by itself', async () => {
  await take([until('1', '2026-11-22')]);
  const watch = new LapseWatch(context());
  watch.start();
  await expect.poll(() => due.length, { timeout: 20_000 }).toBe(1);
  now = Date.parse('2026-11-23T00:00:20+07:00');
  due.shift()?.();
  await expect.poll(lapses, { timeout: 20_000 }).toEqual(['BANS/1 2026-11-22 2026-11-23']);
  await watch.stop();
  expect(due).toEqual([]);
});

test('what was cut short in the middle is finished later, nothing twice and nothing left out', async () => {
  const many = Array.from({ length: 450 }, (_, place) => until(`N${String(place).padStart(3, '0')}`, '2026-11-22'));
  await take([...many, until('A', '2026-11-23')]);
  await run('2026-11-22');
  let steps = 0;
  const cut: typeof storage.records = {
    ...storage.records,
    commit: async (step) =>
      ++steps > 2 ? { ok: false, error: { code: 'STORE_IO', detail: 'cut' } } : await storage.records.commit(step),
  };
  await run('2026-11-23', '00:01:00', cut);
  expect(await lapses()).toHaveLength(400);
  await run('2026-11-25');
  const told = await lapses();
  expect(told).toHaveLength(451);
  expect(new Set(told).size).toBe(451);
});
