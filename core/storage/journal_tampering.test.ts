import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalVerdict } from '../ports/records.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { anchorPath, readAnchor } from './journal_anchor.ts';
import { storeKeys } from './store_keys.ts';
import {
  commitAll,
  openBehindTheBack,
  openTestStorage,
  SMALL_DAY,
  TEST_KEY,
  temporaryDirectory,
  testEntry,
} from './testing/temporary_store.ts';
import { verifyJournal } from './verify_journal.ts';

const directory = temporaryDirectory();
const keys = storeKeys(TEST_KEY);
let database: EncryptedDatabase;

beforeAll(async () => {
  const storage = await openTestStorage(directory.path);
  await commitAll(storage, SMALL_DAY);
  await storage.close();
  database = openBehindTheBack(directory.path);
});

afterAll(() => {
  database.close();
  directory.remove();
});

function verdict(): JournalVerdict {
  return verifyJournal(database, keys.journal, readAnchor(directory.path, keys.journal), () => {});
}

/** What verification says after a change that is then taken back. */
function verdictAfter(change: () => void): JournalVerdict {
  database.exec('BEGIN');
  try {
    change();
    return verdict();
  } finally {
    database.exec('ROLLBACK');
  }
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly pk: number;
}

const TABLES = [
  { table: 'journal', key: 'seq' },
  { table: 'clearances', key: 'rowid' },
  { table: 'outbox', key: 'seq' },
] as const;

function columnsOf(table: string): Column[] {
  return (database.pragma(`table_info(${table})`) as Column[]).filter(({ name }) => name !== 'acknowledged_at');
}

/** Every way to change one byte of one stored text, or one number by one. */
function changesOf(column: Column, value: unknown): unknown[] {
  if (value === null) return [column.type === 'TEXT' ? 'x' : 1];
  if (typeof value === 'number') {
    const mayBeNull = column.notnull === 0 && column.pk === 0;
    return [value + 1, value - 1, ...(mayBeNull ? [null] : [])];
  }
  const bytes = Buffer.from(String(value), 'utf8');
  const changed: unknown[] = [null, `${String(value)} `, ''];
  for (let place = 0; place < bytes.length; place++) {
    const copy = Buffer.from(bytes);
    copy[place] = (copy[place] ?? 0) ^ 1;
    // As the file would hold it, be it text or no longer text.
    changed.push(copy);
  }
  return changed;
}

describe('verification of the journal', () => {
  test('an untouched journal holds', () => {
    expect(verdict()).toEqual({ ok: true, entries: 6, firstBroken: null });
  });

  /** One change, taken back; null when the table itself refuses it. */
  function verdictWith(table: string, key: string, rowKey: unknown, column: string, value: unknown) {
    const cast = Buffer.isBuffer(value) ? 'CAST(? AS TEXT)' : '?';
    const update = database.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ${cast} WHERE ${key} = ?`);
    let changed = 0;
    const seen = verdictAfter(() => {
      changed = update.run(value, rowKey).changes;
    });
    return changed === 0 ? null : seen;
  }

  test.each(TABLES)('finds every byte changed in $table', ({ table, key }) => {
    const rows = database.prepare(`SELECT ${key} AS row_key, * FROM ${table}`).all() as Record<string, unknown>[];
    const missed: string[] = [];
    let tried = 0;
    for (const row of rows) {
      for (const column of columnsOf(table)) {
        for (const value of changesOf(column, row[column.name])) {
          const seen = verdictWith(table, key, row.row_key, column.name, value);
          if (!seen) continue;
          tried++;
          if (seen.ok) missed.push(`${table}.${column.name} of ${String(row.row_key)}`);
        }
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(30);
  });

  test.each(TABLES)('finds every row removed from $table', ({ table, key }) => {
    const rowKeys = database.prepare<[], number>(`SELECT ${key} FROM ${table}`).pluck().all();
    expect(rowKeys.length).toBeGreaterThan(0);
    for (const rowKey of rowKeys) {
      const seen = verdictAfter(() => database.prepare(`DELETE FROM ${table} WHERE ${key} = ?`).run(rowKey));
      expect(seen, `${table} ${rowKey}`).toMatchObject({ ok: false });
    }
  });

  test('finds every pair of entries swapped', () => {
    for (let a = 1; a <= 6; a++) {
      for (let b = a + 1; b <= 6; b++) {
        const seen = verdictAfter(() => {
          const move = database.prepare('UPDATE journal SET seq = ? WHERE seq = ?');
          move.run(1000, a);
          move.run(a, b);
          move.run(b, 1000);
        });
        expect(seen).toMatchObject({ ok: false, firstBroken: { seq: a } });
      }
    }
  });

  test('finds every cut tail, down to the whole journal', () => {
    for (let last = 0; last < 6; last++) {
      const seen = verdictAfter(() => {
        database.prepare('DELETE FROM journal WHERE seq > ?').run(last);
        database.exec('DELETE FROM outbox; DELETE FROM clearances');
      });
      expect(seen.ok, `cut after ${last}`).toBe(false);
    }
    // With no other table to give it away, the anchor alone tells.
    const seen = verdictAfter(() => {
      database.exec('DELETE FROM journal; DELETE FROM outbox; DELETE FROM clearances');
    });
    expect(seen).toEqual({ ok: false, entries: 0, firstBroken: { seq: 1, reason: 'TAIL_MISSING' } });
  });

  test('finds an inserted entry and an inserted clearance', () => {
    const columns = 'at, event, actor, terminal, clearance, data, state_hash, outbox_hash, previous_hash, hash';
    expect(
      verdictAfter(() => database.exec(`INSERT INTO journal SELECT 7, ${columns} FROM journal WHERE seq = 6`)),
    ).toMatchObject({ firstBroken: { seq: 7, reason: 'LINK' } });
    expect(
      verdictAfter(() =>
        database.exec(`INSERT INTO clearances SELECT 'forged', 'A07-000009', lane, 9, opened_at, closed_at, outcome,
          direction, document_key, state FROM clearances WHERE id = 'clearance-1'`),
      ),
    ).toMatchObject({ firstBroken: { seq: 0, reason: 'HASH' } });
  });

  test('finds a chain made again with another key', () => {
    const anchor = readAnchor(directory.path, keys.journal);
    expect(verifyJournal(database, Buffer.alloc(32, 9), anchor, () => {})).toMatchObject({
      firstBroken: { seq: 1, reason: 'HASH' },
    });
  });
});

describe('the anchor', () => {
  test('an older copy of the database put back and written on is found', async () => {
    const lane = temporaryDirectory();
    const first = await openTestStorage(lane.path);
    await commitAll(first, SMALL_DAY.slice(0, 2));
    await first.close();
    const old = join(lane.path, 'old.db');
    cpSync(join(lane.path, 'booth.db'), old);
    const second = await openTestStorage(lane.path);
    await commitAll(second, SMALL_DAY.slice(2));
    await second.close();
    cpSync(old, join(lane.path, 'booth.db'));
    const third = await openTestStorage(lane.path);
    expect(await third.records.verifyJournal()).toMatchObject({ value: { firstBroken: { reason: 'TAIL_MISSING' } } });
    const others = Array.from({ length: 9 }, () => ({ entries: [testEntry()] }));
    await commitAll(third, others);
    expect(await third.records.verifyJournal()).toMatchObject({
      value: { ok: false, firstBroken: { seq: 6, reason: 'LINK' } },
    });
    await third.close();
    lane.remove();
  });

  test('its removal is found, and stays found after more commits', async () => {
    const lane = temporaryDirectory();
    const first = await openTestStorage(lane.path);
    await commitAll(first, SMALL_DAY);
    await first.close();
    cpSync(anchorPath(lane.path), join(lane.path, 'kept'));
    rmSync(anchorPath(lane.path));
    const second = await openTestStorage(lane.path);
    await commitAll(second, [{ entries: [testEntry()] }]);
    await second.close();
    const third = await openTestStorage(lane.path);
    expect(await third.records.verifyJournal()).toMatchObject({
      value: { ok: false, firstBroken: { reason: 'TAIL_MISSING' } },
    });
    await third.close();
    lane.remove();
  });
});
