import type { StatedFacts } from '../../contract/facts_view.ts';
import { may } from '../domain/access/permissions.ts';
import type { Clearance } from '../domain/clearance/clearance.ts';
import { CONFIRMING, type Confirmer, confirmerOf } from '../domain/clearance/confirmed_facts.ts';
import type { Lane } from './lane.ts';
import { entry } from './lane_context.ts';
import type { NumberAndPin } from './pin_check.ts';
import { type PinErrors, pinRefused } from './pin_refused.ts';
import type { SignIns } from './sign_ins.ts';
import type { Caller } from './window.ts';

interface ConfirmErrors extends PinErrors {
  CONFIRMATION_NEEDED(options: { data: { by: Confirmer } }): Error;
  CONFIRMATION_ROLE(options: { data: { by: Confirmer } }): Error;
  SECOND_PERSON_IS_FIRST(): Error;
}

/**
 * The number of the second person who stands for a statement that needs one; null where none does. Throws the call's declared
 * errors; who lacks the right leaves a CALL_REFUSED in the journal.
 */
export async function confirmedBy(
  { lane, signIns }: { readonly lane: Lane; readonly signIns: SignIns },
  {
    clearance,
    facts,
    first,
    second,
    caller,
  }: {
    readonly clearance: Clearance;
    readonly facts: StatedFacts;
    readonly first: string;
    readonly second: NumberAndPin | undefined;
    readonly caller: Caller;
  },
  errors: ConfirmErrors,
): Promise<string | null> {
  const by = confirmerOf(facts, lane.context.settings.law.visaAtGateBy);
  if (by === null) return null;
  if (second === undefined) throw errors.CONFIRMATION_NEEDED({ data: { by } });
  const known = await signIns.secondPerson(caller, second);
  if (!known.ok) throw pinRefused(known.error, errors);
  const { number, roles } = known.value;
  if (number === first) throw errors.SECOND_PERSON_IS_FIRST();
  if (may(roles, CONFIRMING[by])) return number;
  await lane.context.records.commit({
    entries: [entry(lane.context, 'CALL_REFUSED', number, clearance, { call: caller.call })],
  });
  throw errors.CONFIRMATION_ROLE({ data: { by } });
}
