import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base } from './base.ts';
import { laneName } from './lane_view.ts';

/**
 * What the traveller's screen of a lane may know: which of four sentences to show. It is the same for every person and
 * every reason, so that nothing can be read from it.
 */
export const travellerView = z.object({
  lane: laneName.pick({ id: true, training: true }),
  /** CLOSED: out of service. WELCOME: the next person. WAIT: somebody is being served. THANKS: shown after every decision. */
  moment: z.enum(['CLOSED', 'WELCOME', 'WAIT', 'THANKS']),
  since: z.number(),
});
export type TravellerView = z.infer<typeof travellerView>;

export const traveller = {
  watch: base.meta({ needs: 'WINDOW' }).output(eventIterator(travellerView)),
};
