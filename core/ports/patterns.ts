import type { EvidenceKind, IndicatorCode } from '../domain/patterns/indicator.ts';
import type { Result } from '../domain/result.ts';
import type { Crossing } from './crossings.ts';
import type { StorageProblem } from './stored.ts';

/** One crossing that speaks for an indicator. `recordNumber` and `day` are null where the record is no longer kept here. */
export interface PatternEvidence {
  readonly crossing: string;
  readonly recordNumber: string | null;
  /** YYYY-MM-DD at the gate. */
  readonly day: string | null;
  readonly what: EvidenceKind;
}

/** Something that stands out. A reason to ask in the second line, never a ground of refusal. */
export interface PatternIndicator {
  readonly code: IndicatorCode;
  /** 0 to 1. */
  readonly strength: number;
  /** Newest first. */
  readonly evidence: readonly PatternEvidence[];
  /** What the sentence counts. */
  readonly values: Readonly<Record<string, number>>;
}

export interface PatternAnswer {
  /** Strongest first; empty is the common answer. */
  readonly indicators: readonly PatternIndicator[];
  /** Wall time of the crossing asked about: nothing later was looked at. */
  readonly asOf: number;
  /** How many crossings are kept to compare with. */
  readonly keptCrossings: number;
  readonly tookMs: number;
}

/**
 * What earlier crossings say about one. Sightings are written with the crossing, in the same step (`RecordStep.crossing`);
 * values are kept as keyed hashes alone.
 */
export interface Patterns {
  indicatorsFor(crossing: Crossing): Promise<Result<PatternAnswer, StorageProblem>>;
  /** Deletes what is kept of crossings before `at` (ms), at most `limit` of them; how many were deleted. */
  forgetBefore(at: number, limit: number): Promise<Result<number, StorageProblem>>;
}
