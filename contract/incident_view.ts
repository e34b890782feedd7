import { z } from 'zod';
import { ROLES } from '../core/domain/access/role.ts';
import { LOG_CODES, PERSON_PARTS } from '../core/domain/incident/incident.ts';
import { INCIDENT_KINDS } from '../core/domain/incident/playbook.ts';
import { postureName, presentPosture } from './posture_view.ts';

/** What the desk page of incidents shows; built from core/domain/incident. Moments are wall time, ms. */

export const incidentKind = z.enum(INCIDENT_KINDS);
export const callLevel = z.enum(['SILENT', 'LOUD']);
const bothLanguages = z.object({ vi: z.string(), en: z.string() });

const stamp = { at: z.number(), by: z.string() };

const taskView = z.object({
  id: z.string(),
  does: bothLanguages,
  note: bothLanguages.nullable(),
  mandatory: z.boolean(),
  ownerRole: z.enum(ROLES),
  owner: z.string().nullable(),
  due: z.number().nullable(),
  done: z.object({ ...stamp, note: z.string() }).nullable(),
  givenUp: z.object({ ...stamp, reason: z.string() }).nullable(),
  escalated: z.enum(['NOBODY', 'LEADER', 'HEAD_OF_UNIT']),
});
export type TaskView = z.infer<typeof taskView>;

const handedTo = z.object({
  unit: z.string().trim().min(1).max(120),
  name: z.string().trim().min(1).max(80),
  number: z.string().trim().max(40),
  at: z.number(),
  receipt: z.string().trim().max(80),
});

export const recordedPerson = z.object({
  name: z.string().trim().min(1).max(80),
  part: z.enum(PERSON_PARTS),
  birthDate: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?)?$/),
  nationality: z.string().regex(/^([A-Z]{3})?$/),
  /** `UTO:X0000001` or empty. */
  document: z.string().regex(/^([A-Z]{3}:[A-Z0-9]{1,20})?$/),
  measure: z.string().trim().max(300),
  handedTo: handedTo.nullable(),
});

const evidenceView = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('FILE'),
    hash: z.string(),
    mediaType: z.string(),
    name: z.string(),
    bytes: z.number(),
    ...stamp,
  }),
  z.object({
    kind: z.literal('JOURNAL'),
    hash: z.string(),
    clearance: z.string(),
    recordNumber: z.string(),
    from: z.number(),
    to: z.number(),
    ...stamp,
  }),
]);

export const cameraMark = z.object({
  camera: z.string().trim().min(1).max(40),
  from: z.string().trim().max(20),
  to: z.string().trim().max(20),
});
export const keptProperty = z.object({
  what: z.string().trim().min(1).max(120),
  bag: z.string().trim().min(1).max(40),
});

export const incidentView = z.object({
  id: z.uuid(),
  number: z.string(),
  lane: z.string(),
  gate: bothLanguages,
  place: z.string(),
  kind: incidentKind,
  level: callLevel,
  trigger: z.enum(['COUNTER', 'SILENT_CALL', 'SUPERVISOR', 'JOURNAL_BROKEN', 'STORE_SET_ASIDE']),
  openedAt: z.number(),
  openedBy: z.string(),
  clearances: z.array(z.object({ id: z.string(), recordNumber: z.string() })),
  proposesPosture: postureName.nullable(),
  leader: z.string().nullable(),
  laneStopped: z.boolean(),
  tasks: z.array(taskView),
  people: z.array(recordedPerson.extend({ no: z.number(), ...stamp })),
  property: z.array(keptProperty.extend(stamp)),
  evidence: z.array(evidenceView),
  cameras: z.array(cameraMark.extend(stamp)),
  proposals: z.array(z.object({ person: z.number(), ground: z.string(), ...stamp })),
  log: z.array(
    z.object({
      no: z.number(),
      ...stamp,
      what: z.enum(LOG_CODES),
      task: z.string().nullable(),
      text: z.string(),
    }),
  ),
  /** Reports made on paper. */
  forms: z.array(z.object({ ...stamp, form: z.string(), language: z.string(), hash: z.string() })),
  closed: z.object({ ...stamp, head: z.string(), outcome: z.string(), lessons: z.string() }).nullable(),
});
export type IncidentView = z.infer<typeof incidentView>;

export const incidentBoard = z.object({
  now: z.number(),
  /** Not closed, oldest first. */
  open: z.array(incidentView),
  /** Closed within the last week, newest first. */
  closed: z.array(incidentView),
  /** The usual level of each kind. */
  kinds: z.array(z.object({ kind: incidentKind, level: callLevel })),
  posture: presentPosture,
  /** A clearance is open at the counter: a call is linked to it. */
  clearance: z.object({ id: z.string(), recordNumber: z.string() }).nullable(),
  largestFile: z.number(),
});
export type IncidentBoard = z.infer<typeof incidentBoard>;
