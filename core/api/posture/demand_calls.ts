import type { ClearanceEvent } from '../../domain/clearance/clearance.ts';
import { type Answerer, secondRefused } from '../../domain/clearance/who_answers.ts';
import type { Api, ApiParts } from '../authorise.ts';
import { openCase, type StepErrors } from '../hit_calls.ts';
import { pinRefused } from '../pin_refused.ts';
import type { Committed } from '../run_clearance.ts';

/** The officer confirms what the posture asks of the open clearance; some of it needs a second officer at the desk. */
export function demandCalls(
  api: Api,
  { lane, signIns }: ApiParts,
  send: (clearance: string, event: ClearanceEvent, errors: StepErrors) => Promise<Committed>,
) {
  return {
    meetDemand: api.lane.meetDemand.handler(async ({ input, context, errors }) => {
      const { clearance, demand, second: shown } = input;
      const { demands } = openCase(lane, clearance, errors);
      if (!demands.some((one) => one.demand === demand && one.met === null))
        throw errors.WRONG_STATE({ data: { why: 'NO_SUCH_DEMAND' } });
      const first: Answerer = { number: context.officer?.number ?? '', roles: context.officer?.roles ?? [] };
      let second: Answerer | null = null;
      if (demand === 'SECOND_OFFICER') {
        if (shown === undefined) throw errors.SECOND_PERSON_NEEDED();
        const known = await signIns.secondPerson(context, shown);
        if (!known.ok) throw pinRefused(known.error, errors);
        const refused = secondRefused('OFFICER', first, known.value);
        if (refused === 'SAME_PERSON') throw errors.SECOND_PERSON_IS_FIRST();
        if (refused !== null) throw errors.SECOND_PERSON_ROLE({ data: { needed: 'OFFICER' } });
        second = known.value;
      }
      const met = { demand, at: lane.context.clock.now(), by: first.number, second: second?.number ?? null };
      await send(clearance, { type: 'DEMAND_MET', ...met }, errors);
      return { met: true as const };
    }),
  };
}
