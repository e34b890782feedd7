import type { IndicatorFound } from './indicator.ts';
import type { Candidate, Neighbourhood } from './neighbourhood.ts';
import { troubleAmong } from './shared.ts';
import { ramp, type Thresholds } from './thresholds.ts';

/** Many persons come in for the first time on one sponsor in a short time, and the sponsor had few before. */
export function manyFirstEntries(
  { seen, keys }: Candidate,
  { own, sponsor, firstEntries }: Neighbourhood,
  { firstEntries: threshold, crowd }: Thresholds,
): IndicatorFound | null {
  if (keys.sponsor === null || seen.direction !== 'ARRIVAL') return null;
  // A busload under one tour is one party.
  const fresh = new Map(firstEntries.map((one) => [one.party, one]));
  if (own.length === 0) fresh.set(seen.party, seen);
  const all = new Set([seen, ...sponsor].map(({ party }) => party));
  if (fresh.size / all.size < threshold.share) return null;
  const weight = troubleAmong(sponsor, seen) >= crowd.trouble ? 1 : crowd.withoutTrouble;
  const strength = weight * ramp(fresh.size, threshold.parties);
  if (strength === 0) return null;
  return {
    code: 'MANY_FIRST_ENTRIES',
    strength,
    evidence: [...fresh.values()]
      .filter(({ crossing }) => crossing !== seen.crossing)
      .map(({ crossing }) => ({ crossing, what: 'FIRST_ENTRY' })),
    values: { parties: fresh.size, days: threshold.windowDays },
  };
}
