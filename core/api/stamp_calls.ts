import { may } from '../domain/access/permissions.ts';
import type { Api, ApiParts } from './authorise.ts';
import { entry } from './lane_context.ts';
import { pinRefused } from './pin_refused.ts';

/** The order about stamps, given at this window by number and PIN of who leads the shift, whoever is signed in. */
export function stampCalls(api: Api, { lane, signIns }: ApiParts) {
  return {
    orderStamp: api.lane.orderStamp.handler(async ({ input, context, errors }) => {
      if (lane.memory.connection.state !== 'OFFLINE') throw errors.NETWORK_THERE();
      const known = await signIns.secondPerson(context, input.giver);
      if (!known.ok) throw pinRefused(known.error, errors);
      const { number, roles } = known.value;
      if (!may(roles, 'SUPERVISE')) {
        await lane.context.records.commit({
          entries: [entry(lane.context, 'CALL_REFUSED', number, null, { call: 'lane.orderStamp' })],
        });
        throw errors.CONFIRMATION_ROLE({ data: { by: 'supervisor' } });
      }
      const given = await lane.stampOrders.give(input.rule, number);
      if (!given.ok) throw errors.STORE_FAILED({ data: { code: given.error.code } });
      lane.publish();
      return { recorded: true as const };
    }),
  };
}
