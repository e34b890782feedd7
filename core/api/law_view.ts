import type { LawView } from '../../contract/law_view.ts';
import type { LawAnswer } from '../domain/clearance/law_answer.ts';

/** The law's answer as the screens show it. */
export function lawView({ verdict, explanation, rules, durationMs }: LawAnswer): LawView {
  const { bases, stay, overstay, pairing } = explanation;
  return {
    outcome: verdict.outcome,
    reasons: [...verdict.reasons],
    legalBasis: [...verdict.legalBasis],
    ruleIds: [...verdict.ruleIds],
    missingFacts: [...(verdict.missingFacts ?? [])],
    decider: verdict.decider ?? null,
    bases: bases.map(({ kind, answer, reason, missing, values }) => ({ kind, answer, reason, missing, values })),
    stay:
      stay === null
        ? null
        : {
            ...stay,
            lines: stay.lines.map(({ what, from, days, until, decides }) => ({ what, from, days, until, decides })),
          },
    overstay:
      overstay === null
        ? null
        : {
            ...overstay,
            spans: overstay.spans.map((span) => ({ ...span })),
            tiers: overstay.tiers.map((tier) => ({
              ...tier,
              fineVndMillion: [tier.fineVndMillion[0], tier.fineVndMillion[1]],
            })),
          },
    pairing,
    rules,
    durationMs,
  };
}
