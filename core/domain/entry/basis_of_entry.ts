import type { BasisAnswer } from './basis_answer.ts';
import { addDays, addMonths, daysBetween } from './calendar.ts';
import { exemptionAnswers, lastDay } from './exemptions.ts';
import type { BasisFacts, Facts, Visa } from './facts.ts';
import type { Findings } from './outcome.ts';
import { inForce, type Rule, type RuleSet } from './rules.ts';
import { zoneAnswer } from './zones.ts';

/**
 * The steps on which a foreigner may be let in, in the order in which they are tried: card, visa, electronic visa, treaty,
 * exemption, zone, transit. Steps the person does not claim give nothing.
 */
export function basesOfEntry(rules: RuleSet, facts: Facts): readonly BasisAnswer[] {
  const basis: BasisFacts = facts.basis ?? {};
  return [
    ...cardAnswer(rules, facts, basis),
    ...(basis.visa === undefined ? [] : [visaAnswer(rules, facts, basis.visa, inForce(rules.visas, facts.date))]),
    ...electronicVisaAnswer(rules, facts, basis),
    ...exemptionAnswers(rules, facts).map((answer): BasisAnswer => {
      if (answer.kind === 'FITS') return { kind: 'HOLDS', rules: [answer.rule], until: answer.until };
      if (answer.kind === 'FAILS') return { kind: 'FAILS', rules: [answer.rule], reason: answer.reason };
      return { kind: 'UNKNOWN', rules: [answer.rule], fact: answer.fact };
    }),
    ...zoneAnswer(rules, facts),
    ...transitAnswer(rules, facts, basis),
  ];
}

function cardAnswer(rules: RuleSet, facts: Facts, { card }: BasisFacts): BasisAnswer[] {
  if (card === undefined) return [];
  const rule = inForce(rules.cards, facts.date).find((one) => one.card === card.kind);
  if (rule === undefined) return [{ kind: 'FAILS', rules: [], reason: 'LEGAL_CARD_EXPIRED' }];
  if (card.validTo < facts.date) return [{ kind: 'FAILS', rules: [rule], reason: 'LEGAL_CARD_EXPIRED' }];
  if (card.kind === 'ABTC' && card.economies !== undefined && !card.economies.includes(rules.state)) {
    return [{ kind: 'FAILS', rules: [rule], reason: 'LEGAL_NO_VISA' }];
  }
  // A stay in months ends on the day before the same date: the day of entry is its first.
  const byMonths = rule.stayMonths === null ? null : addDays(addMonths(facts.date, rule.stayMonths), -1);
  const byDays = rule.stayDays === null ? null : lastDay(rules, facts.date, rule.stayDays);
  const longest = byMonths ?? byDays;
  const until = longest === null || longest < card.validTo ? longest : card.validTo;
  return [{ kind: 'HOLDS', rules: [rule], until }];
}

function visaAnswer(rules: RuleSet, facts: Facts, visa: Visa, table: readonly Rule[]): BasisAnswer {
  const { date } = facts;
  const forged = rules.refusalGrounds.filter(({ ground }) => ground === 3);
  if (visa.forged === true) return { kind: 'FAILS', rules: inForce(forged, date), reason: 'LEGAL_VISA_FORGED' };
  if (date < visa.validFrom || date > visa.validTo)
    return { kind: 'FAILS', rules: table, reason: 'LEGAL_VISA_NOT_VALID' };
  if (visa.entries === 'single' && (visa.usedEntries ?? 0) > 0)
    return { kind: 'FAILS', rules: table, reason: 'LEGAL_VISA_USED' };
  const kind = inForce(rules.visaKinds, visa.validFrom).find(({ symbols }) => symbols.includes(visa.symbol));
  const longDl = visa.symbol === 'DL' && daysBetween(visa.validFrom, visa.validTo) + 1 > 30;
  const until =
    rules.openPoints.tourismVisaThirtyDays && longDl ? earlier(lastDay(rules, date, 30), visa.validTo) : visa.validTo;
  const stands: Rule[] = kind === undefined ? [...table] : [...table, kind];
  const wanting = visa.entries === 'single' && visa.usedEntries === undefined;
  if (wanting) return { kind: 'UNKNOWN', rules: stands, fact: 'basis.visa.usedEntries' };
  return longerThanAllowed(visa, kind)
    ? { kind: 'HOLDS', rules: stands, until, also: 'LEGAL_VISA_MAXIMUM' }
    : { kind: 'HOLDS', rules: stands, until };
}

function longerThanAllowed(
  { validFrom, validTo }: Visa,
  kind: { readonly maxMonths: number | null; readonly maxDays: number | null } | undefined,
): boolean {
  if (kind === undefined) return false;
  if (kind.maxDays !== null) return daysBetween(validFrom, validTo) > kind.maxDays;
  return kind.maxMonths !== null && validTo > addMonths(validFrom, kind.maxMonths);
}

function electronicVisaAnswer(rules: RuleSet, facts: Facts, { evisa }: BasisFacts): BasisAnswer[] {
  if (evisa === undefined) return [];
  const table = inForce(rules.electronicVisas, facts.date);
  const { gate, ...visa } = evisa;
  const answer = visaAnswer(rules, facts, visa, table);
  if (answer.kind !== 'HOLDS') {
    return [answer.kind === 'UNKNOWN' ? { ...answer, fact: 'basis.evisa.usedEntries' } : answer];
  }
  if (gate === false) return [{ kind: 'FAILS', rules: table, reason: 'LEGAL_VISA_GATE' }];
  if (gate === undefined) return [{ kind: 'UNKNOWN', rules: table, fact: 'basis.evisa.gate' }];
  return [answer];
}

function transitAnswer(rules: RuleSet, facts: Facts, { transit }: BasisFacts): BasisAnswer[] {
  if (transit === undefined) return [];
  const table = inForce(rules.transit, facts.date);
  if (transit.leavesTransitArea === true) return [{ kind: 'FAILS', rules: table, reason: 'LEGAL_TRANSIT_LEAVES_AREA' }];
  if (transit.onwardTicket === false || transit.thirdCountryVisa === false) {
    return [{ kind: 'FAILS', rules: table, reason: 'LEGAL_DESTINATION_UNPROVEN' }];
  }
  for (const fact of ['onwardTicket', 'thirdCountryVisa'] as const) {
    if (transit[fact] === undefined) return [{ kind: 'UNKNOWN', rules: table, fact: `basis.transit.${fact}` }];
  }
  return [{ kind: 'HOLDS', rules: table, until: null }];
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** Takes the first step that holds, else the first that lacks a fact, else the first that fails. */
export function judgeBasis(rules: RuleSet, facts: Facts, findings: Findings): BasisAnswer | null {
  const answers = basesOfEntry(rules, facts);
  const by = (kind: BasisAnswer['kind']): BasisAnswer | undefined => answers.find((one) => one.kind === kind);
  const forged = answers.find((one) => one.kind === 'FAILS' && one.reason === 'LEGAL_VISA_FORGED');
  const chosen = forged ?? by('HOLDS') ?? by('UNKNOWN') ?? by('FAILS') ?? null;
  if (chosen?.kind === 'HOLDS') {
    findings.rest(...chosen.rules);
    if (chosen.until !== null) findings.say({ stayUntil: chosen.until });
    if (chosen.also !== undefined) findings.find('refer', chosen.also, ...chosen.rules);
  }
  if (chosen?.kind === 'UNKNOWN') {
    findings.rest(...chosen.rules);
    findings.miss(chosen.fact, true);
  }
  return chosen;
}
