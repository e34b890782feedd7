import { z } from 'zod';
import { EVIDENCE_KINDS, INDICATOR_CODES } from '../core/domain/patterns/indicator.ts';
import { base } from './base.ts';

const indicator = z.object({
  code: z.enum(INDICATOR_CODES),
  /** 0 to 1. */
  strength: z.number(),
  /** Newest first; `day` is YYYY-MM-DD at the gate, null where the record is no longer kept. */
  evidence: z.array(
    z.object({ recordNumber: z.string().nullable(), day: z.string().nullable(), what: z.enum(EVIDENCE_KINDS) }),
  ),
  values: z.record(z.string(), z.number()),
});
export type IndicatorShown = z.infer<typeof indicator>;

export const patternsView = z.object({
  /** Record number of the person asked about. */
  recordNumber: z.string(),
  /** Strongest first. */
  indicators: z.array(indicator),
  /** The crossing's day: nothing later was looked at. */
  asOfDay: z.string(),
  keptCrossings: z.number(),
  tookMs: z.number(),
});
export type PatternsView = z.infer<typeof patternsView>;

/** For the second line alone, of persons who were referred to it: the counter never asks this. */
const secondLine = base
  .meta({ needs: 'WORK_SECOND_LINE' })
  .errors({ NOT_REFERRED: { message: 'NOT_REFERRED' } })
  .output(patternsView);

export const patterns = {
  /** Of the person of a second-line file. Each asking is in the journal before its answer is given. */
  ofFile: secondLine.input(z.object({ file: z.string().min(1).max(60) })),
  /** Of somebody who was decided and not referred only with a reason, which goes into the journal beside the asking. */
  ofClearance: secondLine
    .errors({ REASON_NEEDED: { message: 'REASON_NEEDED' } })
    .input(z.object({ clearance: z.uuid(), reason: z.string().trim().min(1).max(300).nullable() })),
};
