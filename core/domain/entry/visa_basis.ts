import type { BasisAnswer, StayEnd } from './basis_answer.ts';
import { addMonths, daysBetween } from './calendar.ts';
import { lastDay } from './exemptions.ts';
import type { BasisFacts, Facts, Visa } from './facts.ts';
import { inForce, type Rule, type RuleSet, type VisaKindRule } from './rules.ts';

/** The visa of a person on paper (Law 47/2014/QH13 Arts 8-10, 31(1)(a)). */
export function visaAnswer(rules: RuleSet, facts: Facts, visa: Visa): BasisAnswer {
  const table = inForce(rules.visas, facts.date).filter(({ atGate }) => atGate === undefined);
  return judgeVisa(rules, facts, visa, table, 'VISA');
}

/**
 * A visa that this very gate grants: in the cases of the law, at an international gate, upon the word of the immigration
 * authority (Art 18). What it gives is then the stay of any visa.
 */
export function visaAtGateAnswer(
  rules: RuleSet,
  facts: Facts,
  granted: NonNullable<BasisFacts['atGate']>,
): BasisAnswer {
  const table = inForce(rules.visas, facts.date).filter(({ atGate }) => atGate !== undefined);
  const { reply, case: ground, ...paper } = granted;
  const visa: Visa = { ...paper, validFrom: facts.date, usedEntries: 0 };
  const answer: BasisAnswer = { ...judgeVisa(rules, facts, visa, table, 'VISA'), basis: 'VISA_AT_GATE' };
  const step = { basis: answer.basis, rules: table, values: { ...answer.values, case: ground } } as const;
  const [rule] = table;
  if (!rule?.atGate?.cases.includes(ground)) return { ...step, kind: 'FAILS', reason: 'LEGAL_NO_VISA' };
  const { gateKind } = facts;
  if (gateKind !== undefined && !rule.atGate.gateKinds.includes(gateKind))
    return { ...step, kind: 'FAILS', reason: 'LEGAL_GATE_KIND' };
  if (answer.kind === 'FAILS') return answer;
  return reply === undefined || reply === '' ? { ...step, kind: 'UNKNOWN', fact: 'basis.atGate.reply' } : answer;
}

/** An electronic visa: good at listed gates only (Art 20(2)). */
export function electronicVisaAnswer(
  rules: RuleSet,
  facts: Facts,
  evisa: NonNullable<BasisFacts['evisa']>,
): BasisAnswer {
  const table = inForce(rules.electronicVisas, facts.date);
  const { gate, ...visa } = evisa;
  const answer = judgeVisa(rules, facts, visa, table, 'EVISA');
  if (answer.kind === 'UNKNOWN') return { ...answer, fact: 'basis.evisa.usedEntries' };
  if (answer.kind === 'FAILS') return answer;
  const { basis, values } = answer;
  if (gate === false) return { basis, rules: table, values, kind: 'FAILS', reason: 'LEGAL_VISA_GATE' };
  if (gate === undefined) return { basis, rules: table, values, kind: 'UNKNOWN', fact: 'basis.evisa.gate' };
  return answer;
}

function valuesOf(visa: Visa, paper: 'VISA' | 'EVISA'): BasisAnswer['values'] {
  const { symbol, validFrom, validTo, entries, number, usedEntries, lastUsed } = visa;
  return {
    paper,
    symbol,
    validFrom,
    validTo,
    entries,
    ...(number === undefined ? {} : { number }),
    ...(usedEntries === undefined ? {} : { usedEntries }),
    ...(lastUsed === undefined ? {} : { lastUsed }),
  };
}

function judgeVisa(
  rules: RuleSet,
  facts: Facts,
  visa: Visa,
  table: readonly Rule[],
  paper: 'VISA' | 'EVISA',
): BasisAnswer {
  const { date } = facts;
  const step = { basis: 'VISA', rules: table, values: valuesOf(visa, paper) } as const;
  if (visa.forged === true) {
    const forged = rules.refusalGrounds.filter(({ ground }) => ground === 3);
    return { ...step, rules: inForce(forged, date), kind: 'FAILS', reason: 'LEGAL_VISA_FORGED' };
  }
  if (date < visa.validFrom || date > visa.validTo) return { ...step, kind: 'FAILS', reason: 'LEGAL_VISA_NOT_VALID' };
  if (visa.entries === 'single' && (visa.usedEntries ?? 0) > 0)
    return { ...step, kind: 'FAILS', reason: 'LEGAL_VISA_USED' };
  const kind = inForce(rules.visaKinds, visa.validFrom).find(({ symbols }) => symbols.includes(visa.symbol));
  const stands = { ...step, rules: kind === undefined ? table : [...table, kind] };
  if (visa.entries === 'single' && visa.usedEntries === undefined)
    return { ...stands, kind: 'UNKNOWN', fact: 'basis.visa.usedEntries' };
  const ends: StayEnd[] = [{ what: 'VISA_END', from: null, days: null, until: visa.validTo }];
  const longDl = visa.symbol === 'DL' && daysBetween(visa.validFrom, visa.validTo) + 1 > 30;
  if (rules.openPoints.tourismVisaThirtyDays && longDl)
    ends.push({ what: 'DAYS', from: date, days: 30, until: lastDay(rules, date, 30) });
  return longerThanAllowed(visa, kind)
    ? { ...stands, kind: 'HOLDS', ends, also: 'LEGAL_VISA_MAXIMUM' }
    : { ...stands, kind: 'HOLDS', ends };
}

function longerThanAllowed({ validFrom, validTo }: Visa, kind: VisaKindRule | undefined): boolean {
  if (kind === undefined) return false;
  if (kind.maxDays !== null) return daysBetween(validFrom, validTo) > kind.maxDays;
  return kind.maxMonths !== null && validTo > addMonths(validFrom, kind.maxMonths);
}
