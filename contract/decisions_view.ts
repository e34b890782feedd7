import { z } from 'zod';
import { OVERSTAY_STAGES } from '../core/domain/overstay/file.ts';
import { REFUSAL_ANSWERS, REFUSAL_EVIDENCE, REFUSAL_STAGES } from '../core/domain/refusal/file.ts';
import { lawView, overstayView } from './law_view.ts';

/** Refusals and overstays as the screens show them; moments are wall time in ms, days YYYY-MM-DD. */

const act = z.object({ by: z.string(), at: z.number() });
const form = act.extend({ form: z.string(), language: z.string(), hash: z.string() });

/** Whom a file is about, as on the document. */
const holder = z.object({
  name: z.string(),
  nationality: z.string(),
  birthDate: z.string(),
  sex: z.string(),
  documentNumber: z.string(),
  issuer: z.string(),
  expiryDate: z.string(),
});

export const refusalView = z.object({
  id: z.string(),
  number: z.string(),
  clearance: z.string(),
  recordNumber: z.string(),
  stage: z.enum(REFUSAL_STAGES),
  /** Open longer than the unit allows itself. */
  late: z.boolean(),
  holder,
  flight: z.string().nullable(),
  ground: z.number(),
  decider: z.enum(['HEAD_OF_UNIT', 'MINISTER_HEALTH', 'MINISTER_AGRICULTURE', 'MINISTERS_SECURITY_DEFENCE']),
  legalBasis: z.array(z.string()),
  found: z.string(),
  evidence: z.array(z.enum(REFUSAL_EVIDENCE)),
  carrier: z.string().nullable(),
  returnFlight: z.string().nullable(),
  proposed: act,
  decided: act
    .extend({
      answer: z.enum(REFUSAL_ANSWERS),
      reason: z.string(),
      order: z.object({ number: z.string(), date: z.string() }).nullable(),
    })
    .nullable(),
  carrierTold: act.extend({ to: z.string() }).nullable(),
  reversed: act.extend({ reason: z.string() }).nullable(),
  forms: z.array(form),
});

export const overstayFileView = z.object({
  id: z.string(),
  number: z.string(),
  clearance: z.string(),
  recordNumber: z.string(),
  stage: z.enum(OVERSTAY_STAGES),
  late: z.boolean(),
  holder,
  explained: overstayView,
  /** Who decides the measure: from the tier in which expulsion may be considered, the head of unit. */
  decider: z.enum(['SUPERVISOR', 'HEAD_OF_UNIT']),
  opened: act,
  measure: act
    .extend({
      tier: z.number(),
      fineVnd: z.number(),
      mitigating: z.string().nullable(),
      expulsionToDepartment: z.boolean(),
    })
    .nullable(),
  minutes: act.extend({ signed: z.enum(['SIGNED', 'REFUSED_TO_SIGN']), witness: z.string().nullable() }).nullable(),
  payment: act.extend({ receipt: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  closed: act.nullable(),
  /** Why it was ended before its end; null where it was not. */
  ended: z.string().nullable(),
  forms: z.array(form),
});

/** What waits for the unit's decision, the longest waiting first, and what was decided in the last day. */
export const decisionsView = z.object({
  now: z.number(),
  refusals: z.array(refusalView),
  overstays: z.array(overstayFileView),
});

/** What a decision rests on, as it stood when the file was opened: the law's answer and what the counter noted. */
export const decisionGrounds = z.object({
  law: lawView.nullable(),
  notes: z.array(z.object({ text: z.string(), at: z.number(), by: z.string() })),
});

export type DecisionGrounds = z.infer<typeof decisionGrounds>;
export type RefusalView = z.infer<typeof refusalView>;
export type OverstayFileView = z.infer<typeof overstayFileView>;
export type DecisionsView = z.infer<typeof decisionsView>;
