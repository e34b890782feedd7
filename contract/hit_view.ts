import { z } from 'zod';
import { LIST_KINDS } from '../core/domain/screening/entry.ts';
import { UNDO_REASONS } from '../core/domain/screening/exclusion.ts';

/** A list entry beside the person at the desk, for the officer's answer. */

export const comparedField = z.object({
  field: z.enum(['NAME', 'BIRTH_DATE', 'SEX', 'NATIONALITY', 'PERSONAL_NUMBER', 'DOCUMENT_NUMBER']),
  strong: z.boolean(),
  person: z.string().nullable(),
  entry: z.string().nullable(),
  result: z.enum(['SAME', 'SIMILAR', 'DIFFERENT', 'NO_DATA']),
  note: z.string().nullable(),
  /** Character ranges [start, end) that differ, to be underlined. */
  differing: z.object({
    person: z.array(z.tuple([z.number(), z.number()])),
    entry: z.array(z.tuple([z.number(), z.number()])),
  }),
});

export const hitAnswer = z.enum(['SAME', 'DIFFERENT', 'CANNOT_DECIDE']);

export const undoReason = z.enum(UNDO_REASONS);

/** What is remembered of this document and entry from an earlier clearance. */
export const exclusionView = z.object({
  /** HOLDS = the entry asks nothing; else it asks again, and this is why. */
  standing: z.enum(['HOLDS', 'TIME_PASSED', 'ENTRY_CHANGED', 'UNDONE']),
  decidedAt: z.number(),
  decidedBy: z.string(),
  /** The second person, where two were needed. */
  confirmedBy: z.string().nullable(),
  /** YYYY-MM-DD. */
  lastDay: z.string(),
});

/** Who else has to say "different" before it counts: nobody, another officer, or a supervisor. */
export const secondPersonNeeded = z.enum(['NOBODY', 'OFFICER', 'SUPERVISOR']);

/** A hit that may be shown. Discreet ones never reach a window. */
export const hitView = z.object({
  hit: z.string(),
  listKind: z.enum(LIST_KINDS),
  list: z.string(),
  listVersion: z.string(),
  listAsOf: z.number(),
  matchClass: z.enum(['CERTAIN', 'PROBABLE', 'POSSIBLE']),
  score: z.number(),
  threshold: z.number(),
  why: z.array(
    z.object({ code: z.string(), points: z.number(), person: z.string().nullable(), entry: z.string().nullable() }),
  ),
  fields: z.array(comparedField),
  /** The entry's names other than the one that stands in the comparison. */
  otherNames: z.array(z.string()),
  authority: z.string().nullable(),
  decision: z.string().nullable(),
  decisionDate: z.string().nullable(),
  legalGround: z.string().nullable(),
  validTo: z.string().nullable(),
  /** Days until the entry lapses by itself, 0 on its last day; null when it has no end. */
  daysLeft: z.number().nullable(),
  personInformed: z.boolean().nullable(),
  action: z.enum(['STOP', 'REFER', 'INFORM']),
  answer: hitAnswer.nullable(),
  answeredBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  strongDifferences: z.number(),
  secondPerson: secondPersonNeeded,
  exclusion: exclusionView.nullable(),
  /** Until when "different" will be remembered (YYYY-MM-DD); null when it will not be. */
  rememberedUntil: z.string().nullable(),
});

export type HitView = z.infer<typeof hitView>;
