import type { IndicatorFound } from './indicator.ts';
import type { Candidate, Neighbourhood } from './neighbourhood.ts';
import type { Sighting } from './sighting.ts';
import { ramp, type Thresholds } from './thresholds.ts';

/**
 * Came in with children who did not leave when this person left: trips are counted, so that brothers and sisters are one,
 * and a child who follows within days was never left. One child who stays may be visiting; child after child is a sign of
 * trafficking (Palermo Protocol Art 3(c)).
 */
export function childLeftBehind(
  { seen }: Candidate,
  { own, children }: Neighbourhood,
  { child }: Thresholds,
): IndicatorFound | null {
  const departures = [seen, ...own].filter(({ direction }) => direction === 'DEPARTURE');
  const arrivals = own.filter(({ direction }) => direction === 'ARRIVAL');
  const behind: Sighting[] = [];
  const trips = new Set<number>();
  for (const came of children) {
    if (came.direction !== 'ARRIVAL') continue;
    const trip = arrivals.find(({ day }) => day === came.day);
    if (trip === undefined) continue;
    // The nearest departure after that arrival: departures stand newest first.
    const left = departures.filter(({ at }) => at > trip.at).at(-1);
    if (left === undefined || seen.day - left.day < child.daysBehind) continue;
    const followed = children.some(
      ({ person, direction, at, day }) =>
        person === came.person && direction === 'DEPARTURE' && at > came.at && day - left.day < child.daysBehind,
    );
    if (followed) continue;
    trips.add(trip.day);
    behind.push(came);
  }
  const strength = ramp(trips.size, child.trips);
  if (strength === 0) return null;
  return {
    code: 'CHILD_LEFT_BEHIND',
    strength,
    evidence: behind.map(({ crossing }) => ({ crossing, what: 'CAME_WITH_CHILD' })),
    values: { trips: trips.size, children: new Set(behind.map(({ person }) => person)).size },
  };
}
