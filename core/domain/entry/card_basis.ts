import type { BasisAnswer, StayEnd } from './basis_answer.ts';
import { addDays, addMonths } from './calendar.ts';
import { lastDay } from './exemptions.ts';
import type { BasisFacts, Facts } from './facts.ts';
import { inForce, type RuleSet } from './rules.ts';

type Card = NonNullable<BasisFacts['card']>;

/** A card of residence or exemption, or an APEC business travel card, which stands further down the ladder. */
export function cardAnswer(rules: RuleSet, facts: Facts, card: Card): BasisAnswer {
  const basis = card.kind === 'ABTC' ? 'ABTC' : 'CARD';
  const values = { card: card.kind, validTo: card.validTo };
  const rule = inForce(rules.cards, facts.date).find((one) => one.card === card.kind);
  const step = { basis, rules: rule === undefined ? [] : [rule], values } as const;
  if (rule === undefined || card.validTo < facts.date) return { ...step, kind: 'FAILS', reason: 'LEGAL_CARD_EXPIRED' };
  if (card.kind === 'ABTC' && card.economies !== undefined && !card.economies.includes(rules.state)) {
    return { ...step, kind: 'FAILS', reason: 'LEGAL_NO_VISA' };
  }
  const ends: StayEnd[] = [];
  const { stayDays, stayMonths } = rule;
  const from = facts.date;
  if (stayDays !== null) ends.push({ what: 'DAYS', from, days: stayDays, until: lastDay(rules, from, stayDays) });
  // A stay in months ends on the day before the same date: the day of entry is its first.
  if (stayMonths !== null)
    ends.push({ what: 'MONTHS', from, days: stayMonths, until: addDays(addMonths(from, stayMonths), -1) });
  // Holders of residence cards get no stay certificate (Law 47/2014/QH13 Art 31).
  if (ends.length > 0) ends.push({ what: 'CARD_END', from: null, days: null, until: card.validTo });
  return { ...step, kind: 'HOLDS', ends };
}
