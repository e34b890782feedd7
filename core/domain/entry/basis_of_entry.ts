import { type BasisAnswer, deciding } from './basis_answer.ts';
import { cardAnswer } from './card_basis.ts';
import { exemptionAnswers } from './exemptions.ts';
import { BASIS_KINDS, type BasisKind } from './explanation.ts';
import type { BasisFacts, Facts } from './facts.ts';
import type { Findings } from './outcome.ts';
import { inForce, type RuleSet } from './rules.ts';
import { electronicVisaAnswer, visaAnswer, visaAtGateAnswer } from './visa_basis.ts';
import { zoneAnswer } from './zones.ts';

/** Every step that was tried, and the one that answers for the entry. */
export interface TriedBases {
  readonly answers: readonly BasisAnswer[];
  readonly chosen: BasisAnswer | null;
  /** The kinds in the order in which they were tried. */
  readonly order: readonly BasisKind[];
}

/**
 * The order of the ladder: card, visa, treaty, exemption, zone, APEC card, transit, visa at the gate. Where the APEC card
 * stands is an open point: the law says of none of the steps that it comes first.
 */
function orderOf({ openPoints }: RuleSet): readonly BasisKind[] {
  if (!openPoints.apecCardBeforeExemptions) return BASIS_KINDS;
  const others = BASIS_KINDS.filter((kind) => kind !== 'ABTC');
  const at = others.indexOf('TREATY');
  return [...others.slice(0, at), 'ABTC', ...others.slice(at)];
}

/** The steps on which a foreigner may be let in, in the order in which they are tried. Steps not claimed give nothing. */
function basesOfEntry(rules: RuleSet, facts: Facts, order: readonly BasisKind[]): readonly BasisAnswer[] {
  const { card, visa, evisa, transit, atGate }: BasisFacts = facts.basis ?? {};
  const answers = [
    ...(card === undefined ? [] : [cardAnswer(rules, facts, card)]),
    ...(visa === undefined ? [] : [visaAnswer(rules, facts, visa)]),
    ...(evisa === undefined ? [] : [electronicVisaAnswer(rules, facts, evisa)]),
    ...exemptionAnswers(rules, facts),
    ...zoneAnswer(rules, facts),
    ...(transit === undefined ? [] : [transitAnswer(rules, facts, transit)]),
    ...(atGate === undefined ? [] : [visaAtGateAnswer(rules, facts, atGate)]),
  ];
  return order.flatMap((kind) => answers.filter(({ basis }) => basis === kind));
}

function transitAnswer(rules: RuleSet, facts: Facts, transit: NonNullable<BasisFacts['transit']>): BasisAnswer {
  const step = { basis: 'TRANSIT', rules: inForce(rules.transit, facts.date), values: {} } as const;
  if (transit.leavesTransitArea === true) return { ...step, kind: 'FAILS', reason: 'LEGAL_TRANSIT_LEAVES_AREA' };
  if (transit.onwardTicket === false || transit.thirdCountryVisa === false) {
    return { ...step, kind: 'FAILS', reason: 'LEGAL_DESTINATION_UNPROVEN' };
  }
  for (const fact of ['onwardTicket', 'thirdCountryVisa'] as const) {
    if (transit[fact] === undefined) return { ...step, kind: 'UNKNOWN', fact: `basis.transit.${fact}` };
  }
  return { ...step, kind: 'HOLDS', ends: [] };
}

/** Takes the first step that holds, else the first that lacks a fact, else the first that fails; forged papers before all. */
export function judgeBasis(rules: RuleSet, facts: Facts, findings: Findings): TriedBases {
  const order = orderOf(rules);
  const answers = basesOfEntry(rules, facts, order);
  const by = (kind: BasisAnswer['kind']): BasisAnswer | undefined => answers.find((one) => one.kind === kind);
  const forged = answers.find((one) => one.kind === 'FAILS' && one.reason === 'LEGAL_VISA_FORGED');
  const chosen = forged ?? by('HOLDS') ?? by('UNKNOWN') ?? by('FAILS') ?? null;
  if (chosen?.kind === 'HOLDS') {
    findings.rest(...chosen.rules);
    const end = chosen.ends[deciding(chosen.ends)];
    if (end !== undefined) findings.say({ stayUntil: end.until });
    if (chosen.also !== undefined) findings.find('refer', chosen.also, ...chosen.rules);
  }
  if (chosen?.kind === 'UNKNOWN') {
    findings.rest(...chosen.rules);
    findings.miss(chosen.fact, true);
  }
  return { answers, chosen, order };
}
