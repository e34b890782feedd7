import { documentFaults, tellOfSecond } from './document_rules.ts';
import type { Facts } from './facts.ts';
import { judgeGate } from './gates.ts';
import { judgeExitSuspensions } from './orders.ts';
import type { Findings } from './outcome.ts';
import { type Overstay, overstayOf } from './overstay.ts';
import { inForce, type RuleSet } from './rules.ts';

/** Conditions of exit for a foreigner (Law 47/2014/QH13 Arts 27-30). */
export function judgeForeignDeparture(rules: RuleSet, facts: Facts, findings: Findings): Overstay | null {
  judgeExitSuspensions(rules, facts, false, findings);
  for (const { reason, rule } of documentFaults(rules, facts)) {
    findings.find(reason === 'DOC_DAMAGED' ? 'refer' : 'not-permitted-to-exit', reason, rule);
  }
  if (facts.document.expires === undefined) findings.miss('document.expires', true);
  judgeGate(rules, facts, findings, () => undefined);
  tellOfSecond(facts, findings);
  judgeElectronicVisaGate(rules, facts, findings);
  return judgeStay(rules, facts, findings);
}

/** The permitted stay: a residence card that is still valid, or the stay granted at the open entry. */
function judgeStay(rules: RuleSet, facts: Facts, findings: Findings): Overstay | null {
  const { card, stay, transit } = facts.basis ?? {};
  const condition = inForce(rules.exitConditions, facts.date).find(({ id }) => id.startsWith('exit.foreigner.'));
  findings.rest(condition);
  if (transit !== undefined && transit.leavesTransitArea !== true) return null;
  const resident = card !== undefined && (card.kind === 'TRC' || card.kind === 'PRC') ? card.validTo : undefined;
  const until = later(resident, stay?.until);
  if (until === undefined) {
    findings.find('refer', 'MOVE_NO_OPEN_ENTRY', condition);
    findings.miss('basis.stay.until', true);
    return null;
  }
  const overstay = overstayOf(rules, until, facts.date);
  const { daysOver, tier } = overstay;
  if (daysOver === 0) {
    findings.say({ stayUntil: until });
    return overstay;
  }
  findings.find('overstay-procedure', 'LEGAL_OVERSTAY', tier);
  findings.say({ stayUntil: until, daysOver });
  if (tier === undefined) return overstay;
  findings.say({ tier: tier.tier, fineVndMillion: tier.fineVndMillion, expulsionPossible: tier.expulsionPossible });
  return overstay;
}

function judgeElectronicVisaGate({ openPoints, electronicVisas }: RuleSet, facts: Facts, findings: Findings): void {
  if (!openPoints.electronicVisaExitGate || facts.basis?.evisa?.gate !== false) return;
  findings.find('refer', 'LEGAL_VISA_GATE', ...inForce(electronicVisas, facts.date));
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
