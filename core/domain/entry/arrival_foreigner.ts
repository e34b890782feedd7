import { judgeBasis, type TriedBases } from './basis_of_entry.ts';
import { documentFaults, tellOfSecond } from './document_rules.ts';
import type { Facts } from './facts.ts';
import { judgeGate } from './gates.ts';
import { inOrder } from './in_order.ts';
import { companyOf } from './minors.ts';
import { judgeEntryOrders } from './orders.ts';
import type { Findings, LegalReason } from './outcome.ts';
import { groundRule, refuse } from './refusal.ts';
import type { RuleSet } from './rules.ts';

/** Conditions of entry and grounds of refusal for a foreigner (Law 47/2014/QH13 Arts 20-22, 31). */
export function judgeForeignArrival(rules: RuleSet, facts: Facts, findings: Findings): TriedBases {
  const ground = (number: number) => groundRule(rules, number, facts.date);
  judgeEntryOrders(rules, facts, findings);
  if (facts.basis?.health === 'dangerous') refuse(findings, ground(4), 'LEGAL_HEALTH');
  for (const { reason, rule } of documentFaults(rules, facts)) {
    // A damaged document is looked at by an expert before anyone proposes anything.
    if (reason === 'DOC_DAMAGED') findings.find('refer', reason, rule);
    else refuse(findings, ground(1), reason, rule);
  }
  if (facts.document.expires === undefined) findings.miss('document.expires', true);
  judgeGate(rules, facts, findings, () => ground(1));
  judgeChild(rules, facts, findings);
  const tried = judgeBasis(rules, facts, findings);
  const basis = tried.chosen;
  if (basis === null || basis.kind === 'FAILS') {
    const reason: LegalReason = basis?.reason ?? 'LEGAL_NO_VISA';
    refuse(findings, ground(groundFor(rules, reason)), reason, ...(basis?.rules ?? []));
    if (facts.basis === undefined) findings.miss('basis', false);
  }
  tellOfSecond(facts, findings);
  judgeHistory(facts, findings);
  return tried;
}

/** Ground 1 is "conditions not met", 3 is forged papers; which one a wrong gate is, is an open point. */
function groundFor({ openPoints }: RuleSet, reason: LegalReason): number {
  if (reason === 'LEGAL_VISA_FORGED') return 3;
  return reason === 'LEGAL_VISA_GATE' ? openPoints.wrongGateGround : 1;
}

function judgeChild(rules: RuleSet, facts: Facts, findings: Findings): void {
  const { state, rule } = companyOf(rules, facts, false);
  if (state === 'MISSING') refuse(findings, groundRule(rules, 2, facts.date), 'LEGAL_MINOR_ALONE', rule);
  if (state === 'UNPROVEN') findings.find('refer', 'LEGAL_MINOR_ALONE', rule);
  if (state === 'PROVEN') findings.rest(rule);
  if (state === 'UNKNOWN') {
    findings.miss(facts.person.birthDate === undefined ? 'person.birthDate' : 'companions', true);
  }
}

/** An entry that was never closed, or papers of another State before: for the second line, no ground by themselves. */
function judgeHistory({ history, date }: Facts, findings: Findings): void {
  const last = inOrder(history ?? [], date).at(-1);
  if (last?.direction === 'arrival') findings.find('refer', 'MOVE_OPEN_ENTRY_EXISTS');
  const issuers = new Set(
    (history ?? []).flatMap(({ documentIssuer }) => (documentIssuer === undefined ? [] : [documentIssuer])),
  );
  if (issuers.size > 1) findings.find('refer', 'MOVE_IDENTITY_CHANGED');
}
