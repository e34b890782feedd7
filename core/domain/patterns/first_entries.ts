import type { IndicatorFound } from './indicator.ts';
import type { Candidate, Neighbourhood } from './neighbourhood.ts';
import { ramp, type Thresholds } from './thresholds.ts';

/** Many persons come in for the first time on one sponsor in a short time, and the sponsor had few before. */
export function manyFirstEntries(
  { seen, keys }: Candidate,
  { own, sponsor, firstEntries }: Neighbourhood,
  { firstEntries: threshold }: Thresholds,
): IndicatorFound | null {
  if (keys.sponsor === null || seen.direction !== 'ARRIVAL') return null;
  // Parties would hide a busload under one roof name; persons are what a guarantee is given for.
  const fresh = new Map(firstEntries.map((one) => [one.person, one]));
  if (own.length === 0) fresh.set(seen.person, seen);
  const all = new Set([seen, ...sponsor].map(({ person }) => person));
  if (fresh.size / Math.max(1, all.size) < threshold.share) return null;
  const strength = ramp(fresh.size, threshold.persons);
  if (strength === 0) return null;
  return {
    code: 'MANY_FIRST_ENTRIES',
    strength,
    evidence: [...fresh.values()]
      .filter(({ crossing }) => crossing !== seen.crossing)
      .map(({ crossing }) => ({ crossing, what: 'FIRST_ENTRY' })),
    values: { persons: fresh.size, days: threshold.windowDays },
  };
}
