import type { CheckOutcome, ReasonCode } from './check.ts';
import type { Clearance, RecordedHit } from './clearance.ts';

const CLASS_REASON = {
  CERTAIN: 'LIST_HIT_CERTAIN',
  PROBABLE: 'LIST_HIT_PROBABLE',
  POSSIBLE: 'LIST_HIT_POSSIBLE',
} as const satisfies Record<string, ReasonCode>;

/** The local-lists line follows the officer's answers: compared away it passes, one "same" fails it. */
export function afterAnswers(line: CheckOutcome, hits: readonly RecordedHit[]): CheckOutcome {
  const first = hits[0];
  if (first === undefined) return line;
  const reason = CLASS_REASON[first.hit.matchClass];
  if (hits.some((hit) => hit.answer === 'SAME')) return { ...line, result: 'FAILED', reason, severity: 'BLOCKING' };
  if (hits.some((hit) => hit.answer === null || hit.answer === 'CANNOT_DECIDE')) {
    return { ...line, result: 'UNDETERMINED', reason, severity: 'TO_RESOLVE' };
  }
  return { ...line, result: 'PASSED', reason: 'LIST_EXCLUDED', severity: 'INFORMATION' };
}

/** Puts the line of the local lists in step with the answers given so far. */
export function withListLine(clearance: Clearance): Clearance['checks'] {
  const line = clearance.checks.LOCAL_LISTS;
  if (line === 'WAITING' || line === 'RUNNING' || clearance.hits.length === 0) return clearance.checks;
  return { ...clearance.checks, LOCAL_LISTS: afterAnswers(line, clearance.hits) };
}
