import { createHash } from 'node:crypto';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { seal } from './store_keys.ts';

/** Tables whose rows are sealed in the journal entry of the step that wrote them, with the columns that the seal covers. */
const COLUMNS = {
  case_files: ['id', 'kind', 'number', 'lane', 'opened_at', 'closed_at', 'clearance', 'state'],
  evidence: ['hash', 'media_type', 'name', 'added_at', 'bytes'],
  crossings: [
    'id',
    'record_number',
    'lane',
    'at',
    'day',
    'direction',
    'outcome',
    'document_key',
    'person_key',
    'personal_number',
    'nationality',
    'stay_until',
    'rules_version',
    'facts',
    'verdict',
  ],
} as const;
export type SealedTable = keyof typeof COLUMNS;

/** A row as SQLite gives it, under its column names. */
export type SealedRow = Readonly<Record<string, string | number | Uint8Array | null>>;

const TABLES = Object.keys(COLUMNS) as SealedTable[];

/** What a row is called in the journal: the table and the first column. */
export const sealedName = (table: SealedTable, row: SealedRow): string => `${table}/${row[COLUMNS[table][0]]}`;

/** The seal of a row. Bytes count by their SHA-256. */
export function sealOfRow(key: Buffer, table: SealedTable, row: SealedRow): string {
  const values = COLUMNS[table].map((column) => {
    const value = row[column] ?? null;
    return value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value;
  });
  return seal(key, JSON.stringify([`border-booth ${table} 1`, ...values]));
}

/** The seals that the chain promises, by row; the newest entry that tells of a row counts. */
export type PromisedRows = Map<string, { readonly seq: number; readonly seal: string }>;

/** Takes in what one entry of the journal promises. */
export function promiseRows(entry: { readonly seq: number; readonly data: string }, promised: PromisedRows): void {
  if (!entry.data.includes('"sealed"')) return;
  const { sealed } = (JSON.parse(entry.data) as { sealed?: Record<string, string> } | null) ?? {};
  for (const [name, one] of Object.entries(sealed ?? {})) promised.set(name, { seq: entry.seq, seal: one });
}

/** Entries whose rows are gone or changed; 0 for a row that no entry tells of. Empties `promised`. */
export function brokenSealedRows(database: EncryptedDatabase, key: Buffer, promised: PromisedRows): number[] {
  const broken: number[] = [];
  for (const table of TABLES) {
    for (const row of database.prepare<[], SealedRow>(`SELECT * FROM ${table}`).iterate()) {
      const name = sealedName(table, row);
      const promise = promised.get(name);
      promised.delete(name);
      if (promise?.seal !== sealOfRow(key, table, row)) broken.push(promise?.seq ?? 0);
    }
  }
  for (const { seq } of promised.values()) broken.push(seq);
  return broken;
}
