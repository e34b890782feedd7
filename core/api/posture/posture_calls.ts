import type { Api, ApiParts } from '../authorise.ts';
import { headOfUnit } from '../head_of_unit.ts';
import { whileSignedIn } from '../while_signed_in.ts';
import { postureView } from './posture_view.ts';
import type { PostureProblem } from './postures.ts';

/** The postures of the unit: seen by the head, set and ended by the head's number and PIN. */
export function postureCalls(api: Api, parts: ApiParts) {
  const { lane } = parts;
  const { postures } = lane;
  const storeFailed = (problem: PostureProblem, errors: { STORE_FAILED(o: { data: { code: string } }): Error }) =>
    errors.STORE_FAILED({ data: { code: problem.code === 'STORE_FAILED' ? problem.problem.code : 'STORE_IO' } });
  return {
    watch: api.posture.watch.handler(async function* ({ signal, context }) {
      const followed = whileSignedIn(parts.signIns, context, lane.boothLive.follow(signal));
      for await (const { value: booth } of followed) {
        yield postureView(postures, lane.context.clock.now(), booth.posture.since);
      }
    }),

    set: api.posture.set.handler(async ({ input, context: caller, errors }) => {
      const { head, ...given } = input;
      const setBy = await headOfUnit(parts, { head, act: 'SET_POSTURE', caller }, errors);
      const made = await postures.set({ ...given, setBy });
      if (made.ok) return { order: made.value.id };
      if (made.error.code === 'REFUSED') throw errors.POSTURE_REFUSED({ data: { why: made.error.why } });
      throw storeFailed(made.error, errors);
    }),

    end: api.posture.end.handler(async ({ input, context: caller, errors }) => {
      const by = await headOfUnit(parts, { head: input.head, act: 'SET_POSTURE', caller }, errors);
      const ended = await postures.end(input.order, by, input.reason);
      if (ended.ok) return { ended: true as const };
      if (ended.error.code === 'STORE_FAILED') throw storeFailed(ended.error, errors);
      throw errors.NO_SUCH_POSTURE();
    }),
  };
}
