import { judge } from './evaluate.ts';
import { explainBases } from './explain_bases.ts';
import { explainPairing, type KnownBefore, openEntryOf } from './explain_pairing.ts';
import { explainOverstay, explainStay } from './explain_stay.ts';
import type { Explanation } from './explanation.ts';
import type { Facts } from './facts.ts';
import { companyOf } from './minors.ts';
import type { Verdict } from './outcome.ts';
import type { RuleSet } from './rules.ts';

/**
 * The verdict and how it comes about, from one and the same working out: what is explained is what was decided. Pure, as
 * `evaluate` is.
 */
export function explain(
  rules: RuleSet,
  facts: Facts,
  before: KnownBefore,
): { readonly verdict: Verdict; readonly explanation: Explanation } {
  const judgement = judge(rules, facts);
  const { verdict, tried, decisive, apartFromOverstay } = judgement;
  const citizen = facts.person.nationality === rules.state;
  return {
    verdict,
    explanation: {
      bases: tried === null ? [] : explainBases(tried),
      stay: explainStay(rules, facts, judgement),
      overstay: explainOverstay(facts, judgement, openEntryOf(before.movements, facts.date)),
      pairing: explainPairing(facts, citizen, before),
      company: companyOf(rules, facts, citizen).state,
      decisive,
      apartFromOverstay,
    },
  };
}
