import { z } from 'zod';
import { OUTCOMES } from '../core/domain/entry/outcome.ts';

/** The law in this booth as the desk shows it. Days are YYYY-MM-DD. */

export const rulesVersion = z.string().regex(/^[0-9a-f]{16}$/);

const snapshot = z.object({
  version: z.string(),
  /** Null for the tables that came with the product. */
  signedBy: z.string().nullable(),
  issued: z.number().nullable(),
  base: z.string().nullable(),
});

/** Rows of one table: all, those in force today, and the days on which that changes. */
const table = z.object({
  table: z.string(),
  rows: z.number(),
  today: z.number(),
  coming: z.array(z.object({ day: z.string(), begin: z.number(), end: z.number() })),
});

const said = z.object({
  outcome: z.enum(OUTCOMES),
  stayUntil: z.string().nullable(),
  tier: z.number().nullable(),
  decider: z.string().nullable(),
  reasons: z.array(z.string()),
});

const rowName = z.object({ id: z.string(), act: z.string(), article: z.string() });

/** One change between two laws (core/domain/rehearsal/law_changes.ts). */
const lawChange = z.object({
  table: z.string(),
  old: rowName.nullable(),
  new: rowName.nullable(),
  terms: z.array(z.object({ name: z.string(), old: z.string().nullable(), new: z.string().nullable() })),
});
export type LawChangeShown = z.infer<typeof lawChange>;

export const ruleDifference = z.object({
  /** Null for who may not open recorded cases. */
  recordNumber: z.string().nullable(),
  day: z.string(),
  direction: z.enum(['arrival', 'departure']),
  nationality: z.string(),
  old: said,
  new: said,
  /** What in the law makes it; empty: nothing does, the product reckons otherwise; null: the rules of then are not kept here. */
  why: z.array(lawChange).nullable(),
});
export type RuleDifference = z.infer<typeof ruleDifference>;

const sums = z.object({
  read: z.number(),
  notComparable: z.number(),
  same: z.number(),
  otherRules: z.number(),
  differ: z.number(),
  changes: z.array(z.object({ from: z.enum(OUTCOMES), to: z.enum(OUTCOMES), count: z.number() })),
  reasons: z.array(z.object({ reason: z.string(), come: z.number(), gone: z.number() })),
  nationalities: z.array(z.object({ nationality: z.string(), count: z.number() })),
});

/** Recorded crossings judged again by another version; nothing changes by it. */
export const rehearsalView = z.object({
  id: z.uuid(),
  version: z.string(),
  phase: z.enum(['RUNNING', 'DONE', 'CANCELLED', 'FAILED']),
  by: z.string(),
  read: z.number(),
  total: z.number(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  sums: sums.nullable(),
  /** The first of them; all are counted. */
  found: z.array(ruleDifference),
  problem: z.string().nullable(),
});
export type RehearsalView = z.infer<typeof rehearsalView>;

/** A change of the law that waits for the head of unit. */
export const rulesOrder = z.object({
  id: z.uuid(),
  what: z.enum(['ACTIVATE', 'RETURN']),
  version: z.string(),
  orderedBy: z.string(),
  orderedAt: z.number(),
  phase: z.enum(['WAITING', 'DONE', 'DISCARDED', 'FAILED']),
  endedBy: z.string().nullable(),
  problem: z.string().nullable(),
});
export type RulesOrder = z.infer<typeof rulesOrder>;

export const rulesView = z.object({
  inForce: snapshot
    .extend({ put: z.object({ at: z.number(), by: z.string(), second: z.string() }).nullable() })
    .nullable(),
  before: snapshot.nullable(),
  waiting: z.array(snapshot),
  /** Why the version that should be in force is not. */
  problem: z.string().nullable(),
  tables: z.array(table),
  /** What the law leaves open, as the Department has set it. */
  openPoints: z.array(z.object({ name: z.string(), value: z.string() })),
  /** What the lane's own settings tell the law, by the name of the setting in `settings.json`; empty: nothing is set. */
  laneSettings: z.array(z.object({ name: z.string(), value: z.string() })),
  rehearsal: rehearsalView.nullable(),
  order: rulesOrder.nullable(),
  mayChange: z.boolean(),
});
export type RulesView = z.infer<typeof rulesView>;

export const incomingRules = z.object({ file: z.string(), bytes: z.number(), writtenAt: z.number() });

/** One rule, as a row of its table. */
export const ruleInWords = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  standing: z.enum(['IN_FORCE', 'COMING', 'PAST']),
  act: z.string(),
  article: z.string(),
  mark: z.enum(['TEXT', 'SECOND', 'INFERRED', 'OPEN']),
  /** What the row says beside that, by the name of its column. */
  terms: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type RuleInWords = z.infer<typeof ruleInWords>;
