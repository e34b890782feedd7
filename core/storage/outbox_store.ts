import type { EncryptedDatabase } from './encrypted_database.ts';

/** A row of `outbox` as SQLite gives it; `seq` is the journal entry that holds its seal. */
export interface OutboxRow {
  readonly seq: number;
  readonly clearance: string;
  readonly payload: string;
}

/** The text whose seal stands in the journal. The acknowledgement is left out: it comes later. */
export function canonicalOutbox(row: Omit<OutboxRow, 'seq'>): string {
  return JSON.stringify(['border-booth outbox 1', row.clearance, row.payload]);
}

/** Records that wait for the central system. Every function may throw SqliteError. */
export function outboxStore(database: EncryptedDatabase) {
  const insert = database.prepare<[number, string, string]>(
    'INSERT INTO outbox (seq, clearance, payload) VALUES (?, ?, ?)',
  );
  const waiting = database.prepare<[], number>('SELECT count(*) FROM outbox WHERE acknowledged_at IS NULL').pluck();
  return {
    add: (row: OutboxRow) => void insert.run(row.seq, row.clearance, row.payload),
    waiting: () => waiting.get() ?? 0,
  };
}
