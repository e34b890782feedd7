import type { BasisAnswer } from './basis_answer.ts';
import type { TriedBases } from './basis_of_entry.ts';
import type { BasisKind, BasisStep } from './explanation.ts';

const NOTHING = { missing: null, values: {}, ruleIds: [] } as const;

/** Steps for which the person has to show something; the others go by nationality. */
const notMet = (kind: BasisKind): BasisStep => {
  const reason = kind === 'TREATY' || kind === 'UNILATERAL' ? 'NOT_ON_LIST' : 'NOTHING_PRESENTED';
  return { kind, answer: 'NOT_MET', reason, ...NOTHING };
};

function stepOf(answer: BasisAnswer): BasisStep {
  const { basis: kind, values } = answer;
  const found = { kind, values, ruleIds: answer.rules.map(({ id }) => id) };
  if (answer.kind === 'HOLDS') return { ...found, answer: 'APPLIES', reason: answer.also ?? null, missing: null };
  if (answer.kind === 'FAILS') return { ...found, answer: 'NOT_MET', reason: answer.reason, missing: null };
  return { ...found, answer: 'UNKNOWN', reason: null, missing: answer.fact };
}

/**
 * The ladder as it was climbed, a step a kind and always all of them: it ends at the first that applies, and at forged
 * papers at once. Of several answers of one kind the one nearest to holding stands for it.
 */
export function explainBases({ answers, chosen, order }: TriedBases): BasisStep[] {
  const ended = chosen !== null && (chosen.kind === 'HOLDS' || isForged(chosen));
  const end = ended ? order.indexOf(chosen.basis) : order.length;
  return order.map((kind, place): BasisStep => {
    const before = !isForged(chosen) && place < end;
    if (place === end && chosen !== null) return stepOf(chosen);
    if (!before) return { kind, answer: 'NOT_TRIED', reason: null, ...NOTHING };
    const own = answers.filter(({ basis }) => basis === kind);
    const nearest = own.find((one) => one.kind === 'UNKNOWN') ?? own[0];
    return nearest === undefined ? notMet(kind) : stepOf(nearest);
  });
}

function isForged(answer: BasisAnswer | null): boolean {
  return answer?.kind === 'FAILS' && answer.reason === 'LEGAL_VISA_FORGED';
}
