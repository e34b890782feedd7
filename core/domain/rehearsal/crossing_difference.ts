import type { Facts } from '../entry/facts.ts';
import type { LegalReason, Outcome, Verdict } from '../entry/outcome.ts';

/** One recorded crossing as it was decided then. */
export interface RecordedCrossing {
  readonly recordNumber: string;
  readonly day: string;
  readonly nationality: string;
  readonly rulesVersion: string;
  readonly facts: Facts;
  readonly verdict: Verdict;
}

/** What a verdict says to a person; on which rules it rests stands beside. */
export interface Said {
  readonly outcome: Outcome;
  readonly stayUntil: string | null;
  readonly tier: number | null;
  readonly decider: string | null;
  readonly reasons: readonly LegalReason[];
}

/** A crossing that other rules would have decided otherwise. */
export interface CrossingDifference {
  readonly recordNumber: string;
  readonly day: string;
  readonly direction: Facts['direction'];
  readonly nationality: string;
  /** The rules by which it was decided. */
  readonly rulesVersion: string;
  readonly old: Said;
  readonly new: Said;
  /** Rules on which only one of the two rests. */
  readonly rulesGone: readonly string[];
  readonly rulesCome: readonly string[];
  /** Rules on which both rest; what such a row says may have changed. */
  readonly rulesKept: readonly string[];
}

/** SAME: nothing a person would notice; RULES: the same words on other rules. */
export type Compared = 'SAME' | 'RULES' | CrossingDifference;

const said = (verdict: Verdict): Said => ({
  outcome: verdict.outcome,
  stayUntil: verdict.stayUntil ?? null,
  tier: verdict.tier ?? null,
  decider: verdict.decider ?? null,
  reasons: verdict.reasons,
});

/** Everything of a verdict but the names and the wording of the rules; their order is no difference. */
function substance({ legalBasis: _basis, ruleIds: _rules, reasons, missingFacts, ...rest }: Verdict): string {
  const values = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([values, [...reasons].sort(), [...(missingFacts ?? [])].sort()]);
}

const without = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((one) => !others.includes(one));

/** How a new verdict on the same facts compares with the recorded one. */
export function compareVerdicts(crossing: RecordedCrossing, now: Verdict): Compared {
  const before = crossing.verdict;
  const rulesGone = without(before.ruleIds, now.ruleIds);
  const rulesCome = without(now.ruleIds, before.ruleIds);
  if (substance(before) === substance(now)) return rulesGone.length + rulesCome.length === 0 ? 'SAME' : 'RULES';
  return {
    recordNumber: crossing.recordNumber,
    day: crossing.day,
    direction: crossing.facts.direction,
    nationality: crossing.nationality,
    rulesVersion: crossing.rulesVersion,
    old: said(before),
    new: said(now),
    rulesGone,
    rulesCome,
    rulesKept: before.ruleIds.filter((one) => now.ruleIds.includes(one)),
  };
}
