import { judgeCitizenArrival } from './arrival_citizen.ts';
import { judgeForeignArrival } from './arrival_foreigner.ts';
import type { TriedBases } from './basis_of_entry.ts';
import { judgeCitizenDeparture } from './departure_citizen.ts';
import { judgeForeignDeparture } from './departure_foreigner.ts';
import type { Facts } from './facts.ts';
import { Findings, type Outcome, type Verdict } from './outcome.ts';
import type { Overstay } from './overstay.ts';
import type { RuleSet } from './rules.ts';

/** A verdict with what it was made from, so that nothing has to be worked out a second time to explain it. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The ladder of a foreigner's arrival. */
  readonly tried: TriedBases | null;
  /** The permitted stay of a foreigner's departure, where it is known. */
  readonly stay: Overstay | null;
  readonly decisive: readonly string[];
  readonly apartFromOverstay: Outcome;
}

/**
 * The law of entry and exit for one crossing, by the rules in force on its day. Pure: the same rules and facts give the same
 * verdict for ever. It proposes; refusals and everything else that hurts is decided by the person the law names.
 */
export function judge(rules: RuleSet, facts: Facts): Judgement {
  const findings = new Findings();
  const citizen = facts.person.nationality === rules.state;
  let tried: TriedBases | null = null;
  let stay: Overstay | null = null;
  if (facts.direction === 'arrival') {
    if (citizen) judgeCitizenArrival(rules, facts, findings);
    else tried = judgeForeignArrival(rules, facts, findings);
  } else if (citizen) judgeCitizenDeparture(rules, facts, findings);
  else stay = judgeForeignDeparture(rules, facts, findings);
  const { decisive, apartFromOverstay } = findings;
  return { verdict: findings.verdict(facts.id), tried, stay, decisive, apartFromOverstay };
}

/** The verdict alone. */
export const evaluate = (rules: RuleSet, facts: Facts): Verdict => judge(rules, facts).verdict;
