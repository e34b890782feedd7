import type { DocumentFacts } from '../document/facts.ts';
import type { RefusalGround } from '../entry/rules.ts';
import type { Demand, DemandId, Posture } from '../posture/posture.ts';
import type { Hit, ListKind } from '../screening/entry.ts';
import type { Exclusion, ExclusionStanding, UndoReason } from '../screening/exclusion.ts';
import type { CheckId, CheckOutcome, ReasonCode } from './check.ts';
import type { ToldFacts } from './known_facts.ts';
import type { LawAnswer } from './law_answer.ts';
import type { StampDone } from './stamp_order.ts';
import type { TravelFacts } from './travel_facts.ts';
import type { Answerer } from './who_answers.ts';

export type Direction = 'ARRIVAL' | 'DEPARTURE';
export type HitAnswer = 'SAME' | 'DIFFERENT' | 'CANNOT_DECIDE';
export type DecisionKind = 'CLEARED' | 'REFERRED' | 'REFUSAL_PROPOSED' | 'ABANDONED';

/** An earlier "different person" of this document and entry: whether it holds still, and who took it back. */
export interface RecalledExclusion
  extends Pick<Exclusion, 'id' | 'decidedAt' | 'decidedBy' | 'confirmedBy' | 'lastDay'> {
  readonly standing: ExclusionStanding | 'UNDONE';
  readonly undone: { readonly by: string; readonly at: number; readonly reason: UndoReason } | null;
}

/** A list entry that answered, with what an officer said of it. Discreet ones are kept apart and never shown. */
export interface RecordedHit {
  readonly hit: Hit;
  /** `list/entry id`: names the hit within this clearance. */
  readonly name: string;
  readonly listAsOf: number;
  /** Of the entry as it answered; what an exclusion is bound to. */
  readonly entryDigest: string;
  readonly strongDifferences: number;
  /** What is remembered of this pair from an earlier clearance. */
  readonly exclusion: RecalledExclusion | null;
  readonly answer: HitAnswer | null;
  readonly answeredBy: string | null;
  /** The second person, where the answer needed one. */
  readonly confirmedBy: string | null;
}

export interface ListConsulted {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  readonly asOf: number;
}

export interface Note {
  readonly text: string;
  readonly at: number;
  readonly by: string;
}

/** What an officer states of a refusal of entry. */
export interface ProposedRefusal {
  /** Ground 1 to 9 of Law 47/2014/QH13 Art 21, with who decides it and where it stands. */
  readonly ground: Pick<RefusalGround, 'ground' | 'decider' | 'source'>;
  readonly found: string;
  readonly carrier: string | null;
  readonly returnFlight: string | null;
}

export interface Decision {
  readonly kind: DecisionKind;
  readonly reasons: readonly ReasonCode[];
  readonly at: number;
  readonly by: string;
  readonly offline: boolean;
  /** Of one who was cleared: whether the document was to be stamped, and by whose order. */
  readonly stamp?: StampDone;
  /** What is proposed to the head of unit, where a refusal is. */
  readonly refusal?: ProposedRefusal;
}

/** The file of an overstay found in this clearance: until it is settled nobody leaves (Law 47/2014/QH13 Art 27(2)). */
export interface OverstayCase {
  /** The number of the case file. */
  readonly file: string;
  readonly state: 'OPEN' | 'SETTLED' | 'NOT_SETTLED';
  /** The days that the file is about. */
  readonly daysOver: number;
}

/** Everything a clearance knows; plain JSON, stored after every step. */
export interface Clearance {
  readonly id: string;
  readonly recordNumber: string;
  readonly lane: string;
  readonly direction: Direction;
  readonly openedAt: number;
  readonly resumed: boolean;
  readonly document: DocumentFacts;
  /** How often the document was read in this clearance. */
  readonly readings: number;
  readonly checks: Readonly<Record<CheckId, CheckOutcome | 'WAITING' | 'RUNNING'>>;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly hits: readonly RecordedHit[];
  readonly discreet: readonly RecordedHit[];
  readonly lists: readonly ListConsulted[];
  /** The line of the local lists as the lists themselves gave it, before any answer of an officer. */
  readonly listLine: CheckOutcome | null;
  /** What is known beside document and lists. */
  readonly travel: TravelFacts;
  /** When the last of the sources had answered or run out of time; null before. */
  readonly askedAt: number | null;
  /** What the law says of all that; null until the rules were first asked. */
  readonly law: LawAnswer | null;
  readonly overstay: OverstayCase | null;
  /** The checks without whose final result nothing is decided: the posture's, at the opening or when it last changed. */
  readonly mandatory: readonly CheckId[];
  /** Drawn once at the opening, 0 to 2^32 - 1: what a posture demands of one in so many follows from it. */
  readonly draw: number;
  /** The postures that have borne on this clearance; none is taken out again. */
  readonly postures: readonly Posture[];
  readonly demands: readonly Demand[];
  readonly notes: readonly Note[];
  readonly decision: Decision | null;
}

export type ClearanceEvent =
  | { readonly type: 'START_CHECKS'; readonly at: number }
  | { readonly type: 'CHECK_FINISHED'; readonly outcome: CheckOutcome; readonly at: number }
  | {
      readonly type: 'LISTS_ANSWERED';
      readonly hits: readonly RecordedHit[];
      readonly discreet: readonly RecordedHit[];
      readonly lists: readonly ListConsulted[];
    }
  | { readonly type: 'DOCUMENT_READ_AGAIN'; readonly document: DocumentFacts; readonly at: number }
  | {
      readonly type: 'HIT_ANSWERED';
      readonly name: string;
      readonly answer: HitAnswer;
      readonly by: Answerer;
      readonly second: Answerer | null;
      readonly at: number;
    }
  | {
      readonly type: 'EXCLUSION_UNDONE';
      readonly name: string;
      readonly by: string;
      readonly at: number;
      readonly reason: UndoReason;
    }
  /** Every source has answered or run out of time. */
  | { readonly type: 'SOURCES_ANSWERED'; readonly facts: ToldFacts; readonly at: number }
  /** An officer stated something, or something was scanned: these fields are known now. */
  | {
      readonly type: 'FACTS_KNOWN';
      readonly facts: Partial<TravelFacts>;
      readonly by: string | null;
      readonly at: number;
    }
  | { readonly type: 'LAW_ANSWERED'; readonly answer: LawAnswer; readonly at: number }
  | {
      readonly type: 'OVERSTAY_FILED';
      readonly file: string;
      readonly daysOver: number;
      readonly by: string;
      readonly at: number;
    }
  | {
      readonly type: 'OVERSTAY_CLOSED';
      readonly file: string;
      readonly settled: boolean;
      readonly by: string;
      readonly at: number;
    }
  /** More is in force than this clearance was asked for so far; the whole of it, see posture/bearing.ts. */
  | {
      readonly type: 'POSTURE_RAISED';
      readonly postures: readonly Posture[];
      readonly mandatory: readonly CheckId[];
      readonly demands: readonly Demand[];
      readonly at: number;
    }
  | {
      readonly type: 'DEMAND_MET';
      readonly demand: DemandId;
      readonly by: string;
      readonly second: string | null;
      readonly at: number;
    }
  | { readonly type: 'NOTE'; readonly text: string; readonly at: number; readonly by: string }
  | { readonly type: 'RESUME'; readonly at: number }
  | { readonly type: 'DECIDE'; readonly decision: Decision };
