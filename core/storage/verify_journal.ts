import { EVENTS } from '../domain/audit/events.ts';
import { breakAt, CHAIN_START, type ChainHead } from '../domain/audit/journal_chain.ts';
import type { JournalVerdict } from '../ports/records.ts';
import { type ClearanceRow, canonicalClearance } from './clearance_store.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { canonicalExclusion, type ExclusionRow } from './exclusion_store.ts';
import type { AnchorFound } from './journal_anchor.ts';
import { type JournalRow, sealedFields } from './journal_store.ts';
import { canonicalOutbox, type OutboxRow } from './outbox_store.ts';
import { brokenSealedRows, type PromisedRows, promiseRows } from './sealed_rows.ts';
import { seal } from './store_keys.ts';

type Broken = NonNullable<JournalVerdict['firstBroken']>;

const PROGRESS_EVERY = 1000;

function known(event: string): boolean {
  return Object.hasOwn(EVENTS, event);
}

/** What the chain says must be in the other tables: the seal and the entry that holds it. */
interface Promised {
  readonly clearances: Map<string, { seq: number; stateHash: string }>;
  readonly outbox: Map<number, string>;
  /** By exclusion; the newest entry that tells of it counts. */
  readonly exclusions: Map<string, { seq: number; seal: string }>;
  readonly rows: PromisedRows;
}

const TELLS_OF_EXCLUSION = ['EXCLUSION_RECORDED', 'EXCLUSION_UNDONE'];

function promiseExclusion({ event, data, seq }: JournalRow, promised: Promised): void {
  if (!TELLS_OF_EXCLUSION.includes(event)) return;
  const { exclusion, row } = JSON.parse(data) as { exclusion?: unknown; row?: unknown };
  if (typeof exclusion === 'string' && typeof row === 'string') promised.exclusions.set(exclusion, { seq, seal: row });
}

function walkChain(
  database: EncryptedDatabase,
  key: Buffer,
  anchor: AnchorFound,
  promised: Promised,
  progress: (done: number) => void,
): { readonly head: ChainHead; readonly broken: Broken | null } {
  const sealText = (text: string) => seal(key, text);
  let head = CHAIN_START;
  for (const row of database.prepare<[], JournalRow>('SELECT * FROM journal ORDER BY seq').iterate()) {
    const reason = breakAt(head, sealedFields(row), sealText, known);
    if (reason) return { head, broken: { seq: reason === 'GAP' ? head.seq + 1 : row.seq, reason } };
    head = { seq: row.seq, hash: row.hash };
    // A database put back to an older state and written on: its entry is sound, yet not the one that was anchored.
    if (anchor.found === 'SEALED' && anchor.head.seq === row.seq && anchor.head.hash !== row.hash) {
      return { head, broken: { seq: row.seq, reason: 'LINK' } };
    }
    if (row.state_hash !== null && row.clearance !== null) {
      promised.clearances.set(row.clearance, { seq: row.seq, stateHash: row.state_hash });
    }
    if (row.outbox_hash !== null) promised.outbox.set(row.seq, row.outbox_hash);
    promiseExclusion(row, promised);
    promiseRows(row, promised.rows);
    if (row.seq % PROGRESS_EVERY === 0) progress(row.seq);
  }
  return { head, broken: null };
}

/** Entries whose stored clearance, outbox or exclusion row is gone or changed, and rows that no entry tells of. */
function brokenRows(database: EncryptedDatabase, key: Buffer, promised: Promised): number[] {
  const broken: number[] = [];
  for (const row of database.prepare<[], ClearanceRow>('SELECT * FROM clearances').iterate()) {
    const promise = promised.clearances.get(row.id);
    promised.clearances.delete(row.id);
    if (promise?.stateHash !== seal(key, canonicalClearance(row))) broken.push(promise?.seq ?? 0);
  }
  for (const promise of promised.clearances.values()) broken.push(promise.seq);
  for (const row of database.prepare<[], OutboxRow>('SELECT seq, clearance, payload FROM outbox').iterate()) {
    const promise = promised.outbox.get(row.seq);
    promised.outbox.delete(row.seq);
    if (promise !== seal(key, canonicalOutbox(row))) broken.push(promise ? row.seq : 0);
  }
  for (const row of database.prepare<[], ExclusionRow>('SELECT * FROM exclusions').iterate()) {
    const promise = promised.exclusions.get(row.id);
    promised.exclusions.delete(row.id);
    if (promise?.seal !== seal(key, canonicalExclusion(row))) broken.push(promise?.seq ?? 0);
  }
  for (const promise of promised.exclusions.values()) broken.push(promise.seq);
  return [...broken, ...promised.outbox.keys(), ...brokenSealedRows(database, key, promised.rows)];
}

/**
 * Walks the whole journal: numbering, links, seals and catalogue; that its end is not before the anchor; that every
 * clearance, outbox, exclusion and sealed row (sealed_rows.ts) is the one the chain speaks of (reason HASH at the entry that holds its seal, 0 where no
 * entry tells of the row). `anchor` is to be read before the database, which is never behind it.
 */
export function verifyJournal(
  database: EncryptedDatabase,
  key: Buffer,
  anchor: AnchorFound,
  progress: (done: number) => void,
): JournalVerdict {
  const promised: Promised = { clearances: new Map(), outbox: new Map(), exclusions: new Map(), rows: new Map() };
  const entries = database.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0;
  const walk = walkChain(database, key, anchor, promised, progress);
  progress(walk.head.seq);
  if (walk.broken) return { ok: false, entries, firstBroken: walk.broken };
  const cutAnchor = anchor.found !== 'SEALED' || anchor.head.seq > walk.head.seq;
  const rows = brokenRows(database, key, promised);
  if (rows.length > 0) {
    return { ok: false, entries, firstBroken: { seq: Math.min(...rows), reason: 'HASH' } };
  }
  if (cutAnchor) {
    return { ok: false, entries, firstBroken: { seq: walk.head.seq + 1, reason: 'TAIL_MISSING' } };
  }
  return { ok: true, entries, firstBroken: null };
}
