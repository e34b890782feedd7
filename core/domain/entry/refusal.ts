import type { Findings, LegalReason } from './outcome.ts';
import { inForce, type RefusalGround, type Rule, type RuleSet } from './rules.ts';

/** The ground of this number in force on a day. */
export function groundRule(rules: RuleSet, ground: number, day: string): RefusalGround | undefined {
  return inForce(rules.refusalGrounds, day).find((one) => one.ground === ground);
}

/** Proposes a refusal on a ground; its decider is named. The first ground found keeps the decider. */
export function refuse(
  findings: Findings,
  ground: RefusalGround | undefined,
  reason: LegalReason,
  ...rules: readonly (Rule | undefined)[]
): void {
  findings.find('propose-refusal', reason, ...rules, ground);
  if (ground !== undefined) findings.decidedBy(ground.decider);
}
