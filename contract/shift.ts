import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ITEM_KINDS } from '../core/domain/shift/shift_file.ts';
import { SHIFT_REFUSED_WHY } from '../core/domain/shift/shift_machine.ts';
import { base, numberAndPin, pinErrors } from './base.ts';
import { paper, paperErrors, paperLanguage } from './forms.ts';
import { direction } from './lane_view.ts';

const serial = z.string().trim().min(1).max(20);
export const counters = z.object({
  stampsFrom: serial,
  stampsTo: serial,
  forms: z.number().int().min(0).max(99_999),
  seals: z.number().int().min(0).max(99_999),
  receipts: z.number().int().min(0).max(99_999),
});
const why = z.enum(SHIFT_REFUSED_WHY);
const itemAnswer = z.object({ accepted: z.boolean(), reason: z.string(), at: z.number() });

export const handOverItem = z.object({
  id: z.string(),
  kind: z.enum(ITEM_KINDS),
  /** A record, a device, the kind of a list: never a name. */
  subject: z.string(),
  state: z.string(),
  owner: z.string().nullable(),
  since: z.number(),
  answer: itemAnswer.nullable(),
});

const report = z.object({
  counts: z.array(
    z.object({
      direction,
      outcome: z.enum(['CLEARED', 'REFERRED', 'REFUSAL_PROPOSED', 'ABANDONED']),
      citizens: z.number(),
      foreigners: z.number(),
    }),
  ),
  decided: z.number(),
  meanSeconds: z.number().nullable(),
  p95Seconds: z.number().nullable(),
  refusals: z.number(),
  hitsTrue: z.number(),
  hitsFalse: z.number(),
  overrides: z.number(),
  incidents: z.number(),
  downtimeMinutes: z.number(),
});

const shiftOf = z.object({
  officer: z.string(),
  displayName: z.string(),
  shift: z.enum(['1', '2', '3']),
  startedAt: z.number(),
  counters,
});

/** The lane's shift: who has it, what would pass from hand to hand now, and the last closing report, with the counters as they were left. */
export const shiftView = z.object({
  now: z.number(),
  running: shiftOf.extend({ mine: z.boolean() }).nullable(),
  items: z.array(handOverItem),
  handOver: z
    .object({
      openedAt: z.number(),
      instructions: z.string(),
      counters,
      /** Why both may not sign yet; null when they may. */
      why: why.nullable(),
    })
    .nullable(),
  last: shiftOf.extend({ number: z.string(), endedAt: z.number(), to: z.string().nullable(), report }).nullable(),
});

const worker = base.meta({ needs: 'WORK_SHIFT' }).errors({
  /** The shift does not allow it; nothing changed. */
  SHIFT_REFUSED: { message: 'SHIFT_REFUSED', data: z.object({ why }) },
});
const done = z.object({ recorded: z.literal(true) });

/** A shift begins, is handed over item by item, and ends with both officers' signatures. */
export const shift = {
  watch: worker.output(eventIterator(shiftView)),
  begin: worker.input(z.object({ counters })).output(done),
  /** Lists anew what passes; answers to what has not changed stay. */
  beginHandOver: worker.input(z.object({ counters, instructions: z.string().trim().max(1000) })).output(done),
  answerItem: worker
    .input(z.object({ item: z.string().max(120), accepted: z.boolean(), reason: z.string().trim().max(200) }))
    .output(done),
  cancelHandOver: worker.output(done),
  /** The incoming officer signs with number and PIN and is signed in at this window in the place of who goes. */
  sign: worker.input(numberAndPin).errors(pinErrors).output(done),
  /** The closing report of the shift before as a paper. */
  print: worker
    .input(z.object({ number: z.string().max(40), language: paperLanguage }))
    .errors(paperErrors)
    .output(paper),
  /** Ends the shift with nobody to follow; no matter of a person may be open. */
  close: worker.input(z.object({ counters })).output(done),
};

export type ShiftView = z.infer<typeof shiftView>;
export type ShiftCounters = z.infer<typeof counters>;
