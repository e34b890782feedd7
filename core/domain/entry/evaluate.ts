import { judgeCitizenArrival } from './arrival_citizen.ts';
import { judgeForeignArrival } from './arrival_foreigner.ts';
import { judgeCitizenDeparture } from './departure_citizen.ts';
import { judgeForeignDeparture } from './departure_foreigner.ts';
import type { Facts } from './facts.ts';
import { Findings, type Verdict } from './outcome.ts';
import type { RuleSet } from './rules.ts';

/**
 * The law of entry and exit for one crossing, by the rules in force on its day. Pure: the same rules and facts give the same
 * verdict for ever. It proposes; refusals and everything else that hurts is decided by the person the law names.
 */
export function evaluate(rules: RuleSet, facts: Facts): Verdict {
  const findings = new Findings();
  const citizen = facts.person.nationality === rules.state;
  if (facts.direction === 'arrival') {
    if (citizen) judgeCitizenArrival(rules, facts, findings);
    else judgeForeignArrival(rules, facts, findings);
  } else if (citizen) judgeCitizenDeparture(rules, facts, findings);
  else judgeForeignDeparture(rules, facts, findings);
  return findings.verdict(facts.id);
}
