import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../domain/access/permissions.ts';
import { beginRegistration } from './access/access_calls.ts';
import type { FactorProblem } from './access/second_factor.ts';
import type { Api, ApiParts } from './authorise.ts';
import type { Lane } from './lane.ts';
import { pinRefused } from './pin_refused.ts';
import { worksAtLane } from './sign_ins.ts';

/** Only who may call is told by which keys. */
function silentCall(lane: Lane, { number, roles }: LaneView['officer']): BoothView['silentCall'] {
  if (!may(roles, 'CALL_INCIDENT')) return { chord: [], heard: false };
  return { chord: [...lane.context.settings.incident.silentChord], heard: lane.incidents.heard(number) };
}

interface KeyRefusals {
  STORE_FAILED(options: { data: { code: string } }): Error;
  SECOND_FACTOR_WRONG(): Error;
}

const keyRefused = (problem: FactorProblem, errors: KeyRefusals): Error =>
  problem.code === 'STORE_FAILED'
    ? errors.STORE_FAILED({ data: { code: problem.problem.code } })
    : errors.SECOND_FACTOR_WRONG();

export function sessionCalls(api: Api, parts: ApiParts) {
  const { lane, signIns, secondFactor } = parts;
  return {
    watch: api.session.watch.handler(async function* ({ signal, context }) {
      for await (const view of lane.boothLive.follow(signal)) {
        // Another window's officer is nobody's business here.
        const signedIn = signIns.officerAt(context.window.windowId);
        yield signedIn === null ? { ...view, signedIn } : { ...view, signedIn, silentCall: silentCall(lane, signedIn) };
      }
    }),

    signIn: api.session.signIn.handler(async ({ input, context, errors }) => {
      const signedIn = await signIns.signIn(context, input);
      if (!signedIn.ok) throw pinRefused(signedIn.error, errors);
      if (context.window.role === 'officer' && worksAtLane(signedIn.value.officer)) lane.setDirection(input.direction);
      lane.publish();
      return signedIn.value;
    }),

    showKey: api.session.showKey.handler(async ({ input, context, errors }) => {
      const shown = await secondFactor.show(context.window, input.response);
      if (shown.ok) return { shown: true as const };
      throw keyRefused(shown.error, errors);
    }),

    registerKey: api.session.registerKey.handler(async ({ input, context, errors }) => {
      if (secondFactor.policy === 'OFF') throw errors.KEYS_OFF();
      // Whoever is signed in registers keys of their own, at their desk.
      if (signIns.officerAt(context.window.windowId) !== null) throw errors.WRONG_STATE();
      const holder = await signIns.holder(input.person);
      if (!holder.ok) throw pinRefused(holder.error, errors);
      const { name, lost, second } = input;
      const asked = { holder: holder.value.number, by: null, name, lost, second };
      return beginRegistration(parts, context, asked, errors);
    }),

    keepKey: api.session.keepKey.handler(async ({ input, context, errors }) => {
      const by = signIns.officerAt(context.window.windowId)?.number ?? null;
      const kept = await secondFactor.registered(context.window, by, input.response);
      if (!kept.ok) throw keyRefused(kept.error, errors);
      lane.publish();
      return kept.value;
    }),

    signOut: api.session.signOut.handler(async ({ context }) => ({
      signedOut: await signIns.signOut(context.window.windowId),
    })),
  };
}
