import type { BasisAnswer, StayEnd } from './basis_answer.ts';
import { addDays } from './calendar.ts';
import { validFor } from './document_rules.ts';
import type { BasisKind } from './explanation.ts';
import type { Facts } from './facts.ts';
import { type ExemptionRule, inForce, type RuleSet } from './rules.ts';
import { lastDayInWindow } from './stay_window.ts';

/** The rows for this nationality and document on the day, treaty rows first: they are the more special law. */
export function exemptionAnswers(rules: RuleSet, facts: Facts): readonly BasisAnswer[] {
  const rowsOf = (table: readonly ExemptionRule[], basis: BasisKind): BasisAnswer[] =>
    inForce(table, facts.date)
      .filter(({ nationalities }) => nationalities.includes(facts.person.nationality))
      .filter(({ documentKinds }) => documentKinds === null || documentKinds.includes(facts.document.kind))
      .map((rule) => answerOf(rules, facts, rule, basis));
  return [...rowsOf(rules.treatyExemptions, 'TREATY'), ...rowsOf(rules.unilateralExemptions, 'UNILATERAL')];
}

function valuesOf({ days, minValidityMonths, window }: ExemptionRule, { document }: Facts): BasisAnswer['values'] {
  return {
    days,
    ...(minValidityMonths === 0 ? {} : { minValidityMonths }),
    ...(document.expires === undefined ? {} : { passportEnds: document.expires }),
    ...(window === null ? {} : { windowDays: window.days, windowIn: window.in }),
  };
}

function answerOf(rules: RuleSet, facts: Facts, rule: ExemptionRule, basis: BasisKind): BasisAnswer {
  const { gateKind } = facts;
  const step = { basis, rules: [rule], values: valuesOf(rule, facts) };
  if (rule.gateKinds !== null && gateKind !== undefined && !rule.gateKinds.includes(gateKind)) {
    return { ...step, kind: 'FAILS', reason: 'LEGAL_GATE_KIND' };
  }
  const enough = validFor(facts, rule.minValidityMonths);
  if (enough === false) return { ...step, kind: 'FAILS', reason: 'LEGAL_PASSPORT_6M' };
  if (enough === null) return { ...step, kind: 'UNKNOWN', fact: 'document.expires' };
  const purpose = purposeFits(facts, rule);
  if (purpose === false) return { ...step, kind: 'FAILS', reason: 'LEGAL_VISA_PURPOSE' };
  if (purpose === null) return { ...step, kind: 'UNKNOWN', fact: 'basis.exemption.purpose' };
  return withinWindow(rules, facts, rule, step);
}

function withinWindow(
  rules: RuleSet,
  facts: Facts,
  { days, window }: ExemptionRule,
  step: Pick<BasisAnswer, 'basis' | 'rules' | 'values'>,
): BasisAnswer {
  const until = lastDay(rules, facts.date, days);
  const ends: StayEnd[] = [{ what: 'DAYS', from: facts.date, days, until }];
  if (window === null) return { ...step, kind: 'HOLDS', ends };
  const within = lastDayInWindow(window, facts, until);
  if (within === null) return { ...step, kind: 'UNKNOWN', fact: 'history' };
  if (within < facts.date) return { ...step, kind: 'FAILS', reason: 'LEGAL_WINDOW_SPENT' };
  // Days that are known to be spent count for certain; that there are no others is only known from a whole history.
  if (facts.historyPartial === true) return { ...step, kind: 'UNKNOWN', fact: 'history' };
  if (within < until) ends.push({ what: 'WINDOW', from: null, days: window.days, until: within });
  return { ...step, kind: 'HOLDS', ends };
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
