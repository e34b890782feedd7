import type { CheckId } from '../clearance/check.ts';
import type { Clearance } from '../clearance/clearance.ts';
import type { Demand, DemandId, EventList, InForce, Posture } from './posture.ts';

/** What the posture asks of one clearance beyond what it asks already. */
export interface Raise {
  readonly postures: readonly Posture[];
  readonly mandatory: readonly CheckId[];
  readonly demands: readonly Demand[];
}

type Traveller = Pick<Clearance, 'draw' | 'postures' | 'mandatory' | 'demands' | 'document' | 'travel'>;

const plain = (flight: string): string => flight.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase();

/** Whether an event's list means this traveller. An event without lists means everybody. */
function listed({ document, travel }: Traveller, event: EventList | null): boolean {
  if (event === null || (event.nationalities.length === 0 && event.flights.length === 0)) return true;
  if (event.nationalities.includes(document.nationality)) return true;
  const flight = travel.flight?.value.number;
  return flight !== undefined && event.flights.some((one) => plain(one) === plain(flight));
}

function demanded(traveller: Traveller, { profile, order }: InForce): readonly DemandId[] {
  return profile.demands
    .filter(
      ({ oneIn, of }) =>
        traveller.draw % oneIn === 0 && (of === 'EVERYBODY' || listed(traveller, order?.event ?? null)),
    )
    .map(({ demand }) => demand);
}

const without = <T>(all: readonly T[], known: readonly T[]): T[] =>
  [...new Set(all)].filter((one) => !known.includes(one));

/**
 * What is in force asks more of this clearance than it was asked so far; null: nothing more. An open clearance keeps what it
 * was opened with, so that no demand is waited out; a raise reaches it at once, because what it answers may be standing at
 * this counter.
 */
export function raiseOf(traveller: Traveller, inForce: readonly InForce[]): Raise | null {
  const postures = without(
    inForce.map(({ profile }) => profile.profile).filter((one) => one !== 'NORMAL'),
    traveller.postures,
  );
  const mandatory = without(
    inForce.flatMap(({ profile }) => profile.mandatory),
    traveller.mandatory,
  );
  const known = traveller.demands.map(({ demand }) => demand);
  const demands = without(
    inForce.flatMap((one) => demanded(traveller, one)),
    known,
  );
  if (postures.length + mandatory.length + demands.length === 0) return null;
  return {
    postures: [...traveller.postures, ...postures],
    mandatory: [...traveller.mandatory, ...mandatory],
    demands: [...traveller.demands, ...demands.map((demand) => ({ demand, met: null }))],
  };
}
