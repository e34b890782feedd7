import { z } from 'zod';
import { base, numberAndPin, pinErrors } from './base.ts';
import { foundCase, replayedCase, viewingReason } from './replay_view.ts';

const replaying = base.meta({ needs: 'REPLAY_CASES' });
const noDecidedCase = { NO_DECIDED_CASE: { message: 'NO_DECIDED_CASE' } };
const caseId = z.object({ id: z.string().min(1).max(60) });

/** Decided cases as they were. Every look is in the journal before anything is shown. */
export const replay = {
  /** Cases by record number, by day or by document, newest first, without a name; the reason is written down. */
  search: replaying
    .input(
      z.object({
        reason: viewingReason,
        by: z.discriminatedUnion('what', [
          z.object({ what: z.literal('RECORD'), recordNumber: z.string().regex(/^[A-Z0-9]{1,6}-\d{1,15}$/) }),
          z.object({ what: z.literal('DAY'), day: z.iso.date() }),
          z.object({
            what: z.literal('DOCUMENT'),
            issuer: z.string().regex(/^[A-Z]{1,3}$/),
            number: z.string().regex(/^[A-Z0-9]{1,20}$/),
          }),
        ]),
      }),
    )
    .output(z.object({ found: z.array(foundCase), seq: z.number() })),
  /** `seq` is the entry that tells of this very look. */
  open: replaying
    .input(caseId.extend({ reason: viewingReason }))
    .errors(noDecidedCase)
    .output(z.object({ replayed: replayedCase, seq: z.number() })),
  /** A remark of whoever reviews; an addition, the case stays as it was. */
  remark: replaying
    .input(caseId.extend({ text: z.string().trim().min(1).max(1000) }))
    .errors(noDecidedCase)
    .output(z.object({ seq: z.number() })),
  /** The whole case as JSON, by two persons who may both replay cases. */
  export: replaying
    .input(numberAndPin.extend({ ...caseId.shape, reason: viewingReason }))
    .errors({
      ...noDecidedCase,
      ...pinErrors,
      SAME_PERSON: { message: 'SAME_PERSON' },
      NOT_A_REVIEWER: { message: 'NOT_A_REVIEWER' },
    })
    .output(z.object({ fileName: z.string(), text: z.string(), seq: z.number() })),
};
