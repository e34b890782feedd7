import { z } from 'zod';
import { DEMANDS, POSTURES } from '../core/domain/posture/posture.ts';

export const postureName = z.enum(POSTURES);
export const demandId = z.enum(DEMANDS);

/** What every screen shows: the strongest posture in force, until when (null: no end is set), since when, and the others. */
export const presentPosture = z.object({
  profile: postureName,
  until: z.number().nullable(),
  since: z.number(),
  others: z.array(z.object({ profile: postureName, until: z.number().nullable() })),
});
export type PresentPosture = z.infer<typeof presentPosture>;

/** What the posture asks of the open clearance: things an officer does and confirms. */
export const demandView = z.object({
  demand: demandId,
  met: z.object({ at: z.number(), by: z.string(), second: z.string().nullable() }).nullable(),
});

const bothLanguages = z.object({ vi: z.string(), en: z.string() });

export const eventList = z.object({
  name: z.string().trim().min(1).max(120),
  place: z.string().trim().max(120),
  nationalities: z.array(z.string().regex(/^[A-Z]{3}$/)).max(50),
  flights: z.array(z.string().regex(/^[A-Z0-9]{2,3} ?[0-9]{1,4}[A-Z]?$/)).max(100),
});

const orderView = z.object({
  id: z.uuid(),
  number: z.string(),
  profile: postureName,
  from: z.number(),
  until: z.number(),
  reason: z.string(),
  event: eventList.nullable(),
  setBy: z.string(),
  setAt: z.number(),
  /** `by` null: at its own end. */
  ended: z.object({ at: z.number(), by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
});
export type PostureOrderView = z.infer<typeof orderView>;

const profileView = z.object({
  profile: postureName,
  demands: z.array(z.object({ demand: demandId, oneIn: z.number(), of: z.enum(['EVERYBODY', 'LISTED']) })),
  /** Checks that become mandatory. */
  mandatory: z.array(z.string()),
  gates: z.enum(['AS_USUAL', 'NARROW', 'STOPPED', 'OPEN']),
  takesDocuments: z.boolean(),
  longestHours: z.number(),
  says: bothLanguages,
});
export type PostureProfileView = z.infer<typeof profileView>;

/** The page of a head of unit: what is in force, what is planned, what was. */
export const postureView = z.object({
  now: z.number(),
  present: presentPosture,
  /** Not ended, in the order of their beginning. */
  orders: z.array(orderView),
  /** Ended, newest first, at most fifty. */
  history: z.array(orderView),
  profiles: z.array(profileView),
});
export type PostureView = z.infer<typeof postureView>;
