import { documentFaults, tellOfSecond, validFor } from './document_rules.ts';
import type { Facts } from './facts.ts';
import { judgeGate } from './gates.ts';
import { companyOf } from './minors.ts';
import { judgeExitSuspensions } from './orders.ts';
import type { Findings } from './outcome.ts';
import { inForce, type RuleSet } from './rules.ts';

/** Conditions of exit for a citizen (Law 49/2019/QH14 Arts 33, 35-38). */
export function judgeCitizenDeparture(rules: RuleSet, facts: Facts, findings: Findings): void {
  judgeExitSuspensions(rules, facts, true, findings);
  for (const { reason, rule } of documentFaults(rules, facts)) {
    findings.find(reason === 'DOC_DAMAGED' ? 'refer' : 'not-permitted-to-exit', reason, rule);
  }
  if (facts.document.expires === undefined) findings.miss('document.expires', true);
  judgeValidity(rules, facts, findings);
  judgeGate(rules, facts, findings, () => undefined);
  tellOfSecond(facts, findings);
  judgeDestination(rules, facts, findings);
  const { state, rule } = companyOf(rules, facts, true);
  if (state === 'MISSING') findings.find('not-permitted-to-exit', 'LEGAL_MINOR_ALONE', rule);
  if (state === 'UNPROVEN') findings.find('refer', 'LEGAL_MINOR_ALONE', rule);
  if (state === 'PROVEN') findings.rest(rule);
  if (state === 'UNKNOWN') {
    findings.miss(facts.person.birthDate === undefined ? 'person.birthDate' : 'companions', true);
  }
}

/** The months of validity that were once wanted for leaving. */
function judgeValidity(rules: RuleSet, facts: Facts, findings: Findings): void {
  const rule = inForce(rules.passports, facts.date).find(
    ({ what, kinds }) => what === 'EXIT_MIN_VALIDITY' && kinds.includes(facts.document.kind),
  );
  if (rule?.months == null) return;
  if (validFor(facts, rule.months) === false) findings.find('not-permitted-to-exit', 'LEGAL_PASSPORT_6M', rule);
}

/** Visa or proof of admission for the destination: the officer confirms it, so not knowing it stops nobody here. */
function judgeDestination(rules: RuleSet, facts: Facts, findings: Findings): void {
  const rule = inForce(rules.exitConditions, facts.date).find(({ id }) => id.startsWith('exit.citizen.'));
  const admitted = facts.basis?.destinationAdmission;
  if (admitted === false) findings.find('not-permitted-to-exit', 'LEGAL_DESTINATION_UNPROVEN', rule);
  else findings.rest(rule);
  if (admitted === undefined) findings.miss('basis.destinationAdmission', false);
}
