import type { EvidenceFound, IndicatorCode, IndicatorFound } from './indicator.ts';
import type { Candidate } from './neighbourhood.ts';
import { LISTED, OVERSTAYED, REFUSED, type Sighting } from './sighting.ts';
import { ramp, type SharedThreshold } from './thresholds.ts';

/** One-sided, 95 per cent. */
const Z = 1.645;

/**
 * The lower bound of a share by Wilson's score interval (https://doi.org/10.1080/01621459.1927.10502953): three of twelve
 * say more than one of four, and three of three hundred say nothing.
 */
export function shareAtLeast(troubled: number, all: number): number {
  if (all === 0) return 0;
  const share = troubled / all;
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * all)) / all);
  return Math.max(0, (share + Z ** 2 / (2 * all) - spread) / (1 + Z ** 2 / all));
}

/** The gravest trouble of a crossing, as evidence says it. */
export function troubleWord(trouble: number): EvidenceFound['what'] {
  if ((trouble & LISTED) !== 0) return 'LISTED';
  if ((trouble & REFUSED) !== 0) return 'REFUSED';
  return (trouble & OVERSTAYED) !== 0 ? 'OVERSTAYED' : 'ENTERED';
}

/**
 * Something shared with persons who were refused, found on a list or overstayed. Parties are counted, not persons: a family
 * with one stay gone wrong is one case. The candidate's own party never counts for or against it.
 */
export function sharedWith(
  code: IndicatorCode,
  { seen }: Candidate,
  others: readonly Sighting[],
  threshold: SharedThreshold,
  by: 'party' | 'person' = 'party',
): IndicatorFound | null {
  const foreign = others.filter((one) => one.person !== seen.person && (by === 'person' || one.party !== seen.party));
  const all = new Set(foreign.map((one) => one[by]));
  // One line of evidence a party: its newest trouble.
  const troubled = new Map<number, Sighting>();
  for (const one of foreign) if (one.trouble !== 0 && !troubled.has(one[by])) troubled.set(one[by], one);
  if (troubled.size < threshold.parties) return null;
  const strength = ramp(shareAtLeast(troubled.size, all.size), [threshold.floor, threshold.full]);
  return {
    code,
    strength,
    evidence: [...troubled.values()].map(({ crossing, trouble }) => ({ crossing, what: troubleWord(trouble) })),
    values: { troubled: troubled.size, all: all.size },
  };
}
