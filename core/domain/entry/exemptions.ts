import { addDays } from './calendar.ts';
import { validFor } from './document_rules.ts';
import type { Facts } from './facts.ts';
import type { LegalReason } from './outcome.ts';
import { type ExemptionRule, inForce, type RuleSet } from './rules.ts';
import { lastDayInWindow } from './stay_window.ts';

/** What one row of the tables says to this person. */
export type ExemptionAnswer =
  | { readonly kind: 'FITS'; readonly rule: ExemptionRule; readonly until: string }
  | { readonly kind: 'FAILS'; readonly rule: ExemptionRule; readonly reason: LegalReason }
  | { readonly kind: 'UNKNOWN'; readonly rule: ExemptionRule; readonly fact: string };

/** The rows for this nationality and document on the day, treaty rows first: they are the more special law. */
export function exemptionAnswers(rules: RuleSet, facts: Facts): readonly ExemptionAnswer[] {
  const rows = [...inForce(rules.treatyExemptions, facts.date), ...inForce(rules.unilateralExemptions, facts.date)];
  return rows
    .filter(({ nationalities }) => nationalities.includes(facts.person.nationality))
    .filter(({ documentKinds }) => documentKinds === null || documentKinds.includes(facts.document.kind))
    .map((rule) => answerOf(rules, facts, rule));
}

function answerOf(rules: RuleSet, facts: Facts, rule: ExemptionRule): ExemptionAnswer {
  const { gateKind } = facts;
  if (rule.gateKinds !== null && gateKind !== undefined && !rule.gateKinds.includes(gateKind)) {
    return { kind: 'FAILS', rule, reason: 'LEGAL_GATE_KIND' };
  }
  const enough = validFor(facts, rule.minValidityMonths);
  if (enough === false) return { kind: 'FAILS', rule, reason: 'LEGAL_PASSPORT_6M' };
  if (enough === null) return { kind: 'UNKNOWN', rule, fact: 'document.expires' };
  const purpose = purposeFits(facts, rule);
  if (purpose === false) return { kind: 'FAILS', rule, reason: 'LEGAL_VISA_PURPOSE' };
  if (purpose === null) return { kind: 'UNKNOWN', rule, fact: 'basis.exemption.purpose' };
  const until = lastDay(rules, facts.date, rule.days);
  const within = rule.window === null ? until : lastDayInWindow(rule.window, facts, until);
  if (within === null) return { kind: 'UNKNOWN', rule, fact: 'history' };
  return within < facts.date
    ? { kind: 'FAILS', rule, reason: 'LEGAL_WINDOW_SPENT' }
    : { kind: 'FITS', rule, until: within };
}

/** The last day of a stay of so many days that begins on `day`. */
export function lastDay({ openPoints }: RuleSet, day: string, days: number): string {
  return addDays(day, openPoints.countEntryDay ? days - 1 : days);
}

function purposeFits({ basis }: Facts, { purpose }: ExemptionRule): boolean | null {
  if (purpose === 'ANY') return true;
  const said = basis?.exemption;
  if (purpose === 'TOUR_PROGRAMME' && said?.tourProgramme !== undefined) return said.tourProgramme;
  if (said?.purpose === undefined) return null;
  const tourism = ['tourism', 'tourist', 'dl'].includes(said.purpose.toLowerCase());
  return purpose === 'TOURISM' ? tourism : tourism && said.tourProgramme === true;
}
