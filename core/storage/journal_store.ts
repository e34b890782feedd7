import type { EventId } from '../domain/audit/events.ts';
import { CHAIN_START, type ChainHead, canonicalEntry, type SealedFields } from '../domain/audit/journal_chain.ts';
import type { JournalEntry, JournalInput, Json } from '../ports/records.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { seal } from './store_keys.ts';

/** A row of `journal` as SQLite gives it. */
export interface JournalRow {
  readonly seq: number;
  readonly at: number;
  readonly event: string;
  readonly actor: string;
  readonly terminal: string;
  readonly clearance: string | null;
  readonly data: string;
  readonly state_hash: string | null;
  readonly outbox_hash: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}

export function sealedFields(row: JournalRow): SealedFields {
  return {
    seq: row.seq,
    at: row.at,
    event: row.event,
    actor: row.actor,
    terminal: row.terminal,
    clearance: row.clearance,
    data: row.data,
    stateHash: row.state_hash,
    outboxHash: row.outbox_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function journalEntry(row: JournalRow): JournalEntry {
  return {
    seq: row.seq,
    at: row.at,
    event: row.event as EventId,
    actor: row.actor,
    terminal: row.terminal,
    clearance: row.clearance,
    data: JSON.parse(row.data) as Json,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** Seals of what is stored in the same step as the entry. */
export interface BoundSeals {
  readonly stateHash: string | null;
  readonly outboxHash: string | null;
}

export const NOTHING_BOUND: BoundSeals = { stateHash: null, outboxHash: null };

const INSERT = `
INSERT INTO journal (seq, at, event, actor, terminal, clearance, data, state_hash, outbox_hash, previous_hash, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export type JournalStore = ReturnType<typeof journalStore>;

/** The chained rows of `journal`. Every function may throw SqliteError. `append` belongs inside a transaction. */
export function journalStore(database: EncryptedDatabase, key: Buffer) {
  const insert = database.prepare(INSERT);
  const last = database.prepare<[], ChainHead>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1');
  const hashAt = database.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck();
  const ofClearance = database.prepare<[string], JournalRow>('SELECT * FROM journal WHERE clearance = ? ORDER BY seq');
  const range = database.prepare<[number, number], JournalRow>(
    'SELECT * FROM journal WHERE seq >= ? ORDER BY seq LIMIT ?',
  );
  // The names come as one JSON text, so that one statement serves any number of them.
  const ofEvents = database.prepare<[number, number, string, number], JournalRow>(
    `SELECT * FROM journal WHERE seq >= ? AND seq < ? AND event IN (SELECT value FROM json_each(?))
     ORDER BY seq DESC LIMIT ?`,
  );
  const count = database.prepare<[], number>('SELECT count(*) FROM journal').pluck();
  return {
    /** Read from the file each time: another process (a technician's command) may have written in between. */
    head: (): ChainHead => last.get() ?? CHAIN_START,
    hashAt: (seq: number): string | null => hashAt.get(seq) ?? null,
    append(head: ChainHead, input: JournalInput, bound: BoundSeals): ChainHead {
      const fields = {
        seq: head.seq + 1,
        at: input.at,
        event: input.event,
        actor: input.actor,
        terminal: input.terminal,
        clearance: input.clearance,
        data: JSON.stringify(input.data),
        stateHash: bound.stateHash,
        outboxHash: bound.outboxHash,
        previousHash: head.hash,
      };
      const hash = seal(key, canonicalEntry(fields));
      insert.run(
        fields.seq,
        fields.at,
        fields.event,
        fields.actor,
        fields.terminal,
        fields.clearance,
        fields.data,
        fields.stateHash,
        fields.outboxHash,
        fields.previousHash,
        hash,
      );
      return { seq: fields.seq, hash };
    },
    ofClearance: (clearance: string) => ofClearance.all(clearance).map(journalEntry),
    range: (fromSeq: number, limit: number) => range.all(fromSeq, limit).map(journalEntry),
    ofEvents: (events: readonly string[], from: number, before: number, limit: number) =>
      ofEvents.all(from, before, JSON.stringify(events), limit).map(journalEntry),
    size: () => count.get() ?? 0,
  };
}
