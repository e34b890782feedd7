import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.ts';
import type { Ids } from '../../ports/ids.ts';
import type { JournalInput, RecordStep, StoredClearance } from '../../ports/records.ts';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';
import { boothDatabasePath } from '../open_booth_database.ts';
import { openStorage, type Storage, type StorageOptions } from '../open_storage.ts';
import { storeKeys } from '../store_keys.ts';

/** Fixed parts for tests on real files. Every person here is invented. */
export const TEST_KEY = new Uint8Array(32).fill(7);
export const NOW = Date.UTC(2026, 10, 22, 8, 40);

export const fixedClock: Clock = { now: () => NOW, monotonic: () => 0, after: () => () => {} };

export const countingIds: Ids = {
  uuid: () => crypto.randomUUID(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

export function temporaryDirectory(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'booth-store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function storageOptions(directory: string): StorageOptions {
  return { directory, key: TEST_KEY, clock: fixedClock, ids: countingIds, terminal: 'A07' };
}

export async function openTestStorage(directory: string): Promise<Storage> {
  const opened = await openStorage(storageOptions(directory));
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`);
  return opened.value;
}

/** booth.db itself, as someone with the database key but past the booth would open it. */
export function openBehindTheBack(directory: string): EncryptedDatabase {
  const database = openEncrypted(boothDatabasePath(directory), storeKeys(TEST_KEY).database, {
    synchronous: 'FULL',
    journalMode: 'WAL',
  });
  database.pragma('foreign_keys = OFF');
  return database;
}

export function testClearance(number: number, change: Partial<StoredClearance> = {}): StoredClearance {
  return {
    id: `clearance-${number}`,
    recordNumber: `A07-${String(number).padStart(6, '0')}`,
    lane: 'A07',
    openedAt: NOW + number * 60_000,
    closedAt: null,
    outcome: null,
    direction: 'ARRIVAL',
    documentKey: null,
    state: { value: 'CHECKING', holder: 'SPECIMEN', step: number },
    ...change,
  };
}

export function testEntry(change: Partial<JournalInput> = {}): JournalInput {
  return {
    event: 'CHECK_FINISHED',
    at: NOW,
    actor: '10427',
    terminal: 'A07',
    clearance: 'clearance-1',
    data: { check: 'MRZ', result: 'PASSED' },
    ...change,
  };
}

/** A small day: two clearances in several steps, one outbox record, entries without a clearance. */
export const SMALL_DAY: readonly RecordStep[] = [
  { entries: [testEntry({ event: 'BOOTH_STARTED', actor: 'system', clearance: null, data: null })] },
  { clearance: testClearance(1), entries: [testEntry({ event: 'CLEARANCE_OPENED' }), testEntry()] },
  {
    clearance: testClearance(1, { closedAt: NOW + 90_000, outcome: 'CLEARED', documentKey: 'UTO:L898902C3' }),
    entries: [testEntry({ event: 'CLEARED', data: { note: 'Đặng' } })],
    outbox: { clearance: 'clearance-1', payload: { outcome: 'CLEARED' } },
  },
  { clearance: testClearance(2), entries: [testEntry({ event: 'CLEARANCE_OPENED', clearance: 'clearance-2' })] },
  {
    clearance: testClearance(2, { closedAt: NOW + 200_000, outcome: 'REFERRED', documentKey: 'UTO:L898902C3' }),
    entries: [testEntry({ event: 'REFERRED', clearance: 'clearance-2' })],
  },
];

export async function commitAll(storage: Storage, steps: readonly RecordStep[]): Promise<void> {
  for (const step of steps) {
    const committed = await storage.records.commit(step);
    if (!committed.ok) throw new Error(committed.error.code);
  }
}
