import type { CheckOutcome, ReasonCode } from './check.ts';
import type { Clearance, RecordedHit } from './clearance.ts';
import { asks } from './hits.ts';

const CLASS_REASON = {
  CERTAIN: 'LIST_HIT_CERTAIN',
  PROBABLE: 'LIST_HIT_PROBABLE',
  POSSIBLE: 'LIST_HIT_POSSIBLE',
} as const satisfies Record<string, ReasonCode>;

/** A pass stays as good as the lists it rests on: an expired copy proves nothing, whatever was compared. */
function toldApart(line: CheckOutcome, reason: ReasonCode): CheckOutcome {
  return line.result === 'PASSED' ? { ...line, reason, severity: 'INFORMATION' } : line;
}

/**
 * The local-lists line follows the officer's answers: compared away it is as good as the lists themselves, one "same"
 * fails it. Entries told apart earlier ask nothing.
 */
function afterAnswers(line: CheckOutcome, recorded: readonly RecordedHit[]): CheckOutcome {
  const hits = recorded.filter(asks);
  const first = hits[0];
  if (first === undefined) {
    return line.reason === 'LIST_COPY_AGED' ? line : toldApart(line, 'LIST_EXCLUDED_EARLIER');
  }
  const reason = CLASS_REASON[first.hit.matchClass];
  if (hits.some((hit) => hit.answer === 'SAME')) return { ...line, result: 'FAILED', reason, severity: 'BLOCKING' };
  if (hits.some((hit) => hit.answer === null || hit.answer === 'CANNOT_DECIDE')) {
    return { ...line, result: 'UNDETERMINED', reason, severity: 'TO_RESOLVE' };
  }
  return toldApart(line, 'LIST_EXCLUDED');
}

/** Puts the line of the local lists in step with the answers given so far. */
export function withListLine(clearance: Clearance): Clearance['checks'] {
  const { listLine, hits, checks } = clearance;
  return listLine === null || hits.length === 0 ? checks : { ...checks, LOCAL_LISTS: afterAnswers(listLine, hits) };
}
