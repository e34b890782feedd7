import { isDocumentList } from '../screening/list_line.ts';
import type { CheckOutcome, ReasonCode } from './check.ts';
import type { Clearance, RecordedHit } from './clearance.ts';
import { asks } from './hits.ts';
import { isPermitted } from './permitted_exit.ts';

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
function afterAnswers(line: CheckOutcome, recorded: readonly RecordedHit[], law: Clearance['law']): CheckOutcome {
  const hits = recorded.filter(asks);
  const first = hits[0];
  if (first === undefined) {
    return line.reason === 'LIST_COPY_AGED' ? line : toldApart(line, 'LIST_EXCLUDED_EARLIER');
  }
  const reason = CLASS_REASON[first.hit.matchClass];
  const own = hits.filter((hit) => hit.answer === 'SAME');
  if (own.some((hit) => !isPermitted(hit, { law }))) return { ...line, result: 'FAILED', reason, severity: 'BLOCKING' };
  if (hits.some((hit) => hit.answer === null || hit.answer === 'CANNOT_DECIDE')) {
    return { ...line, result: 'UNDETERMINED', reason, severity: 'TO_RESOLVE' };
  }
  return toldApart(line, own.length === 0 ? 'LIST_EXCLUDED' : 'LEGAL_SPECIAL_PERMISSION');
}

/** Every state in which a similar number can leave the line of the documents; other states are not the officer's to change. */
const OF_SIMILAR: readonly (ReasonCode | null)[] = [
  'DOC_NUMBER_SIMILAR',
  'LIST_HIT_POSSIBLE',
  'LIST_EXCLUDED',
  'LIST_EXCLUDED_EARLIER',
];

/** The line of the documents follows the answers about numbers that were only similar. */
function documentsAfterAnswers(line: CheckOutcome, similar: readonly RecordedHit[]): CheckOutcome {
  if (similar.length === 0 || !OF_SIMILAR.includes(line.reason)) return line;
  const asking = similar.filter(asks);
  if (asking.some((hit) => hit.answer === 'SAME')) {
    return { ...line, result: 'FAILED', reason: 'LIST_HIT_POSSIBLE', severity: 'BLOCKING' };
  }
  if (asking.some((hit) => hit.answer !== 'DIFFERENT')) {
    return { ...line, result: 'UNDETERMINED', reason: 'DOC_NUMBER_SIMILAR', severity: 'TO_RESOLVE' };
  }
  const reason = asking.length === 0 ? 'LIST_EXCLUDED_EARLIER' : 'LIST_EXCLUDED';
  return { ...line, result: 'PASSED', reason, severity: 'INFORMATION' };
}

/** Puts the lines of the local lists in step with the answers given so far. */
export function withListLine(clearance: Clearance): Clearance['checks'] {
  const { listLine, checks } = clearance;
  const similar = clearance.hits.filter(({ hit }) => isDocumentList(hit.listKind));
  const others = clearance.hits.filter(({ hit }) => !isDocumentList(hit.listKind));
  const documents = checks.LOST_REVOKED;
  return {
    ...checks,
    ...(listLine === null || others.length === 0 ? {} : { LOCAL_LISTS: afterAnswers(listLine, others, clearance.law) }),
    ...(typeof documents === 'string' ? {} : { LOST_REVOKED: documentsAfterAnswers(documents, similar) }),
  };
}
