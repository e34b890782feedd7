/** The four sentences of a traveller's screen. */
export type TravellerMoment = 'CLOSED' | 'WELCOME' | 'WAIT' | 'THANKS';

/** How long thanks stand after a decision, in ms; the same after every one. */
export const THANKS_MS = 4_000;

export interface LaneMoment {
  /** Out of service, or nobody works at the lane. */
  readonly closed: boolean;
  /** A clearance is open, or the lane takes no document for a moment. */
  readonly occupied: boolean;
  readonly lastDecisionAt: number | null;
}

/** What the traveller's screen says. It knows that something was decided, never what. */
export function travellerMoment({ closed, occupied, lastDecisionAt }: LaneMoment, now: number): TravellerMoment {
  if (occupied) return 'WAIT';
  if (lastDecisionAt !== null && now - lastDecisionAt < THANKS_MS && now >= lastDecisionAt) return 'THANKS';
  return closed ? 'CLOSED' : 'WELCOME';
}
