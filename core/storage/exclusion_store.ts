import type { Exclusion, ExclusionChange } from '../domain/screening/exclusion.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { type StoreKeys, seal } from './store_keys.ts';

/** A row of `exclusions` as SQLite gives it. */
export interface ExclusionRow {
  readonly id: string;
  /** Keyed hash of issuer and number: the document itself is not written here. */
  readonly document_hash: string;
  readonly list: string;
  readonly entry_id: string;
  readonly entry_digest: string;
  readonly match_class: Exclusion['matchClass'];
  readonly decided_at: number;
  readonly decided_by: string;
  readonly confirmed_by: string | null;
  readonly last_day: string;
  readonly record_number: string;
  readonly undone_at: number | null;
  readonly undone_by: string | null;
  readonly undone_reason: string | null;
}

/** The text whose seal stands in the journal, so that a row added or changed behind the booth's back is found. */
export function canonicalExclusion(row: ExclusionRow): string {
  return JSON.stringify([
    'border-booth exclusion 1',
    row.id,
    row.document_hash,
    row.list,
    row.entry_id,
    row.entry_digest,
    row.match_class,
    row.decided_at,
    row.decided_by,
    row.confirmed_by,
    row.last_day,
    row.record_number,
    row.undone_at,
    row.undone_by,
    row.undone_reason,
  ]);
}

function exclusion(row: ExclusionRow): Exclusion {
  return {
    id: row.id,
    list: row.list,
    entryId: row.entry_id,
    entryDigest: row.entry_digest,
    matchClass: row.match_class,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    confirmedBy: row.confirmed_by,
    lastDay: row.last_day,
    recordNumber: row.record_number,
  };
}

const INSERT = `
INSERT INTO exclusions VALUES (@id, @document_hash, @list, @entry_id, @entry_digest, @match_class, @decided_at,
  @decided_by, @confirmed_by, @last_day, @record_number, @undone_at, @undone_by, @undone_reason)`;

const UNDO = `
UPDATE exclusions SET undone_at = ?, undone_by = ?, undone_reason = ? WHERE id = ? AND undone_at IS NULL RETURNING *`;

/** The rows of `exclusions`. Every function may throw SqliteError; `apply` belongs inside a transaction. */
export function exclusionStore(database: EncryptedDatabase, keys: StoreKeys) {
  const insert = database.prepare<[ExclusionRow]>(INSERT);
  const undo = database.prepare<[number, string, string, string], ExclusionRow>(UNDO);
  const ofDocument = database.prepare<[string], ExclusionRow>(
    'SELECT * FROM exclusions WHERE document_hash = ? AND undone_at IS NULL ORDER BY decided_at DESC',
  );
  const recent = database.prepare<[number], ExclusionRow>(
    'SELECT * FROM exclusions WHERE undone_at IS NULL ORDER BY decided_at DESC LIMIT ?',
  );
  const hashOf = (documentKey: string) => seal(keys.exclusions, documentKey);

  function record({ documentKey, exclusion: one }: Extract<ExclusionChange, { kind: 'RECORD' }>): ExclusionRow {
    const row: ExclusionRow = {
      id: one.id,
      document_hash: hashOf(documentKey),
      list: one.list,
      entry_id: one.entryId,
      entry_digest: one.entryDigest,
      match_class: one.matchClass,
      decided_at: one.decidedAt,
      decided_by: one.decidedBy,
      confirmed_by: one.confirmedBy,
      last_day: one.lastDay,
      record_number: one.recordNumber,
      undone_at: null,
      undone_by: null,
      undone_reason: null,
    };
    insert.run(row);
    return row;
  }

  return {
    /** The seals of the rows as they stand after the changes, by exclusion. One that is no more to be undone has none. */
    apply(changes: readonly ExclusionChange[]): ReadonlyMap<string, string> {
      const seals = new Map<string, string>();
      for (const change of changes) {
        const row =
          change.kind === 'RECORD' ? record(change) : undo.get(change.at, change.by, change.reason, change.id);
        if (row !== undefined) seals.set(row.id, seal(keys.journal, canonicalExclusion(row)));
      }
      return seals;
    },
    ofDocument: (documentKey: string) => ofDocument.all(hashOf(documentKey)).map(exclusion),
    recent: (limit: number) => recent.all(limit).map(exclusion),
  };
}
