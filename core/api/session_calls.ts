import type { Api, ApiParts } from './authorise.ts';
import { worksAtLane } from './sign_ins.ts';

export function sessionCalls(api: Api, { lane, signIns }: ApiParts) {
  return {
    watch: api.session.watch.handler(async function* ({ signal, context }) {
      for await (const view of lane.boothLive.follow(signal)) {
        // Another window's officer is nobody's business here.
        yield { ...view, signedIn: signIns.officerAt(context.window.windowId) };
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
      switch (signedIn.error.code) {
        case 'LOGIN_WRONG':
          throw errors.LOGIN_WRONG({ data: { attemptsLeft: signedIn.error.attemptsLeft } });
        case 'LOGIN_LOCKED':
          throw errors.LOGIN_LOCKED({ data: { until: signedIn.error.until } });
        case 'STORE_FAILED':
          throw errors.STORE_FAILED({ data: { code: signedIn.error.problem.code } });
      }
    }),

    signOut: api.session.signOut.handler(async ({ context }) => ({
      signedOut: await signIns.signOut(context.window.windowId),
    })),
  };
}
