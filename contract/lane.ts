import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { CONFIRMERS } from '../core/domain/clearance/confirmed_facts.ts';
import { STAMP_RULES } from '../core/domain/clearance/stamp_order.ts';
import { STATED_WRONG } from '../core/domain/clearance/stated_wrong.ts';
import { CODE_KINDS } from '../core/domain/travel/scanned_code.ts';
import { base, numberAndPin, pinErrors } from './base.ts';
import { statedFacts } from './facts_view.ts';
import { hitAnswer, secondPersonNeeded, undoReason } from './hit_view.ts';
import { laneView, lastDecision, reasonCode } from './lane_view.ts';
import { demandId } from './posture_view.ts';

const caseId = z.object({ clearance: z.uuid() });
const wrongState = { WRONG_STATE: { message: 'WRONG_STATE', data: z.object({ why: z.string() }) } };
const officer = base.meta({ needs: 'WORK_LANE' }).errors(wrongState);
/** The lane takes no document: it is out of service, or its device settings are on trial. */
const laneClosed = { LANE_CLOSED: { message: 'LANE_CLOSED' } };

/** The officer's lane: one stream out, commands in. Every command names the case it means, so that a late key never hits the next traveller. */
export const lane = {
  watch: officer.output(eventIterator(laneView)),
  /** Reads the document on the reader once more. */
  reread: officer
    .errors({ DEVICE_FAILED: { message: 'DEVICE_FAILED', data: z.object({ code: z.string() }) }, ...laneClosed })
    .output(z.object({ armed: z.boolean() })),
  /** An MRZ typed by hand; keyed twice, both must be equal. */
  typeIn: officer
    .input(
      z.object({ lines: z.array(z.string().max(48)).min(2).max(3), again: z.array(z.string().max(48)).min(2).max(3) }),
    )
    .errors({
      TYPED_TWICE_DIFFERS: { message: 'TYPED_TWICE_DIFFERS', data: z.object({ line: z.number() }) },
      MRZ_UNREADABLE: { message: 'MRZ_UNREADABLE' },
      ...laneClosed,
    })
    .output(z.object({ clearance: z.uuid() })),
  /** "Different" may need a second person (hitView.secondPerson), who confirms with number and PIN at this desk. */
  compare: officer
    .input(caseId.extend({ hit: z.string().max(200), answer: hitAnswer, second: numberAndPin.optional() }))
    .errors({
      DIFFERENT_NEEDS_STRONG_FIELDS: {
        message: 'DIFFERENT_NEEDS_STRONG_FIELDS',
        data: z.object({ found: z.number() }),
      },
      SECOND_PERSON_NEEDED: { message: 'SECOND_PERSON_NEEDED' },
      SECOND_PERSON_IS_FIRST: { message: 'SECOND_PERSON_IS_FIRST' },
      SECOND_PERSON_ROLE: { message: 'SECOND_PERSON_ROLE', data: z.object({ needed: secondPersonNeeded }) },
      ...pinErrors,
    })
    .output(z.object({ recorded: z.literal(true) })),
  /** Takes back an earlier "different person" that still holds: the entry asks again. */
  undoExclusion: officer
    .input(caseId.extend({ hit: z.string().max(200), reason: undoReason }))
    .output(z.object({ undone: z.literal(true) })),
  /**
   * States facts of the journey: papers shown, answers given. The law is asked anew at once. A visa granted at the gate and a
   * permission to leave in spite of a suspension need a second person (core/domain/clearance/confirmed_facts.ts).
   */
  state: officer
    .input(caseId.extend({ facts: statedFacts, second: numberAndPin.optional() }))
    .errors({
      FACTS_WRONG: { message: 'FACTS_WRONG', data: z.object({ what: z.enum(STATED_WRONG) }) },
      CONFIRMATION_NEEDED: { message: 'CONFIRMATION_NEEDED', data: z.object({ by: z.enum(CONFIRMERS) }) },
      CONFIRMATION_ROLE: { message: 'CONFIRMATION_ROLE', data: z.object({ by: z.enum(CONFIRMERS) }) },
      SECOND_PERSON_IS_FIRST: { message: 'SECOND_PERSON_IS_FIRST' },
      ...pinErrors,
    })
    .output(z.object({ recorded: z.literal(true) })),
  /** A boarding pass, or the code of a declaration, typed at the desk as if it were scanned: what it says becomes facts. */
  presentCode: officer
    .input(caseId.extend({ text: z.string().min(1).max(1000) }))
    .errors({
      /** Nothing was recorded: what it is, and that it led to nothing. */
      CODE_SAYS_NOTHING: {
        message: 'CODE_SAYS_NOTHING',
        data: z.object({ what: z.enum(['pass', 'declaration', 'vneid', 'unknown']) }),
      },
    })
    .output(z.object({ kind: z.enum(CODE_KINDS) })),
  /** Confirms that what the posture demands was done; SECOND_OFFICER needs another officer's number and PIN. */
  meetDemand: officer
    .input(caseId.extend({ demand: demandId, second: numberAndPin.optional() }))
    .errors({
      SECOND_PERSON_NEEDED: { message: 'SECOND_PERSON_NEEDED' },
      SECOND_PERSON_IS_FIRST: { message: 'SECOND_PERSON_IS_FIRST' },
      SECOND_PERSON_ROLE: { message: 'SECOND_PERSON_ROLE', data: z.object({ needed: secondPersonNeeded }) },
      ...pinErrors,
    })
    .output(z.object({ met: z.literal(true) })),
  /** Whether documents are stamped while there is no network, by order of who leads the shift. */
  orderStamp: officer
    .input(z.object({ rule: z.enum(STAMP_RULES), giver: numberAndPin }))
    .errors({
      /** With the network there the unit's setting holds. */
      NETWORK_THERE: { message: 'NETWORK_THERE' },
      CONFIRMATION_ROLE: { message: 'CONFIRMATION_ROLE', data: z.object({ by: z.enum(CONFIRMERS) }) },
      ...pinErrors,
    })
    .output(z.object({ recorded: z.literal(true) })),
  note: officer
    .input(caseId.extend({ text: z.string().trim().min(1).max(500) }))
    .output(z.object({ recorded: z.literal(true) })),
  clear: officer.input(caseId).output(lastDecision),
  refer: officer.input(caseId.extend({ reasons: z.array(reasonCode).min(1).max(8) })).output(lastDecision),
  abandon: officer.input(caseId.extend({ reasons: z.array(reasonCode).min(1).max(8) })).output(lastDecision),
};
