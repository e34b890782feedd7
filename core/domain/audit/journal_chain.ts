/** A journal row before it is sealed: everything that its hash covers. Hashes are lower-case hexadecimal. */
export interface ChainFields {
  readonly seq: number;
  readonly at: number;
  readonly event: string;
  readonly actor: string;
  readonly terminal: string;
  readonly clearance: string | null;
  /** The event's data as the JSON text that is stored. */
  readonly data: string;
  /** Seal of the clearance row that was stored in the same step, if any. */
  readonly stateHash: string | null;
  /** Seal of the outbox row that was stored in the same step, if any. */
  readonly outboxHash: string | null;
  readonly previousHash: string;
}

export interface SealedFields extends ChainFields {
  readonly hash: string;
}

/** The hash that stands before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

const FORM = 'border-booth journal 1';

/**
 * The one text of a journal row that is hashed. A JSON array in fixed order: no two different rows share a text,
 * since every field is quoted or a number and none is left out.
 */
export function canonicalEntry(fields: ChainFields): string {
  return JSON.stringify([
    FORM,
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
  ]);
}

export type ChainBreak = 'HASH' | 'LINK' | 'GAP' | 'CATALOGUE';

/** What the walk along the chain has to know of the entry before. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const CHAIN_START: ChainHead = { seq: 0, hash: GENESIS_HASH };

/**
 * Says whether `row` is the rightful next entry after `head`: numbered without a gap, linked, sealed and of a known
 * event. `seal` is the keyed hash of a canonical text. Null when all holds.
 */
export function breakAt(
  head: ChainHead,
  row: SealedFields,
  seal: (text: string) => string,
  known: (event: string) => boolean,
): ChainBreak | null {
  if (row.seq !== head.seq + 1) return 'GAP';
  if (row.previousHash !== head.hash) return 'LINK';
  if (seal(canonicalEntry(row)) !== row.hash) return 'HASH';
  return known(row.event) ? null : 'CATALOGUE';
}
