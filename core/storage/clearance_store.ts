import type { Json, LaneTotals, StoredClearance } from '../ports/records.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';

/** A row of `clearances` as SQLite gives it. */
export interface ClearanceRow {
  readonly id: string;
  readonly record_number: string;
  readonly lane: string;
  readonly running_number: number;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly outcome: string | null;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly document_key: string | null;
  readonly state: string;
}

function runningNumber(recordNumber: string): number {
  const digits = /(\d{1,15})$/.exec(recordNumber);
  return digits ? Number(digits[1]) : 0;
}

export function clearanceRow(clearance: StoredClearance): ClearanceRow {
  return {
    id: clearance.id,
    record_number: clearance.recordNumber,
    lane: clearance.lane,
    running_number: runningNumber(clearance.recordNumber),
    opened_at: clearance.openedAt,
    closed_at: clearance.closedAt,
    outcome: clearance.outcome,
    direction: clearance.direction,
    document_key: clearance.documentKey,
    state: JSON.stringify(clearance.state),
  };
}

function storedClearance(row: ClearanceRow): StoredClearance {
  return {
    id: row.id,
    recordNumber: row.record_number,
    lane: row.lane,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    outcome: row.outcome,
    direction: row.direction,
    documentKey: row.document_key,
    state: JSON.parse(row.state) as Json,
  };
}

/** The text whose seal stands in the journal, so that a row changed behind the booth's back is found. */
export function canonicalClearance(row: ClearanceRow): string {
  return JSON.stringify([
    'border-booth clearance 1',
    row.id,
    row.record_number,
    row.lane,
    row.running_number,
    row.opened_at,
    row.closed_at,
    row.outcome,
    row.direction,
    row.document_key,
    row.state,
  ]);
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

const INSERT = `
INSERT INTO clearances (id, record_number, lane, running_number, opened_at, closed_at, outcome, direction, document_key, state)
VALUES (@id, @record_number, @lane, @running_number, @opened_at, @closed_at, @outcome, @direction, @document_key, @state)`;

const UPDATE_ALL = `
UPDATE clearances SET record_number = @record_number, lane = @lane, running_number = @running_number,
  opened_at = @opened_at, closed_at = @closed_at, outcome = @outcome, direction = @direction,
  document_key = @document_key, state = @state WHERE id = @id`;

/**
 * The common step. SQLite rewrites an index whenever one of its columns is named in a SET, changed or not: by naming
 * none, only the page of the row itself has to be flushed. Changes nothing when another column differs.
 */
const UPDATE_STATE = `
UPDATE clearances SET outcome = @outcome, direction = @direction, state = @state
WHERE id = @id AND record_number = @record_number AND lane = @lane AND running_number = @running_number
  AND opened_at = @opened_at AND closed_at IS @closed_at AND document_key IS @document_key`;

/** The rows of `clearances`. Every function may throw SqliteError. */
export function clearanceStore(database: EncryptedDatabase) {
  const insert = database.prepare<[ClearanceRow]>(INSERT);
  const updateAll = database.prepare<[ClearanceRow]>(UPDATE_ALL);
  const updateState = database.prepare<[ClearanceRow]>(UPDATE_STATE);
  const byId = database.prepare<[string], ClearanceRow>('SELECT * FROM clearances WHERE id = ?');
  const open = database.prepare<[string], ClearanceRow>(
    'SELECT * FROM clearances WHERE lane = ? AND closed_at IS NULL ORDER BY opened_at DESC LIMIT 1',
  );
  const highest = database
    .prepare<[string], number | null>('SELECT max(running_number) FROM clearances WHERE lane = ?')
    .pluck();
  const ofDocument = database.prepare<[string, number], ClearanceRow>(
    `SELECT * FROM clearances WHERE document_key = ? AND closed_at IS NOT NULL ORDER BY closed_at DESC LIMIT ?`,
  );
  const referred = database.prepare<[string, number], ClearanceRow>(
    `SELECT * FROM clearances WHERE lane = ? AND closed_at IS NOT NULL AND outcome = 'REFERRED'
     ORDER BY closed_at DESC LIMIT ?`,
  );
  const byNumber = database.prepare<[string], ClearanceRow>('SELECT * FROM clearances WHERE record_number = ?');
  const closedBetween = database.prepare<[string, number, number, number], ClearanceRow>(
    `SELECT * FROM clearances WHERE lane = ? AND closed_at IS NOT NULL AND closed_at >= ? AND closed_at < ?
     ORDER BY closed_at DESC LIMIT ?`,
  );
  const closedSince = database.prepare<[string, number], { outcome: string | null; duration: number }>(
    `SELECT outcome, closed_at - opened_at AS duration FROM clearances
     WHERE lane = ? AND closed_at IS NOT NULL AND closed_at >= ?`,
  );
  const find = (row: ClearanceRow | undefined) => (row ? storedClearance(row) : null);
  return {
    save(row: ClearanceRow): void {
      if (updateState.run(row).changes > 0 || updateAll.run(row).changes > 0) return;
      insert.run(row);
    },
    byId: (id: string) => find(byId.get(id)),
    byNumber: (recordNumber: string) => find(byNumber.get(recordNumber)),
    closedBetween: (lane: string, from: number, before: number, limit: number) =>
      closedBetween.all(lane, from, before, limit).map(storedClearance),
    open: (lane: string) => find(open.get(lane)),
    lastRunningNumber: (lane: string) => highest.get(lane) ?? 0,
    ofDocument: (key: string, limit: number) => ofDocument.all(key, limit).map(storedClearance),
    referred: (lane: string, limit: number) => referred.all(lane, limit).map(storedClearance),
    totals(lane: string, since: number): LaneTotals {
      const rows = closedSince.all(lane, since);
      const durations = rows.map((row) => row.duration / 1000).sort((a, b) => a - b);
      return {
        cleared: rows.filter((row) => row.outcome === 'CLEARED').length,
        referred: rows.filter((row) => row.outcome === 'REFERRED').length,
        medianSeconds: median(durations),
      };
    },
  };
}
