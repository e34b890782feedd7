import type { RuleSet } from '../domain/entry/rules.ts';
import type { CrossingDifference } from '../domain/rehearsal/crossing_difference.ts';
import type { RehearsalSums } from '../domain/rehearsal/rehearsal_sums.ts';
import type { Result } from '../domain/result.ts';
import type { StorageProblem } from './records.ts';

export interface RehearsalOrder {
  readonly rules: RuleSet;
  /** So many crossings, the last recorded ones. */
  readonly last: number;
  /** So many differences are handed over one by one; all are counted. */
  readonly told: number;
}

/** How far a rehearsal has come. */
export interface RehearsalProgress {
  readonly read: number;
  readonly total: number;
  /** Found since the last word, in no order. */
  readonly found: readonly CrossingDifference[];
}

/** A rehearsal under way; it writes nothing and holds nobody up. */
export interface RunningRehearsal {
  /** Null when it was cancelled. */
  readonly ended: Promise<Result<RehearsalSums | null, StorageProblem>>;
  cancel(): void;
}

/** Recorded crossings judged again by other rules, in threads of their own. */
export interface Rehearsals {
  start(order: RehearsalOrder, progress: (soFar: RehearsalProgress) => void): RunningRehearsal;
}
