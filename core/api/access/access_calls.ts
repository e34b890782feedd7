import type { KeysView } from '../../../contract/access.ts';
import { may } from '../../domain/access/permissions.ts';
import type { CeremonyOptions } from '../../ports/security_keys.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { entry } from '../lane_context.ts';
import type { NumberAndPin } from '../pin_check.ts';
import { type PinErrors, pinRefused } from '../pin_refused.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import type { Caller } from '../window.ts';

interface KeyErrors extends PinErrors {
  KEY_CONFIRMER_NEEDED(): Error;
  SAME_PERSON(): Error;
  TOO_MANY_KEYS(): Error;
}

/** The number of who stands by; throws the declared errors. Nobody confirms a key of their own. */
async function confirmer(
  { lane, signIns }: ApiParts,
  caller: Caller,
  asked: { readonly second: NumberAndPin; readonly holder: string },
  errors: Pick<KeyErrors, keyof PinErrors | 'KEY_CONFIRMER_NEEDED' | 'SAME_PERSON'>,
): Promise<string> {
  const known = await signIns.secondPerson(caller, asked.second, 'STANDS');
  if (!known.ok) throw pinRefused(known.error, errors);
  const { number, roles } = known.value;
  if (number !== asked.holder && may(roles, 'CONFIRM_KEYS')) return number;
  const refused = entry(lane.context, 'CALL_REFUSED', number, null, { call: caller.call });
  await lane.context.records.commit({ entries: [refused] });
  throw number === asked.holder ? errors.SAME_PERSON() : errors.KEY_CONFIRMER_NEEDED();
}

/** Begins a registration that two persons stand for. `by`: who is signed in at the window, or null at a locked one. */
export async function beginRegistration(
  parts: ApiParts,
  caller: Caller,
  asked: {
    readonly holder: string;
    readonly by: string | null;
    readonly name: string;
    readonly lost: boolean;
    readonly second: NumberAndPin;
  },
  errors: KeyErrors,
): Promise<{ options: CeremonyOptions }> {
  const { holder, by, name, lost } = asked;
  const confirmedBy = await confirmer(parts, caller, asked, errors);
  const begun = await parts.secondFactor.askToRegister(caller.window, { number: holder, name, lost, confirmedBy, by });
  if (begun.ok) return { options: begun.value };
  if (begun.error.code === 'STORE_FAILED') throw errors.STORE_FAILED({ data: { code: begun.error.problem.code } });
  throw errors.TOO_MANY_KEYS();
}

/** The security keys of whoever is signed in: seen, registered, removed. */
export function accessCalls(api: Api, parts: ApiParts) {
  const { lane, signIns, secondFactor } = parts;
  // Whoever may call at all is signed in; the name is theirs, never one the page says.
  const me = ({ officer }: { readonly officer: { readonly number: string } | null }): string => officer?.number ?? '';

  return {
    watch: api.access.watch.handler(async function* ({ signal, context, errors }) {
      for await (const _ of whileSignedIn(signIns, context, lane.boothLive.follow(signal))) {
        const known = await secondFactor.keysOf(me(context));
        if (!known.ok) throw errors.STORE_FAILED({ data: { code: known.error.code } });
        const keys: KeysView['keys'] = known.value.map(
          ({ number: _number, publicKey: _key, counter: _count, ...one }) => one,
        );
        yield { policy: secondFactor.policy, keys };
      }
    }),

    registerKey: api.access.registerKey.handler(async ({ input, context, errors }) => {
      if (secondFactor.policy === 'OFF') throw errors.KEYS_OFF();
      const holder = me(context);
      return beginRegistration(parts, context, { ...input, holder, by: holder, lost: false }, errors);
    }),

    removeKey: api.access.removeKey.handler(async ({ input, context, errors }) => {
      const holder = me(context);
      const confirmedBy = await confirmer(parts, context, { second: input.second, holder }, errors);
      const removed = await secondFactor.remove(holder, input.key, confirmedBy);
      if (!removed.ok) throw errors.STORE_FAILED({ data: { code: removed.error.code } });
      lane.publish();
      return { removed: removed.value };
    }),
  };
}
