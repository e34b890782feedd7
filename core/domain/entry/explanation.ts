import type { LegalReason } from './outcome.ts';

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

/** One end that the law sets to a stay; the earliest decides. */
export interface StayLine {
  readonly what: 'VISA_END' | 'CARD_END' | 'DAYS' | 'MONTHS' | 'WINDOW';
  /** The day from which it counts, where it counts. */
  readonly from: string | null;
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

/** How the movements before pair with this crossing. */
export interface PairingExplained {
  /** FIRST: nothing is known before. */
  readonly state: 'FIRST' | 'PAIRED' | 'OPEN_ENTRY' | 'NO_ENTRY' | 'NO_EXIT' | 'UNKNOWN';
  /** Days since the movement it pairs with. */
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
}
