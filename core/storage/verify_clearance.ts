import { EVENTS } from '../domain/audit/events.ts';
import { breakAt, CHAIN_START } from '../domain/audit/journal_chain.ts';
import type { CaseProof } from '../ports/records.ts';
import { type ClearanceRow, canonicalClearance } from './clearance_store.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { type JournalRow, sealedFields } from './journal_store.ts';
import { type PromisedRows, promiseRows, type SealedRow, type SealedTable, sealOfRow } from './sealed_rows.ts';
import { seal } from './store_keys.ts';

type Broken = CaseProof['broken'][number];

/** Rows of a case that never change once they are written; a file of a matter goes on, and the whole walk holds that. */
const LASTING: readonly SealedTable[] = ['crossings', 'evidence'];

const known = (event: string): boolean => Object.hasOwn(EVENTS, event);

function brokenRows(database: EncryptedDatabase, key: Buffer, promised: PromisedRows): Broken[] {
  return [...promised].flatMap(([name, { seq, seal: promise }]): Broken[] => {
    const cut = name.indexOf('/');
    const table = LASTING.find((one) => one === name.slice(0, cut));
    if (table === undefined) return [];
    const column = table === 'evidence' ? 'hash' : 'id';
    const row = database
      .prepare<[string], SealedRow>(`SELECT * FROM ${table} WHERE ${column} = ?`)
      .get(name.slice(cut + 1));
    return row !== undefined && sealOfRow(key, table, row) === promise ? [] : [{ seq, reason: 'ROW' }];
  });
}

/** Whether the entries of one case stand in the chain as they were written, with the case and its records as sealed. */
export function verifyClearance(database: EncryptedDatabase, key: Buffer, id: string): CaseProof {
  const entries = database
    .prepare<[string], JournalRow>('SELECT * FROM journal WHERE clearance = ? ORDER BY seq')
    .all(id);
  const hashAt = database.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck();
  const broken: Broken[] = [];
  const promised: PromisedRows = new Map();
  let state: { readonly seq: number; readonly hash: string } | null = null;
  for (const row of entries) {
    const before = hashAt.get(row.seq - 1);
    const head = row.seq === 1 ? CHAIN_START : { seq: row.seq - 1, hash: before ?? '' };
    const reason =
      before === undefined && row.seq > 1 ? 'GAP' : breakAt(head, sealedFields(row), (text) => seal(key, text), known);
    if (reason !== null) broken.push({ seq: row.seq, reason });
    if (row.state_hash !== null) state = { seq: row.seq, hash: row.state_hash };
    promiseRows(row, promised);
  }
  const stored = database.prepare<[string], ClearanceRow>('SELECT * FROM clearances WHERE id = ?').get(id);
  const held = stored === undefined ? null : seal(key, canonicalClearance(stored));
  if (state?.hash !== held || state === null) broken.push({ seq: state?.seq ?? 0, reason: 'ROW' });
  broken.push(...brokenRows(database, key, promised));
  return {
    ok: broken.length === 0,
    entries: entries.length,
    first: entries[0]?.seq ?? 0,
    last: entries.at(-1)?.seq ?? 0,
    broken,
  };
}
