import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, numberAndPin, pinErrors } from './base.ts';
import { hitAnswer } from './hit_view.ts';
import {
  channel,
  checkId,
  measureKind,
  ownerAnswer,
  recheckResult,
  refusedWhy,
  secondLineCase,
  secondLineOutcome,
  secondLineView,
  silentMessages,
} from './second_line_view.ts';

const worker = base.meta({ needs: 'WORK_SECOND_LINE' }).errors({
  NO_SUCH_CASE: { message: 'NO_SUCH_CASE' },
  /** The file does not allow it; nothing changed. */
  CASE_REFUSED: { message: 'CASE_REFUSED', data: z.object({ why: refusedWhy }) },
});
const supervisor = base.meta({ needs: 'SUPERVISE' });
const file = z.object({ file: z.uuid() });
const done = z.object({ recorded: z.literal(true) });
const words = (most: number) => z.string().trim().min(1).max(most);

/** The second line: one stream of the queue, one of a file, and the acts on it. Every act names the file it means. */
export const secondLine = {
  watch: worker.output(eventIterator(secondLineView)),
  watchCase: worker.input(file).output(eventIterator(secondLineCase)),
  /** The person was brought here, by the officer of this number. */
  escorted: worker.input(file.extend({ escort: z.string().regex(/^[0-9]{4,8}$/) })).output(done),
  /** Takes the file for oneself alone; it stays so over a restart. */
  take: worker.input(file).output(done),
  /** From another officer; needs SUPERVISE, judged by the file itself. */
  takeOver: worker.input(file.extend({ reason: words(200) })).output(done),
  putBack: worker.input(file).output(done),
  /** A question of the catalogue by its id, or a free one in `asked`. */
  answer: worker
    .input(
      file.extend({
        question: z.string().max(60).nullable(),
        asked: z.string().trim().max(300).nullable(),
        answer: words(1000),
      }),
    )
    .output(done),
  /** A second person, a supervisor, where the check is the law's. */
  recheck: worker
    .input(file.extend({ check: checkId, result: recheckResult, reason: words(300), second: numberAndPin.optional() }))
    .errors(pinErrors)
    .output(done),
  compare: worker
    .input(file.extend({ entry: z.string().max(200), answer: hitAnswer, second: numberAndPin.optional() }))
    .errors(pinErrors)
    .output(done),
  askOwner: worker.input(file.extend({ entry: z.string().max(200), authority: words(120), channel })).output(done),
  ownerAnswered: worker
    .input(file.extend({ entry: z.string().max(200), result: ownerAnswer, note: z.string().trim().max(300) }))
    .output(done),
  measure: worker.input(file.extend({ kind: measureKind, text: words(300) })).output(done),
  /** A proposed refusal opens its file for the head of unit in the same step. */
  decide: worker
    .input(file.extend({ outcome: secondLineOutcome }))
    .errors({ NO_SUCH_GROUND: { message: 'NO_SUCH_GROUND' } })
    .output(done),
  /** Tells the counter that the next person may come. */
  callNext: worker.output(done),
  /** Decided clearances that a discreet entry knew. Opening them is journalled, whether there are any or none. */
  watchSilent: supervisor.output(eventIterator(silentMessages)),
  /** Signs all of these as seen; none is as good as some, so that the journal's numbers tell nothing. */
  silentSeen: supervisor
    .input(z.object({ files: z.array(z.uuid()).max(500), note: z.string().trim().max(300) }))
    .output(done),
};
