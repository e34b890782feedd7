import { CHECK_IDS, type CheckId, type CheckOutcome } from './check.ts';
import type { Clearance, DecisionKind } from './clearance.ts';
import { asks } from './hits.ts';
import { type LawClosedWhy, lawCloses, validityIsTheLaws } from './law_outcomes.ts';
import { isPermitted } from './permitted_exit.ts';

/** Why a decision is closed; the first is what stands on the button. */
export type ClosedWhy =
  | 'NO_CASE'
  | 'CHECKS_RUNNING'
  | 'COMPARE_HITS'
  | 'HIT_SAME_PERSON'
  | 'HIT_UNDECIDED'
  | 'CHECK_FAILED'
  | 'CHECK_UNDETERMINED'
  | LawClosedWhy
  | 'NOT_FOR_CITIZENS'
  | 'NOT_AT_DEPARTURE'
  | 'POSTURE_DEMAND'
  | 'ALREADY_DECIDED';

export interface Openness {
  readonly open: boolean;
  readonly why: readonly ClosedWhy[];
  /** The check that closes it, where one does. */
  readonly check: CheckId | null;
  /** Checks without a final result. */
  readonly remaining: number;
}

export function finalOutcome(clearance: Clearance, check: CheckId): CheckOutcome | null {
  const state = clearance.checks[check];
  return state === 'WAITING' || state === 'RUNNING' ? null : state;
}

function closed(why: readonly ClosedWhy[], check: CheckId | null, remaining: number): Openness {
  return { open: why.length === 0, why, check, remaining };
}

/** What the officer still has to say of list entries. */
function hitsClose({ hits, law }: Clearance): ClosedWhy[] {
  const why: ClosedWhy[] = [];
  if (hits.some((hit) => asks(hit) && hit.answer === null)) why.push('COMPARE_HITS');
  if (hits.some((hit) => hit.answer === 'SAME' && !isPermitted(hit, { law }))) why.push('HIT_SAME_PERSON');
  if (hits.some((hit) => hit.answer === 'CANNOT_DECIDE')) why.push('HIT_UNDECIDED');
  return why;
}

/** Checks that something better than their own result speaks for: the answers to hits, or the law. */
function spokenFor(clearance: Clearance, check: CheckId): boolean {
  if (check === 'LOCAL_LISTS') return clearance.hits.some((hit) => asks(hit) && hit.answer !== 'DIFFERENT');
  if (check === 'ENTRY_CONDITIONS') return lawCloses(clearance) !== null;
  return check === 'VALIDITY' && validityIsTheLaws(clearance);
}

function checkCloses(clearance: Clearance, check: CheckId): ClosedWhy | null {
  const final = finalOutcome(clearance, check);
  if (final === null || spokenFor(clearance, check)) return null;
  if (final.result === 'FAILED') return 'CHECK_FAILED';
  return clearance.mandatory.includes(check) && final.result !== 'PASSED' ? 'CHECK_UNDETERMINED' : null;
}

/**
 * Clear opens only when every mandatory check is final, none speaks against, the law says yes, and every hit that asks is
 * answered "different".
 */
function clearOpenness(clearance: Clearance): Openness {
  const why: ClosedWhy[] = [];
  const remaining = CHECK_IDS.filter((check) => finalOutcome(clearance, check) === null).length;
  if (clearance.mandatory.some((check) => finalOutcome(clearance, check) === null)) why.push('CHECKS_RUNNING');
  why.push(...hitsClose(clearance));
  const law = lawCloses(clearance);
  let blocking: CheckId | null = law === null ? null : 'ENTRY_CONDITIONS';
  if (law !== null) why.push(law);
  for (const check of CHECK_IDS) {
    const closes = checkCloses(clearance, check);
    if (closes === null) continue;
    why.push(closes);
    blocking ??= check;
  }
  if (clearance.demands.some(({ met }) => met === null)) why.push('POSTURE_DEMAND');
  return closed([...new Set(why)], blocking, remaining);
}

function refusalOpenness(clearance: Clearance): Openness {
  const why: ClosedWhy[] = [];
  if (clearance.document.citizen) why.push('NOT_FOR_CITIZENS');
  else if (clearance.direction === 'DEPARTURE') why.push('NOT_AT_DEPARTURE');
  const remaining = clearance.mandatory.filter((check) => finalOutcome(clearance, check) === null).length;
  if (remaining > 0) why.push('CHECKS_RUNNING');
  return closed(why, null, remaining);
}

/** Whether a decision may be taken now. The machine's guards and the buttons on the screen both ask here. */
export function openness(clearance: Clearance, kind: DecisionKind): Openness {
  if (clearance.decision !== null) return closed(['ALREADY_DECIDED'], null, 0);
  if (kind === 'CLEARED') return clearOpenness(clearance);
  if (kind === 'REFUSAL_PROPOSED') return refusalOpenness(clearance);
  return closed([], null, 0);
}
