import type { TravellerView } from '../../contract/traveller.ts';

/** What the traveller's screen shows: a moment of the lane, or that the booth is not heard. */
export type Moment = TravellerView['moment'] | 'lost';
