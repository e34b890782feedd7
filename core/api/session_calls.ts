import type { LaneView } from '../../contract/lane_view.ts';
import type { BoothView } from '../../contract/session.ts';
import { may } from '../domain/access/permissions.ts';
import type { Api, ApiParts } from './authorise.ts';
import type { Lane } from './lane.ts';
import { pinRefused } from './pin_refused.ts';
import { worksAtLane } from './sign_ins.ts';

/** Only who may call is told by which keys. */
function silentCall(lane: Lane, { number, roles }: LaneView['officer']): BoothView['silentCall'] {
  if (!may(roles, 'CALL_INCIDENT')) return { chord: [], heard: false };
  return { chord: [...lane.context.settings.incident.silentChord], heard: lane.incidents.heard(number) };
}

export function sessionCalls(api: Api, { lane, signIns }: ApiParts) {
  return {
    watch: api.session.watch.handler(async function* ({ signal, context }) {
      for await (const view of lane.boothLive.follow(signal)) {
        // Another window's officer is nobody's business here.
        const signedIn = signIns.officerAt(context.window.windowId);
        yield signedIn === null ? { ...view, signedIn } : { ...view, signedIn, silentCall: silentCall(lane, signedIn) };
      }
    }),

    signIn: api.session.signIn.handler(async ({ input, context, errors }) => {
      const signedIn = await signIns.signIn(context.window, input);
      if (signedIn.ok) {
        if (context.window.role === 'officer' && worksAtLane(signedIn.value.officer))
          lane.setDirection(input.direction);
        lane.publish();
        return signedIn.value;
      }
      throw pinRefused(signedIn.error, errors);
    }),

    signOut: api.session.signOut.handler(async ({ context }) => ({
      signedOut: await signIns.signOut(context.window.windowId),
    })),
  };
}
