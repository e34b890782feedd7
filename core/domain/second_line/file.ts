import type { CheckId, CheckResult, ReasonCode } from '../clearance/check.ts';
import type { Direction, HitAnswer } from '../clearance/clearance.ts';
import type { LegalReason, Outcome } from '../entry/outcome.ts';
import type { ListKind, MatchClass } from '../screening/entry.ts';

/** Where a referred person stands (domain D3.5): waiting, with one officer, or decided. */
export type Stage = 'QUEUED' | 'TAKEN' | 'CLOSED';

/** Somebody did something at a moment (wall time, ms). */
export interface Act {
  readonly by: string;
  readonly at: number;
}

/** A list entry as the counter was shown it, and what was said of it there. Discreet ones are never here. */
export interface SeenEntry {
  /** `list/entry id`. */
  readonly name: string;
  readonly list: string;
  readonly listKind: ListKind;
  readonly matchClass: MatchClass;
  readonly authority: string | null;
  readonly strongDifferences: number;
  /** Told apart earlier: it asks nothing. */
  readonly toldApart: boolean;
  readonly answer: HitAnswer | null;
}

/** What the second line says of an entry, with the second person where one was needed. */
export interface Comparison extends Act {
  readonly entry: string;
  readonly answer: HitAnswer;
  readonly confirmedBy: string | null;
}

/** One line of the interview; `question` is an id of the catalogue, or null where it was asked freely. */
export interface Answered extends Act {
  readonly question: string | null;
  readonly asked: string | null;
  readonly answer: string;
}

/** A check made again with an expert's eye. */
export interface Rechecked extends Act {
  readonly check: CheckId;
  readonly result: Extract<CheckResult, 'PASSED' | 'FAILED' | 'UNDETERMINED'>;
  readonly reason: string;
  /** A supervisor, where the check is the law's. */
  readonly confirmedBy: string | null;
}

export const CHANNELS = ['PHONE', 'RADIO', 'OFFICIAL_LINE', 'IN_PERSON'] as const;
export type Channel = (typeof CHANNELS)[number];
export const CONFIRMATION_ANSWERS = ['CONFIRMED', 'DENIED', 'NO_ANSWER'] as const;
export type ConfirmationAnswer = (typeof CONFIRMATION_ANSWERS)[number];
/** Who is told that an owner does not answer, in order. */
export const ESCALATIONS = ['SUPERVISOR', 'HEAD_OF_UNIT'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

/** The question to the authority that owns an entry, whether it stands and means this person. */
export interface Confirmation extends Act {
  readonly entry: string;
  readonly authority: string;
  readonly channel: Channel;
  readonly escalated: readonly { readonly to: Escalation; readonly at: number; readonly dueAt: number }[];
  readonly answer: (Act & { readonly result: ConfirmationAnswer; readonly note: string }) | null;
}

export const MEASURES = ['SEARCH', 'SEIZED', 'MEDICAL', 'INTERPRETER', 'CONTACT', 'OTHER'] as const;
export type MeasureKind = (typeof MEASURES)[number];
export interface Measure extends Act {
  readonly kind: MeasureKind;
  readonly text: string;
}

/** How the second line ends (vocabulary E1). */
export type SecondLineOutcome =
  | { readonly kind: 'CLEARED' }
  | {
      readonly kind: 'REFUSAL_PROPOSED';
      /** Ground 1 to 9 of Law 47/2014/QH13 Art 21. */
      readonly ground: number;
      /** What was found, in own words. */
      readonly grounds: string;
      readonly carrier: string | null;
      readonly returnFlight: string | null;
    }
  | {
      readonly kind: 'HANDED_OVER';
      readonly unit: string;
      readonly name: string;
      readonly number: string;
      readonly receipt: string;
    }
  | { readonly kind: 'DETAINED_BY_AUTHORITY'; readonly authority: string; readonly decision: string }
  | { readonly kind: 'RELEASED'; readonly conditions: string };
export const SECOND_LINE_OUTCOMES = [
  'CLEARED',
  'REFUSAL_PROPOSED',
  'HANDED_OVER',
  'DETAINED_BY_AUTHORITY',
  'RELEASED',
] as const satisfies readonly SecondLineOutcome['kind'][];

/** Everything the second line knows of one referred person beside the clearance itself; plain JSON, stored after every step. */
export interface SecondLineFile {
  readonly stage: Stage;
  readonly recordNumber: string;
  readonly direction: Direction;
  readonly citizen: boolean;
  readonly referred: Act;
  readonly reasons: readonly ReasonCode[];
  readonly entries: readonly SeenEntry[];
  /** Checks that spoke against, or had to pass and did not. */
  readonly doubts: readonly CheckId[];
  readonly law: { readonly outcome: Outcome; readonly reasons: readonly LegalReason[]; readonly rules: string } | null;
  /** An overstay without its procedure: a valid stay is a condition of exit (Law 47/2014/QH13 Art 27(2)). */
  readonly overstayOpen: boolean;
  /** The physical hand-over of the person: who brought them and when. */
  readonly escorted: Act | null;
  /** The one officer who works on it. */
  readonly taken: Act | null;
  readonly takenOver: readonly (Act & { readonly from: string; readonly reason: string })[];
  readonly interview: readonly Answered[];
  readonly rechecks: readonly Rechecked[];
  readonly comparisons: readonly Comparison[];
  readonly confirmations: readonly Confirmation[];
  readonly measures: readonly Measure[];
  readonly decided: (Act & { readonly outcome: SecondLineOutcome; readonly offline: boolean }) | null;
}
