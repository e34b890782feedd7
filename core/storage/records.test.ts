import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '../domain/result.ts';
import type { Storage } from './open_storage.ts';
import {
  commitAll,
  NOW,
  openBehindTheBack,
  openTestStorage,
  SMALL_DAY,
  temporaryDirectory,
  testClearance,
  testEntry,
} from './testing/temporary_store.ts';

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

async function reopen(): Promise<void> {
  await storage.close();
  storage = await openTestStorage(directory.path);
}

describe('records', () => {
  test('a new store is empty and whole', async () => {
    expect(await storage.records.openClearance('A07')).toEqual(ok(null));
    expect(await storage.records.lastRecordNumber('A07')).toEqual(ok(0));
    expect(await storage.records.verifyJournal()).toEqual(ok({ ok: true, entries: 0, firstBroken: null }));
  });

  test('what was committed is there after a restart', async () => {
    await commitAll(storage, [SMALL_DAY[0] ?? { entries: [] }, SMALL_DAY[1] ?? { entries: [] }]);
    await reopen();
    expect(await storage.records.openClearance('A07')).toEqual(ok(testClearance(1)));
    expect(await storage.records.clearanceById('clearance-1')).toEqual(ok(testClearance(1)));
    expect(await storage.records.clearanceById('clearance-9')).toEqual(ok(null));
    expect(await storage.records.journalSize()).toEqual(ok(3));
  });

  test('closed clearances are found by document, outcome and time', async () => {
    await commitAll(storage, SMALL_DAY);
    const crossings = await storage.records.crossingsOf('UTO:L898902C3', 10);
    expect(crossings.ok && crossings.value.map((crossing) => crossing.id)).toEqual(['clearance-2', 'clearance-1']);
    const referred = await storage.records.referred('A07', 10);
    expect(referred.ok && referred.value.map((clearance) => clearance.id)).toEqual(['clearance-2']);
    expect(await storage.records.openClearance('A07')).toEqual(ok(null));
    expect(await storage.records.lastRecordNumber('A07')).toEqual(ok(2));
    expect(await storage.records.lastRecordNumber('B01')).toEqual(ok(0));
    expect(await storage.records.totals('A07', 0)).toEqual(ok({ cleared: 1, referred: 1, medianSeconds: 55 }));
    expect(await storage.records.totals('A07', NOW + 100_000)).toEqual(
      ok({ cleared: 0, referred: 1, medianSeconds: 80 }),
    );
    expect(await storage.records.backlog()).toEqual(ok(1));
  });

  test('the journal is numbered, linked and read by clearance and by range', async () => {
    await commitAll(storage, SMALL_DAY);
    const all = await storage.records.exportJournal(1, 100);
    const entries = all.ok ? all.value : [];
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(entries.slice(1).every((entry, place) => entry.previousHash === entries[place]?.hash)).toBe(true);
    const ofFirst = await storage.records.journalOf('clearance-1');
    expect(ofFirst.ok && ofFirst.value.map((entry) => entry.event)).toEqual([
      'CLEARANCE_OPENED',
      'CHECK_FINISHED',
      'CLEARED',
    ]);
    expect(ofFirst.ok && ofFirst.value[2]?.data).toEqual({ note: 'Đặng' });
    const page = await storage.records.exportJournal(3, 2);
    expect(page.ok && page.value.map((entry) => entry.seq)).toEqual([3, 4]);
    const range = { from: 2, before: 7 };
    const some = await storage.records.journalOfEvents(['CHECK_FINISHED', 'CLEARED', 'REFERRED'], range, 10);
    const wanted = entries.filter(({ seq, event }) => seq >= 2 && /^(CHECK_FINISHED|CLEARED|REFERRED)$/.test(event));
    expect(wanted.length).toBeGreaterThan(2);
    expect(some).toEqual(ok([...wanted].reverse()));
    const newest = await storage.records.journalOfEvents(['CHECK_FINISHED', 'CLEARED', 'REFERRED'], range, 1);
    expect(newest.ok && newest.value).toEqual([wanted.at(-1)]);
  });

  test('a step is whole or not at all', async () => {
    await commitAll(storage, SMALL_DAY);
    // A second clearance under a running number that is taken: the entry must not stay behind either.
    const refused = await storage.records.commit({
      clearance: testClearance(1, { id: 'another' }),
      entries: [testEntry({ clearance: 'another' })],
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'STORE_IO' } });
    expect(await storage.records.journalSize()).toEqual(ok(6));
    expect(await storage.records.verifyJournal()).toMatchObject({ value: { ok: true, entries: 6 } });
  });

  test('a step without an event still has its place in the chain', async () => {
    await commitAll(storage, [{ clearance: testClearance(1), entries: [] }]);
    const entries = await storage.records.journalOf('clearance-1');
    expect(entries.ok && entries.value.map((entry) => entry.event)).toEqual(['STATE_STORED']);
    expect(await storage.records.verifyJournal()).toMatchObject({ value: { ok: true } });
  });

  test('commits under way together are all kept, in order', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => storage.records.commit({ entries: [testEntry()] })),
    );
    expect(answers.map((answer) => answer.ok && answer.value.lastSeq)).toEqual(
      Array.from({ length: 50 }, (_, place) => place + 1),
    );
  });

  test('every commit is flushed to the disk: synchronous is FULL in WAL', async () => {
    const database = openBehindTheBack(directory.path);
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    database.close();
  });
});

describe('accounts', () => {
  test('are kept and changed', async () => {
    const account = {
      number: '10427',
      displayName: 'T. Mẫu',
      roles: ['officer' as const],
      pinHash: 'argon2id$x',
      failures: 0,
      lockedUntil: null,
      lastLoginAt: null,
      lastLoginLane: null,
    };
    expect(await storage.accounts.count()).toEqual(ok(0));
    expect(await storage.accounts.save(account)).toMatchObject({ ok: true });
    await storage.accounts.save({ ...account, failures: 3, lockedUntil: NOW, lastLoginLane: 'A07' });
    await reopen();
    expect(await storage.accounts.count()).toEqual(ok(1));
    expect(await storage.accounts.find('10427')).toEqual(
      ok({ ...account, failures: 3, lockedUntil: NOW, lastLoginLane: 'A07' }),
    );
    expect(await storage.accounts.find('99999')).toEqual(ok(null));
  });
});
