import type { EventId } from '../domain/audit/events.ts';
import type { Result } from '../domain/result.ts';
import type { ExclusionChange } from '../domain/screening/exclusion.ts';
import type { CaseFile, Evidence } from './case_files.ts';
import type { Crossing } from './crossings.ts';
import type { Json, StorageProblem } from './stored.ts';

export type { Json, StorageProblem, StorageProblemCode } from './stored.ts';

/** One event for the journal, before it gets its number, its hash and its place in the chain. */
export interface JournalInput {
  readonly event: EventId;
  /** Wall time, milliseconds. */
  readonly at: number;
  /** Officer number, `system`, or a device name. */
  readonly actor: string;
  readonly terminal: string;
  readonly clearance: string | null;
  readonly data: Json;
}

export interface JournalEntry extends JournalInput {
  /** 1, 2, 3 ... without gaps. */
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** A clearance as stored after every step; `state` is the machine's own persisted snapshot. */
export interface StoredClearance {
  readonly id: string;
  /** Lane and running number, e.g. `A07-000412`; unique. */
  readonly recordNumber: string;
  readonly lane: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly outcome: string | null;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  /** `issuer:number` of the document once known, to find earlier crossings. */
  readonly documentKey: string | null;
  readonly state: Json;
}

/** What one step leaves behind; committed whole or not at all. */
export interface RecordStep {
  readonly clearance?: StoredClearance;
  readonly entries: readonly JournalInput[];
  /** A record for the central system, kept until it is acknowledged. */
  readonly outbox?: { readonly clearance: string; readonly payload: Json };
  readonly exclusions?: readonly ExclusionChange[];
  readonly mark?: RecordMark;
  /** Sealed, as the two below, in the last entry of the step. */
  readonly files?: readonly CaseFile[];
  readonly evidence?: readonly Evidence[];
  readonly crossing?: Crossing;
}

/** How far someone has come; the last one under a name counts. */
export interface RecordMark {
  readonly name: string;
  readonly value: Json;
}

export interface JournalVerdict {
  readonly ok: boolean;
  readonly entries: number;
  /** The sequence number of the first entry that does not hold, and why. */
  readonly firstBroken: {
    readonly seq: number;
    readonly reason: 'HASH' | 'LINK' | 'GAP' | 'CATALOGUE' | 'TAIL_MISSING';
  } | null;
}

/** Whether the journal's entries of one case hold, with the case and its records as they were sealed. */
export interface CaseProof {
  readonly ok: boolean;
  readonly entries: number;
  readonly first: number;
  readonly last: number;
  readonly broken: readonly {
    readonly seq: number;
    readonly reason: 'HASH' | 'LINK' | 'GAP' | 'CATALOGUE' | 'ROW';
  }[];
}

export interface LaneTotals {
  readonly cleared: number;
  readonly referred: number;
  readonly medianSeconds: number | null;
}

/** The booth's lasting records. When `commit` has answered ok, the step survives power loss. */
export interface Records {
  commit(step: RecordStep): Promise<Result<{ readonly lastSeq: number }, StorageProblem>>;
  /** The clearance that was open on this lane when the booth last stopped, if any. */
  openClearance(lane: string): Promise<Result<StoredClearance | null, StorageProblem>>;
  /** The highest running number given out on this lane, 0 when none. */
  lastRecordNumber(lane: string): Promise<Result<number, StorageProblem>>;
  clearanceById(id: string): Promise<Result<StoredClearance | null, StorageProblem>>;
  clearanceByNumber(recordNumber: string): Promise<Result<StoredClearance | null, StorageProblem>>;
  /** Closed on this lane from `from` on and before `before` (ms), newest first. */
  closedBetween(
    lane: string,
    range: { readonly from: number; readonly before: number },
    limit: number,
  ): Promise<Result<readonly StoredClearance[], StorageProblem>>;
  /** Closed clearances with this document, newest first. */
  crossingsOf(documentKey: string, limit: number): Promise<Result<readonly StoredClearance[], StorageProblem>>;
  /** Referred clearances of this lane, newest first. */
  referred(lane: string, limit: number): Promise<Result<readonly StoredClearance[], StorageProblem>>;
  totals(lane: string, since: number): Promise<Result<LaneTotals, StorageProblem>>;
  /** Records not yet acknowledged by the central system. */
  backlog(): Promise<Result<number, StorageProblem>>;
  /** The mark under this name, null when there is none. */
  mark(name: string): Promise<Result<Json, StorageProblem>>;
  journalOf(clearance: string): Promise<Result<readonly JournalEntry[], StorageProblem>>;
  /** Holds the entries of one case to the chain. */
  proveCase(clearance: string): Promise<Result<CaseProof, StorageProblem>>;
  journalSize(): Promise<Result<number, StorageProblem>>;
  verifyJournal(progress?: (done: number) => void): Promise<Result<JournalVerdict, StorageProblem>>;
  exportJournal(fromSeq: number, limit: number): Promise<Result<readonly JournalEntry[], StorageProblem>>;
  /** Entries of these events from number `from` on and before number `before`, newest first. */
  journalOfEvents(
    events: readonly EventId[],
    range: { readonly from: number; readonly before: number },
    limit: number,
  ): Promise<Result<readonly JournalEntry[], StorageProblem>>;
}
