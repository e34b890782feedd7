import { createHash } from 'node:crypto';
import type { CaseFile, CaseKind, Evidence } from '../ports/case_files.ts';
import type { Json } from '../ports/records.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import type { SealedRow } from './sealed_rows.ts';

interface FileRow {
  readonly id: string;
  readonly kind: CaseKind;
  readonly number: string;
  readonly lane: string;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly clearance: string | null;
  readonly state: string;
}

interface EvidenceRow {
  readonly hash: string;
  readonly media_type: string;
  readonly name: string;
  readonly added_at: number;
  readonly bytes: Uint8Array;
}

const fileOf = (row: FileRow): CaseFile => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  lane: row.lane,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  clearance: row.clearance,
  state: JSON.parse(row.state) as Json,
});

const SAVE = `
INSERT INTO case_files VALUES (@id, @kind, @number, @lane, @opened_at, @closed_at, @clearance, @state)
ON CONFLICT (id) DO UPDATE SET closed_at = excluded.closed_at, state = excluded.state`;

/** Files and evidence in booth.db. Functions throw SqliteError; the writing ones belong inside a transaction. */
export function caseFileStore(database: EncryptedDatabase) {
  const save = database.prepare(SAVE);
  const add = database.prepare(
    'INSERT INTO evidence VALUES (@hash, @media_type, @name, @added_at, @bytes) ON CONFLICT (hash) DO NOTHING',
  );
  const open = database.prepare<[string], FileRow>(
    'SELECT * FROM case_files WHERE kind = ? AND closed_at IS NULL ORDER BY opened_at',
  );
  const byId = database.prepare<[string], FileRow>('SELECT * FROM case_files WHERE id = ?');
  const ofClearance = database.prepare<[string], FileRow>(
    'SELECT * FROM case_files WHERE clearance = ? ORDER BY opened_at',
  );
  const closed = database.prepare<[string, number, number], FileRow>(
    `SELECT * FROM case_files WHERE kind = ? AND closed_at IS NOT NULL AND closed_at >= ?
     ORDER BY closed_at DESC LIMIT ?`,
  );
  const count = database
    .prepare<[string, string], number>('SELECT count(*) FROM case_files WHERE kind = ? AND number GLOB ?')
    .pluck();
  const evidence = database.prepare<[string], EvidenceRow>('SELECT * FROM evidence WHERE hash = ?');
  return {
    save(file: CaseFile): SealedRow {
      const row = {
        id: file.id,
        kind: file.kind,
        number: file.number,
        lane: file.lane,
        opened_at: file.openedAt,
        closed_at: file.closedAt,
        clearance: file.clearance,
        state: JSON.stringify(file.state),
      };
      save.run(row);
      return row;
    },
    /** The stored row: the first of these bytes stays. Bytes that are not what their name says are a bug. */
    add(piece: Evidence): SealedRow {
      const hash = createHash('sha256').update(piece.bytes).digest('hex');
      if (hash !== piece.hash) throw new Error('evidence is not what its name says');
      const { mediaType, name, addedAt } = piece;
      add.run({ hash, media_type: mediaType, name, added_at: addedAt, bytes: Buffer.from(piece.bytes) });
      return { ...evidence.get(hash) };
    },
    open: (kind: CaseKind) => open.all(kind).map(fileOf),
    byId: (id: string) => {
      const row = byId.get(id);
      return row === undefined ? null : fileOf(row);
    },
    ofClearance: (clearance: string) => ofClearance.all(clearance).map(fileOf),
    closedSince: (kind: CaseKind, since: number, limit: number) => closed.all(kind, since, limit).map(fileOf),
    countNumbered: (kind: CaseKind, prefix: string) => count.get(kind, `${prefix}*`) ?? 0,
    evidence(hash: string): Evidence | null {
      const row = evidence.get(hash);
      if (row === undefined) return null;
      const { media_type: mediaType, name, added_at: addedAt, bytes } = row;
      return { hash, mediaType, name, addedAt, bytes: new Uint8Array(bytes) };
    },
  };
}
