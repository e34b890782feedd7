import { z } from 'zod';
import { OUTCOMES } from '../core/domain/entry/outcome.ts';
import { LIST_KINDS } from '../core/domain/screening/entry.ts';
import { checkView } from './lane_view.ts';

/** A decided case as it was, rebuilt from the journal alone. Nothing of discreet entries is in it. */

const decided = z.enum(['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED']);

const proof = z.object({
  ok: z.boolean(),
  entries: z.number(),
  first: z.number(),
  last: z.number(),
  broken: z.array(z.object({ seq: z.number(), reason: z.enum(['HASH', 'LINK', 'GAP', 'CATALOGUE', 'ROW']) })),
});

const check = checkView.pick({ check: true, reason: true, source: true, dataVersion: true }).extend({
  result: checkView.shape.state.exclude(['WAITING', 'RUNNING']),
  durationMs: z.number(),
});

/** One entry of the journal at its place in the case. */
const moment = z.object({
  seq: z.number(),
  /** Wall time, ms, and the same counted from the opening. */
  wall: z.number(),
  at: z.number(),
  event: z.string(),
  /** Officer number, `system`, or a device. */
  actor: z.string(),
  hash: z.string(),
  previousHash: z.string(),
  /** Written after the case was decided: views, remarks, and what followed from it. */
  afterwards: z.boolean(),
  check: check.nullable(),
  /** The checks begin anew from here on: the document was read again. */
  resetsChecks: z.boolean(),
  /** What the entry says, as JSON. */
  says: z.string(),
});
export type ReplayMoment = z.infer<typeof moment>;

const lawSaid = z.object({
  outcome: z.enum(OUTCOMES),
  stayUntil: z.string().nullable(),
  reasons: z.array(z.string()),
  ruleIds: z.array(z.string()),
  /** Acts and articles, as the rows then named them. */
  legalBasis: z.array(z.string()),
});

export const replayedCase = z.object({
  id: z.string(),
  recordNumber: z.string(),
  lane: z.string(),
  direction: z.enum(['ARRIVAL', 'DEPARTURE']),
  openedAt: z.number(),
  closedAt: z.number(),
  outcome: decided,
  decidedBy: z.string(),
  person: z.object({
    surname: z.string(),
    givenNames: z.string(),
    nationality: z.string(),
    birthDate: z.string(),
    sex: z.string(),
    issuer: z.string(),
    number: z.string(),
    expiryDate: z.string(),
  }),
  moments: z.array(moment),
  lists: z.array(z.object({ list: z.string(), kind: z.enum(LIST_KINDS), version: z.string(), asOf: z.number() })),
  files: z.array(
    z.object({ kind: z.string(), number: z.string(), openedAt: z.number(), closedAt: z.number().nullable() }),
  ),
  /** SHA-256 of pieces of evidence that steps of this case brought in. */
  evidence: z.array(z.string()),
  law: z
    .object({
      version: z.string(),
      signedBy: z.string().nullable(),
      said: lawSaid,
      /** What was known to the law, by the place of each fact, such as `document.expires`. */
      facts: z.array(z.object({ fact: z.string(), value: z.string() })),
      /** The same facts judged again by the very rules of then. */
      again: z.enum(['SAME', 'DIFFERS', 'NOT_KEPT']),
      differs: z.array(z.string()),
    })
    .nullable(),
  /** The same facts by the rules in force now; no list is asked. Null where no law was asked, or none is in force. */
  today: z.object({ version: z.string(), same: z.boolean(), said: lawSaid }).nullable(),
  proof,
});
export type ReplayedCase = z.infer<typeof replayedCase>;

/** Why somebody looks; written into the journal word for word. */
export const viewingReason = z.string().trim().min(5).max(200);

export const foundCase = z.object({
  id: z.string(),
  recordNumber: z.string(),
  closedAt: z.number(),
  direction: z.enum(['ARRIVAL', 'DEPARTURE']),
  outcome: decided,
});
export type FoundCase = z.infer<typeof foundCase>;
