import { z } from 'zod';
import { BASIS_KINDS, PAIRING_STATES, STAY_ENDS } from '../core/domain/entry/explanation.ts';
import { OUTCOMES } from '../core/domain/entry/outcome.ts';

/** The law's answer as the screens show it; built from core/domain/entry/explanation.ts. Days are YYYY-MM-DD. */

const basisStep = z.object({
  kind: z.enum(BASIS_KINDS),
  answer: z.enum(['APPLIES', 'NOT_MET', 'UNKNOWN', 'NOT_TRIED']),
  reason: z.string().nullable(),
  missing: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

const stayLine = z.object({
  what: z.enum(STAY_ENDS),
  from: z.string().nullable(),
  days: z.number().nullable(),
  until: z.string(),
  decides: z.boolean(),
});

export const overstayView = z.object({
  entered: z.string().nullable(),
  entry: z.object({ gate: z.string().nullable(), recordNumber: z.string().nullable() }).nullable(),
  grantedDays: z.number().nullable(),
  until: z.string(),
  extendedFrom: z.string().nullable(),
  departure: z.string(),
  daysOver: z.number(),
  spans: z.array(z.object({ from: z.string(), to: z.string(), days: z.number() })),
  tier: z.number().nullable(),
  tiers: z.array(
    z.object({
      tier: z.number(),
      fromDays: z.number().nullable(),
      fromMonths: z.number().nullable(),
      fineVndMillion: z.tuple([z.number(), z.number()]),
      expulsionPossible: z.boolean(),
    }),
  ),
  decree: z.object({ act: z.string(), from: z.string() }).nullable(),
});

export const lawView = z.object({
  outcome: z.enum(OUTCOMES),
  /** LegalReason codes of core/domain/entry/outcome.ts, most severe first. */
  reasons: z.array(z.string()),
  legalBasis: z.array(z.string()),
  ruleIds: z.array(z.string()),
  missingFacts: z.array(z.string()),
  /** Who decides a proposed refusal. */
  decider: z.string().nullable(),
  bases: z.array(basisStep),
  stay: z
    .object({ lines: z.array(stayLine), until: z.string(), days: z.number(), entryDayCounts: z.boolean() })
    .nullable(),
  overstay: overstayView.nullable(),
  pairing: z.object({
    state: z.enum(PAIRING_STATES),
    since: z.string().nullable(),
    documentChanged: z.boolean(),
    identityChanged: z.boolean(),
    usedTwice: z.boolean(),
  }),
  rules: z.object({ version: z.string(), signedBy: z.string().nullable() }),
  durationMs: z.number(),
});
export type LawView = z.infer<typeof lawView>;
