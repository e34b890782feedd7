import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { OVERSTAY_REFUSED_WHY } from '../core/domain/overstay/machine.ts';
import { REFUSAL_ANSWERS } from '../core/domain/refusal/file.ts';
import { REFUSAL_REFUSED_WHY } from '../core/domain/refusal/machine.ts';
import { base, numberAndPin, pinErrors } from './base.ts';
import { decisionGrounds, decisionsView, overstayFileView, refusalView } from './decisions_view.ts';
import { lastDecision } from './lane_view.ts';

const words = (most: number) => z.string().trim().min(1).max(most);
const wrongState = { WRONG_STATE: { message: 'WRONG_STATE', data: z.object({ why: z.string() }) } };
const caseRefused = {
  NO_SUCH_CASE: { message: 'NO_SUCH_CASE' },
  DECISION_REFUSED: {
    message: 'DECISION_REFUSED',
    data: z.object({ why: z.enum([...REFUSAL_REFUSED_WHY, ...OVERSTAY_REFUSED_WHY]) }),
  },
};
const lane = base.meta({ needs: 'WORK_LANE' }).errors({ ...wrongState, ...caseRefused });
const brought = base.meta({ needs: 'BRING_DECISION' }).errors({ ...caseRefused, ...pinErrors });
const seen = base.meta({ needs: 'SEE_DECISIONS' });
const file = z.object({ file: z.uuid() });
const recorded = z.object({ recorded: z.literal(true) });

/** What hurts is decided by the person whom the law names, with number and PIN at that very moment, at whatever window. */
export const decisions = {
  watch: seen.output(eventIterator(decisionsView)),
  /** What one file rests on; the file itself comes with `watch`. */
  file: seen.errors({ NO_SUCH_CASE: caseRefused.NO_SUCH_CASE }).input(file).output(decisionGrounds),
  /** The files of one clearance, for the counter that works on it. */
  ofClearance: base
    .meta({ needs: 'BRING_DECISION' })
    .input(z.object({ clearance: z.uuid() }))
    .output(eventIterator(z.object({ refusal: refusalView.nullable(), overstay: overstayFileView.nullable() }))),
  /** Ends the clearance with a proposal to the head of unit; the traveller is told nothing. */
  proposeRefusal: lane
    .input(
      z.object({
        clearance: z.uuid(),
        ground: z.number().int().min(1).max(9),
        found: words(1000),
        carrier: words(60).nullable(),
        returnFlight: words(40).nullable(),
      }),
    )
    .errors({ NO_SUCH_GROUND: { message: 'NO_SUCH_GROUND' } })
    .output(z.object({ file: z.uuid(), number: z.string(), decision: lastDecision })),
  decideRefusal: brought
    .input(
      file.extend({
        answer: z.enum(REFUSAL_ANSWERS),
        reason: words(500),
        order: z.object({ number: words(60), date: z.iso.date() }).nullable(),
        decider: numberAndPin,
      }),
    )
    .output(recorded),
  carrierTold: brought.input(file.extend({ to: words(120) })).output(recorded),
  /** The head of unit takes a decided refusal back; the record stays and says so. */
  reverseRefusal: brought.input(file.extend({ reason: words(500), decider: numberAndPin })).output(recorded),
  openOverstay: lane.input(z.object({ clearance: z.uuid() })).output(z.object({ file: z.uuid(), number: z.string() })),
  /** Decided by a supervisor, or by the head of unit where expulsion may be considered. */
  overstayMeasure: brought
    .input(
      file.extend({
        tier: z.number().int().min(1).max(99),
        fineVnd: z.number().int().min(0).max(1_000_000_000),
        mitigating: words(500).nullable(),
        expulsionToDepartment: z.boolean(),
        decider: numberAndPin,
      }),
    )
    .output(recorded),
  overstayMinutes: brought
    .input(file.extend({ signed: z.enum(['SIGNED', 'REFUSED_TO_SIGN']), witness: words(80).nullable() }))
    .output(recorded),
  /** The receipt's number, or null with the reason why nothing was paid. */
  overstayPayment: brought
    .input(file.extend({ receipt: words(40).nullable(), reason: words(300).nullable() }))
    .output(recorded),
  /** Ends a procedure that leads nowhere, such as of somebody who went back: decided as its measure would be, with a reason. */
  endOverstay: brought
    .errors(wrongState)
    .input(file.extend({ reason: words(500), decider: numberAndPin }))
    .output(recorded),
  /** Ends the procedure: paid, the way out is open; not paid, it stays closed. */
  closeOverstay: brought.input(file).errors(wrongState).output(recorded),
};
