import type { IndicatorFound } from './indicator.ts';
import type { Candidate, Neighbourhood } from './neighbourhood.ts';
import type { Sighting } from './sighting.ts';
import { ramp, type Thresholds } from './thresholds.ts';

const moved = ({ crossing, direction }: Sighting) =>
  ({ crossing, what: direction === 'ARRIVAL' ? 'ENTERED' : 'LEFT' }) as const;

/** In and out, or out and in, on one day, again and again. Who lives at the border is measured by another number. */
export function sameDayReturns(
  { seen }: Candidate,
  { own }: Neighbourhood,
  { sameDay }: Thresholds,
): IndicatorFound | null {
  const days = new Map<number, Sighting[]>();
  for (const one of [seen, ...own]) {
    // A crew turns round together; who carries something for others comes alone.
    if (one.party !== one.person || seen.day - one.day >= sameDay.windowDays) continue;
    days.set(one.day, [...(days.get(one.day) ?? []), one]);
  }
  const returns = [...days.values()].filter((day) => new Set(day.map(({ direction }) => direction)).size === 2);
  const strength = ramp(returns.length, seen.local ? sameDay.localDays : sameDay.days);
  if (strength === 0) return null;
  const evidence = returns.flat().filter(({ crossing }) => crossing !== seen.crossing);
  return { code: 'SAME_DAY_RETURNS', strength, evidence: evidence.map(moved), values: { days: returns.length } };
}

/** At another gate sooner than anyone can be there: two persons use one identity, or one crossing never happened. */
export function impossibleItinerary(
  { seen }: Candidate,
  { own }: Neighbourhood,
  { itinerary }: Thresholds,
): IndicatorFound | null {
  if (seen.gate === '') return null;
  const elsewhere = own.filter(({ gate, at }) => {
    const minutes = (seen.at - at) / 60_000;
    return gate !== '' && gate !== seen.gate && minutes < itinerary.minutesBetweenGates;
  });
  const [last] = elsewhere;
  if (last === undefined) return null;
  const minutes = Math.round((seen.at - last.at) / 60_000);
  return {
    code: 'IMPOSSIBLE_ITINERARY',
    strength: 1 - (minutes / itinerary.minutesBetweenGates) * 0.5,
    evidence: elsewhere.map(moved),
    values: { minutes },
  };
}
