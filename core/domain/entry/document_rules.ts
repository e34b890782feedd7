import { addMonths, isDay } from './calendar.ts';
import type { Facts } from './facts.ts';
import type { Findings, LegalReason } from './outcome.ts';
import { inForce, type PassportRule, type RuleSet } from './rules.ts';

/** Something wrong with the document as such, and the rule that says so. */
export interface DocumentFault {
  readonly reason: LegalReason;
  readonly rule: PassportRule | undefined;
}

/** Every fault of the document on the day, whoever holds it. */
export function documentFaults(rules: RuleSet, facts: Facts): readonly DocumentFault[] {
  const { document, date } = facts;
  const table = inForce(rules.passports, date).filter(({ kinds }) => kinds.includes(document.kind));
  const rule = (what: PassportRule['what']): PassportRule | undefined => table.find((one) => one.what === what);
  const faults: DocumentFault[] = [];
  const travel = rule('TRAVEL_DOCUMENT');
  if (travel === undefined) faults.push({ reason: 'DOC_NOT_FOR_TRAVEL', rule: undefined });
  if (document.expires !== undefined && document.expires < date) faults.push({ reason: 'DOC_EXPIRED', rule: travel });
  if (document.revoked === true) faults.push({ reason: 'DOC_REVOKED', rule: travel });
  if (document.damaged === true) faults.push({ reason: 'DOC_DAMAGED', rule: travel });
  const replaced = rule('VOID_WHEN_REPLACED');
  if (replaced !== undefined && isReplaced(facts)) faults.push({ reason: 'DOC_REPLACED', rule: replaced });
  const single = rule('SINGLE_USE');
  if (single !== undefined && isSpent(rules, facts, single))
    faults.push({ reason: 'DOC_SINGLE_USE_SPENT', rule: single });
  return faults;
}

/** Who holds two papers crosses on one of them (Law 49/2019/QH14 Art 23(2)): that is told, and stops nobody. */
export function tellOfSecond({ document }: Facts, findings: Findings): void {
  if (document.second !== undefined) findings.find('clear', 'DOC_ONE_ONLY');
}

/** Whether the passport is still valid so many months on; null when its end is unknown. */
export function validFor(facts: Facts, months: number): boolean | null {
  const { expires } = facts.document;
  return expires === undefined ? null : expires >= addMonths(facts.date, months);
}

function isReplaced({ document, date }: Facts): boolean {
  const by = document.replacedBy;
  if (by === undefined || by === false || by === '') return false;
  return typeof by !== 'string' || !isDay(by) || by <= date;
}

/** Crossed once with it, in whichever direction. Those issued before the rule began fall under it only where so decided. */
function isSpent({ openPoints }: RuleSet, { document, history }: Facts, rule: PassportRule): boolean {
  const older = document.issued !== undefined && document.issued < rule.from;
  if (older && !openPoints.simplifiedBeforeRule) return false;
  return history?.some(({ sameDocument }) => sameDocument === true) === true;
}
