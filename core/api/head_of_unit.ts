import { may, type Permission } from '../domain/access/permissions.ts';
import type { Lane } from './lane.ts';
import { entry } from './lane_context.ts';
import type { NumberAndPin } from './pin_check.ts';
import { type PinErrors, pinRefused } from './pin_refused.ts';
import type { SignIns } from './sign_ins.ts';
import type { Caller } from './window.ts';

export interface HeadErrors extends PinErrors {
  HEAD_OF_UNIT_NEEDED(): Error;
}

/**
 * The number of the head of unit who stands for an act with number and PIN at this window, whoever is signed in. Throws the
 * call's declared errors; who lacks the right leaves a CALL_REFUSED in the journal.
 */
export async function headOfUnit(
  { lane, signIns }: { readonly lane: Lane; readonly signIns: SignIns },
  asked: { readonly head: NumberAndPin; readonly act: Permission; readonly caller: Caller },
  errors: HeadErrors,
): Promise<string> {
  const known = await signIns.secondPerson(asked.caller, asked.head);
  if (!known.ok) throw pinRefused(known.error, errors);
  const { number, roles } = known.value;
  if (may(roles, asked.act)) return number;
  await lane.context.records.commit({
    entries: [entry(lane.context, 'CALL_REFUSED', number, null, { call: asked.caller.call })],
  });
  throw errors.HEAD_OF_UNIT_NEEDED();
}
