import type { IndicatorCode, IndicatorFound } from './indicator.ts';
import type { Candidate } from './neighbourhood.ts';
import { troubleAmong } from './shared.ts';
import type { Sighting } from './sighting.ts';
import { type MixedThreshold, ramp, type Thresholds } from './thresholds.ts';

/**
 * One phone or house given by persons of many nationalities who did not travel together. More persons than a private value
 * has are an agency or an inn, of which this says nothing.
 */
export function mixedNationalities(
  code: IndicatorCode,
  { seen }: Candidate,
  others: readonly Sighting[],
  threshold: MixedThreshold,
  crowd: Thresholds['crowd'],
): IndicatorFound | null {
  const all = [seen, ...others];
  const persons = new Map<number, Sighting>();
  for (const one of all) if (!persons.has(one.person)) persons.set(one.person, one);
  const parties = new Set(all.map(({ party }) => party));
  if (persons.size > threshold.mostPersons || parties.size < threshold.parties) return null;
  // Each nationality is counted once a party: a mixed family is no more than one party's.
  const first = new Map<string, Sighting>();
  const told = new Set<number>();
  for (const one of persons.values()) {
    if (told.has(one.party) || first.has(one.nationality)) continue;
    told.add(one.party);
    first.set(one.nationality, one);
  }
  const weight = troubleAmong(others, seen) >= crowd.trouble ? 1 : crowd.withoutTrouble;
  const strength = weight * ramp(first.size, threshold.nationalities);
  if (strength === 0) return null;
  return {
    code,
    strength,
    evidence: [...first.values()]
      .filter(({ crossing }) => crossing !== seen.crossing)
      .map(({ crossing, direction }) => ({ crossing, what: direction === 'ARRIVAL' ? 'ENTERED' : 'LEFT' })),
    values: { persons: persons.size, nationalities: first.size },
  };
}
