import type { Facts } from './facts.ts';
import type { Findings } from './outcome.ts';
import { refuse } from './refusal.ts';
import { inForce, type RefusalGround, type RuleSet } from './rules.ts';

/** Who may use a gate of this kind (Decree 112/2014 Art 4 as amended by 34/2023). */
export function judgeGate(
  rules: RuleSet,
  facts: Facts,
  findings: Findings,
  ground: () => RefusalGround | undefined,
): void {
  const { gateKind, person, document } = facts;
  if (gateKind === undefined) return;
  const rule = inForce(rules.gates, facts.date).find((one) => one.gateKind === gateKind);
  if (rule === undefined) return;
  const nationality = rule.nationalities === null || rule.nationalities.includes(person.nationality);
  const kind = rule.kinds === null || rule.kinds.includes(document.kind);
  if (nationality && kind) findings.rest(rule);
  else if (person.nationality === rules.state || facts.direction === 'departure')
    findings.find('refer', 'LEGAL_GATE_KIND', rule);
  else refuse(findings, ground(), 'LEGAL_GATE_KIND', rule);
}
