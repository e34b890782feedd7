import type { Outcome } from '../entry/outcome.ts';
import type { CrossingDifference } from './crossing_difference.ts';

/** How many crossings went from one outcome to another; the same twice: only the stay, the tier or the reasons differ. */
export interface OutcomeChange {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly count: number;
}

/** What a rehearsal found, in numbers. */
export interface RehearsalSums {
  readonly read: number;
  /** Decided without rules, or no longer readable; never silently left out. */
  readonly notComparable: number;
  readonly same: number;
  /** The same decision on other rules. */
  readonly otherRules: number;
  readonly differ: number;
  readonly changes: readonly OutcomeChange[];
  /** By reason: how many got it, how many lost it. */
  readonly reasons: readonly { readonly reason: string; readonly come: number; readonly gone: number }[];
  /** By nationality: how many of its crossings differ. */
  readonly nationalities: readonly { readonly nationality: string; readonly count: number }[];
}

type Counts = Map<string, number>;

const add = (counts: Counts, key: string, more = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + more);
};

const most = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || a[0].localeCompare(b[0]);

/** Counts differences as they come; grows with what differs in kind, never with how many. */
export class RehearsalCount {
  read = 0;
  notComparable = 0;
  same = 0;
  otherRules = 0;
  differ = 0;
  readonly #changes: Counts = new Map();
  readonly #come: Counts = new Map();
  readonly #gone: Counts = new Map();
  readonly #nationalities: Counts = new Map();

  take(one: CrossingDifference): void {
    this.differ++;
    add(this.#changes, `${one.old.outcome} ${one.new.outcome}`);
    add(this.#nationalities, one.nationality);
    for (const reason of one.new.reasons) if (!one.old.reasons.includes(reason)) add(this.#come, reason);
    for (const reason of one.old.reasons) if (!one.new.reasons.includes(reason)) add(this.#gone, reason);
  }

  /** The counts of another part of the same rehearsal. */
  join(other: RehearsalSums): void {
    this.read += other.read;
    this.notComparable += other.notComparable;
    this.same += other.same;
    this.otherRules += other.otherRules;
    this.differ += other.differ;
    for (const { from, to, count } of other.changes) add(this.#changes, `${from} ${to}`, count);
    for (const { reason, come, gone } of other.reasons) {
      if (come > 0) add(this.#come, reason, come);
      if (gone > 0) add(this.#gone, reason, gone);
    }
    for (const { nationality, count } of other.nationalities) add(this.#nationalities, nationality, count);
  }

  sums(): RehearsalSums {
    const reasons = [...new Set([...this.#come.keys(), ...this.#gone.keys()])];
    const touched = (reason: string): number => (this.#come.get(reason) ?? 0) + (this.#gone.get(reason) ?? 0);
    return {
      read: this.read,
      notComparable: this.notComparable,
      same: this.same,
      otherRules: this.otherRules,
      differ: this.differ,
      changes: [...this.#changes].sort(most).map(([pair, count]) => {
        const [from, to] = pair.split(' ') as [Outcome, Outcome];
        return { from, to, count };
      }),
      reasons: reasons
        .map((reason) => [reason, touched(reason)] as const)
        .sort(most)
        .map(([reason]) => ({ reason, come: this.#come.get(reason) ?? 0, gone: this.#gone.get(reason) ?? 0 })),
      nationalities: [...this.#nationalities].sort(most).map(([nationality, count]) => ({ nationality, count })),
    };
  }
}
