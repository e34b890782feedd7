import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, numberAndPin, pinErrors } from './base.ts';
import { incomingRules, ruleInWords, rulesVersion, rulesView } from './rules_view.ts';

const rulesFailed = { RULES_FAILED: { message: 'RULES_FAILED', data: z.object({ code: z.string() }) } };
const seeing = base.meta({ needs: 'SEE_RULES' }).errors(rulesFailed);
const changing = base.meta({ needs: 'CHANGE_RULES' }).errors(rulesFailed);
const noSuchOrder = { NO_SUCH_CHANGE: { message: 'NO_SUCH_CHANGE' } };

/** The law of entry and exit in this booth: what is in force, what another would change, and its change by two persons. */
export const rules = {
  watch: seeing.output(eventIterator(rulesView)),
  /** The rows of a table of a version that is kept here. */
  browse: seeing
    .input(z.object({ version: rulesVersion, table: z.string().min(1).max(60) }))
    .output(z.object({ rules: z.array(ruleInWords) })),
  /** The signed packages in the booth's drop folder, newest first. */
  incoming: changing.output(z.object({ files: z.array(incomingRules) })),
  /** Verifies a package and lays it beside the rules in force. The page names a file of `incoming`, never a path. */
  takeIn: changing.input(z.object({ file: z.string().min(1).max(200) })).output(z.object({ version: z.string() })),
  /** Judges the last recorded crossings by another version. One at a time; it changes nothing. */
  rehearse: seeing
    .input(z.object({ version: rulesVersion, last: z.int().min(1).max(10_000_000) }))
    .errors({ REHEARSAL_UNDER_WAY: { message: 'REHEARSAL_UNDER_WAY' } })
    .output(z.object({ rehearsal: z.uuid() })),
  stopRehearsal: seeing.input(z.object({ rehearsal: z.uuid() })).output(z.object({ stopped: z.boolean() })),
  /** Proposes to put a waiting version in force, or, with null, the one before. */
  order: changing
    .input(z.object({ version: rulesVersion.nullable() }))
    .errors({ CHANGE_UNDER_WAY: { message: 'CHANGE_UNDER_WAY' } })
    .output(z.object({ change: z.uuid() })),
  discard: changing
    .input(z.object({ change: z.uuid() }))
    .errors(noSuchOrder)
    .output(z.object({ discarded: z.literal(true) })),
  /** A head of unit who did not order it puts it in force by number and PIN. */
  confirm: changing
    .input(numberAndPin.extend({ change: z.uuid() }))
    .errors({
      ...noSuchOrder,
      ...pinErrors,
      SAME_PERSON: { message: 'SAME_PERSON' },
      NOT_HEAD_OF_UNIT: { message: 'NOT_HEAD_OF_UNIT' },
    })
    .output(z.object({ inForce: z.literal(true) })),
};
