import { documentFaults, tellOfSecond } from './document_rules.ts';
import type { Facts } from './facts.ts';
import { judgeGate } from './gates.ts';
import type { Findings } from './outcome.ts';
import type { RuleSet } from './rules.ts';

/**
 * A citizen is never refused: who does not meet the conditions is dealt with for that and is then admitted (Law 49/2019/QH14
 * Art 35(2)(c)). The companion rule for children is one of exit only (Art 33(2)).
 */
export function judgeCitizenArrival(rules: RuleSet, facts: Facts, findings: Findings): void {
  const faults = documentFaults(rules, facts);
  for (const { reason, rule } of faults) findings.find('refer', reason, rule);
  if (faults.length > 0) findings.find('refer', 'LEGAL_CITIZEN_ADMITTED');
  if (facts.document.expires === undefined) findings.miss('document.expires', true);
  judgeGate(rules, facts, findings, () => undefined);
  tellOfSecond(facts, findings);
}
