import type { Facts } from '../domain/entry/facts.ts';
import type { Verdict } from '../domain/entry/outcome.ts';
import type { Result } from '../domain/result.ts';
import type { StorageProblem } from './stored.ts';

/** How a crossing ended: who came in or went out, and who was not let. */
export type CrossingOutcome = 'CLEARED' | 'REFUSED' | 'REFUSAL_REVERSED' | 'NOT_PERMITTED' | 'HANDED_OVER';

/** What ties a crossing to others: folded texts and keys of the same person kind. What is null is unknown. */
export interface CrossingLinks {
  readonly sponsor: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly flight: string | null;
  readonly group: string | null;
  /** Person keys of those who came along. */
  readonly companions: readonly string[];
}

/** One decided crossing as the law saw it then. */
export interface Crossing {
  /** The clearance's id. */
  readonly id: string;
  readonly recordNumber: string;
  readonly lane: string;
  readonly at: number;
  /** YYYY-MM-DD at the gate. */
  readonly day: string;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly outcome: CrossingOutcome;
  /** `issuer:number`. */
  readonly documentKey: string | null;
  /** Folded names, birth date and nationality: the same person with another document. */
  readonly personKey: string | null;
  readonly personalNumber: string | null;
  readonly nationality: string;
  /** Last permitted day, YYYY-MM-DD. */
  readonly stayUntil: string | null;
  readonly rulesVersion: string;
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly links?: CrossingLinks;
  /** A list entry that officers see was found to be this person; absent: none was. */
  readonly listed?: boolean;
  /** Names the gate where crossings of several are kept; absent: not told. */
  readonly gate?: string;
}

/** By what the same person may be known; null where the document does not say. */
export interface PersonKeys {
  readonly documentKey: string | null;
  readonly personKey: string | null;
  readonly personalNumber: string | null;
}

/** The booth's own crossings; written by steps (`RecordStep.crossing`). */
export interface Crossings {
  /** Equal in any of the keys, newest first. */
  ofPerson(keys: PersonKeys, limit: number): Promise<Result<readonly Crossing[], StorageProblem>>;
  byId(id: string): Promise<Result<Crossing | null, StorageProblem>>;
  count(): Promise<Result<number, StorageProblem>>;
}
