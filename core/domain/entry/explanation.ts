import type { Company } from './minors.ts';
import type { LegalReason, Outcome } from './outcome.ts';

/** The bases of entry in the order in which they are tried (domain D3.3 point 2); the letter stands before each on the screen. */
export const BASIS_KINDS = ['CARD', 'VISA', 'TREATY', 'UNILATERAL', 'ZONE', 'ABTC', 'TRANSIT', 'VISA_AT_GATE'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

/** One rung of the ladder. NOT_TRIED: an earlier one holds, or nothing was claimed that could make it hold. */
export interface BasisStep {
  readonly kind: BasisKind;
  readonly answer: 'APPLIES' | 'NOT_MET' | 'UNKNOWN' | 'NOT_TRIED';
  /** Why it is not met; `NOTHING_PRESENTED` where the person claims none. */
  readonly reason: LegalReason | 'NOTHING_PRESENTED' | 'NOT_ON_LIST' | null;
  /** The fact that is wanting for UNKNOWN. */
  readonly missing: string | null;
  /** Values for the sentence: number, days, day of last use. */
  readonly values: Readonly<Record<string, string | number>>;
  readonly ruleIds: readonly string[];
}

/** GRANTED: the stay given at the open entry or since, as it stands at the exit. */
export const STAY_ENDS = ['VISA_END', 'CARD_END', 'DAYS', 'MONTHS', 'WINDOW', 'GRANTED'] as const;

/** One end that the law sets to a stay; the earliest decides. */
export interface StayLine {
  readonly what: (typeof STAY_ENDS)[number];
  /** The day from which it counts, where it counts. */
  readonly from: string | null;
  /** So many days, or months where `what` is MONTHS. */
  readonly days: number | null;
  readonly until: string;
  readonly decides: boolean;
  readonly ruleIds: readonly string[];
}

export interface StayExplained {
  readonly lines: readonly StayLine[];
  readonly until: string;
  /** Days of the stay, first and last counted. */
  readonly days: number;
  /** Whether the day of entry is day 1 (an open point of the law, a setting of the rule set). */
  readonly entryDayCounts: boolean;
}

/** The arithmetic of an overstay, one number a line (screens A06). */
export interface OverstayExplained {
  readonly entered: string | null;
  /** Where and under which record the entry stands. */
  readonly entry: { readonly gate: string | null; readonly recordNumber: string | null } | null;
  readonly grantedDays: number | null;
  readonly until: string;
  /** The stay before an extension, where there was one. */
  readonly extendedFrom: string | null;
  readonly departure: string;
  readonly daysOver: number;
  /** The days over by month: first, last, how many; they add up to `daysOver`. */
  readonly spans: readonly { readonly from: string; readonly to: string; readonly days: number }[];
  readonly tier: number | null;
  readonly tiers: readonly {
    readonly tier: number;
    readonly fromDays: number | null;
    readonly fromMonths: number | null;
    readonly fineVndMillion: readonly [number, number];
    readonly expulsionPossible: boolean;
  }[];
  readonly decree: { readonly act: string; readonly from: string } | null;
}

/**
 * FIRST: there is nothing before. OPEN_ENTRY: a foreigner enters whose entry before was never closed. NO_ENTRY: an exit
 * without an entry before it. NO_EXIT: a citizen enters twice without an exit between.
 */
export const PAIRING_STATES = ['FIRST', 'PAIRED', 'OPEN_ENTRY', 'NO_ENTRY', 'NO_EXIT', 'UNKNOWN'] as const;

/** How the movements before pair with this crossing. */
export interface PairingExplained {
  readonly state: (typeof PAIRING_STATES)[number];
  /** Day of the movement before. */
  readonly since: string | null;
  readonly documentChanged: boolean;
  readonly identityChanged: boolean;
  /** The same document was used within the time a person needs to come back. */
  readonly usedTwice: boolean;
}

/** Everything a person may want to follow of a verdict. */
export interface Explanation {
  readonly bases: readonly BasisStep[];
  readonly stay: StayExplained | null;
  readonly overstay: OverstayExplained | null;
  readonly pairing: PairingExplained;
  /** Whether somebody has to go with this person, and does. */
  readonly company: Company['state'];
  /** Facts without which nothing can be decided at the counter; some of the verdict's `missingFacts`. */
  readonly decisive: readonly string[];
  /** What the outcome would be were the overstay settled. */
  readonly apartFromOverstay: Outcome;
}
