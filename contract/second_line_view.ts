import { z } from 'zod';
import { CHECK_IDS, type CheckId } from '../core/domain/clearance/check.ts';
import { OUTCOMES } from '../core/domain/entry/outcome.ts';
import { REFUSED_WHY } from '../core/domain/second_line/event.ts';
import {
  CHANNELS,
  CONFIRMATION_ANSWERS,
  ESCALATIONS,
  MEASURES,
  SECOND_LINE_OUTCOMES,
} from '../core/domain/second_line/file.ts';
import { hitAnswer } from './hit_view.ts';
import { clearanceView, direction, reasonCode } from './lane_view.ts';

/** What the second line's windows are sent: one object, whole on every change. Discreet entries are in none of it. */

export const checkId = z.enum(CHECK_IDS as readonly CheckId[] as [CheckId, ...CheckId[]]);
export const channel = z.enum(CHANNELS);
export const ownerAnswer = z.enum(CONFIRMATION_ANSWERS);
export const measureKind = z.enum(MEASURES);
export const recheckResult = z.enum(['PASSED', 'FAILED', 'UNDETERMINED']);
export const refusedWhy = z.enum(REFUSED_WHY);
const act = z.object({ by: z.string(), at: z.number() });
const escalation = z.enum(ESCALATIONS);

export const secondLineOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('CLEARED') }),
  z.object({
    kind: z.literal('REFUSAL_PROPOSED'),
    ground: z.number().int().min(1).max(9),
    grounds: z.string().trim().min(1).max(500),
    carrier: z.string().trim().min(1).max(60).nullable(),
    returnFlight: z.string().trim().min(1).max(40).nullable(),
  }),
  z.object({
    kind: z.literal('HANDED_OVER'),
    unit: z.string().trim().min(1).max(120),
    name: z.string().trim().min(1).max(80),
    number: z.string().trim().min(1).max(40),
    receipt: z.string().trim().min(1).max(40),
  }),
  z.object({
    kind: z.literal('DETAINED_BY_AUTHORITY'),
    authority: z.string().trim().min(1).max(120),
    decision: z.string().trim().min(1).max(60),
  }),
  z.object({ kind: z.literal('RELEASED'), conditions: z.string().trim().min(1).max(500) }),
]);

/** How long an owner has left, or is over: of the question that is due first. */
const waitingOwner = z.object({
  entry: z.string(),
  authority: z.string(),
  askedAt: z.number(),
  /** Who is told next, and when; null when everyone was. */
  next: z.object({ to: escalation, dueAt: z.number() }).nullable(),
  escalated: escalation.nullable(),
});

export const queueRow = z.object({
  file: z.uuid(),
  recordNumber: z.string(),
  name: z.string(),
  direction,
  stage: z.enum(['QUEUED', 'TAKEN', 'CLOSED']),
  referred: act,
  escorted: act.nullable(),
  taken: act.nullable(),
  reasons: z.array(reasonCode),
  /** Entries that ask an answer still. */
  openEntries: z.number(),
  waiting: waitingOwner.nullable(),
  outcome: z.enum(SECOND_LINE_OUTCOMES).nullable(),
  closedAt: z.number().nullable(),
});

const said = z.object({ vi: z.string(), en: z.string() });
export const question = z.object({
  id: z.string(),
  group: z.enum(['IDENTITY', 'JOURNEY', 'STAY', 'LEAVING']),
  directions: z.array(direction),
  text: said,
});

export const secondLineView = z.object({
  now: z.number(),
  queue: z.array(queueRow),
  questions: z.array(question),
});

export const confirmation = act.extend({
  entry: z.string(),
  authority: z.string(),
  channel,
  escalated: z.array(z.object({ to: escalation, at: z.number(), dueAt: z.number() })),
  answer: act.extend({ result: ownerAnswer, note: z.string() }).nullable(),
});

export const secondLineCase = queueRow.extend({
  now: z.number(),
  clearance: clearanceView,
  law: z.object({ outcome: z.enum(OUTCOMES), reasons: z.array(z.string()), rules: z.string() }).nullable(),
  /** Checks still in doubt. */
  doubts: z.array(checkId),
  takenOver: z.array(act.extend({ from: z.string(), reason: z.string() })),
  interview: z.array(act.extend({ question: z.string().nullable(), asked: z.string().nullable(), answer: z.string() })),
  rechecks: z.array(
    act.extend({
      check: checkId,
      result: recheckResult,
      reason: z.string(),
      confirmedBy: z.string().nullable(),
    }),
  ),
  comparisons: z.array(act.extend({ entry: z.string(), answer: hitAnswer, confirmedBy: z.string().nullable() })),
  confirmations: z.array(confirmation),
  measures: z.array(act.extend({ kind: measureKind, text: z.string() })),
  decided: act.extend({ outcome: secondLineOutcome, offline: z.boolean() }).nullable(),
  /** Why each outcome is closed for who looks, most pressing first; empty where it is open. */
  closed: z.record(z.enum(SECOND_LINE_OUTCOMES), z.array(refusedWhy)),
  /** What is to be done next, and until when where there is a limit. */
  next: z.object({
    what: z.enum(['ESCORT', 'TAKE', 'LOCKED', 'OWNER_LATE', 'OWNER', 'COMPARE', 'RECHECK', 'DECIDE', 'CLOSED']),
    dueAt: z.number().nullable(),
    count: z.number(),
  }),
});

export const silentMessages = z.object({
  now: z.number(),
  messages: z.array(
    z.object({
      file: z.uuid(),
      recordNumber: z.string(),
      name: z.string(),
      decidedAt: z.number(),
      decision: z.enum(['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED']),
      entries: z.array(
        z.object({ name: z.string(), list: z.string(), authority: z.string().nullable(), score: z.number() }),
      ),
      seen: act.extend({ note: z.string() }).nullable(),
    }),
  ),
});

export type QueueRow = z.infer<typeof queueRow>;
export type SecondLineView = z.infer<typeof secondLineView>;
export type SecondLineCase = z.infer<typeof secondLineCase>;
export type SilentMessages = z.infer<typeof silentMessages>;
