/** A pair of names, whether they are one, and how alike a subject found them. */
export interface Scored {
  readonly isMatch: boolean;
  readonly score: number;
}

export interface Counts {
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
}

export function countsAt(pairs: readonly Scored[], threshold: number): Counts {
  const said = pairs.filter((pair) => pair.score >= threshold);
  const found = said.filter((pair) => pair.isMatch).length;
  return { found, missed: pairs.filter((pair) => pair.isMatch).length - found, wrong: said.length - found };
}

export const precision = ({ found, wrong }: Counts) => (found + wrong === 0 ? 1 : found / (found + wrong));
export const recall = ({ found, missed }: Counts) => (found + missed === 0 ? 1 : found / (found + missed));

export function f1(counts: Counts): number {
  const { found, missed, wrong } = counts;
  return found === 0 ? 0 : (2 * found) / (2 * found + missed + wrong);
}

/** The one threshold at which the harmonic mean of precision and recall over all pairs is best. */
export function bestThreshold(pairs: readonly Scored[]): number {
  const candidates = [...new Set(pairs.map((pair) => pair.score))].filter((score) => score > 0);
  let best = 1;
  let bestF1 = -1;
  for (const threshold of candidates) {
    const value = f1(countsAt(pairs, threshold));
    if (value > bestF1) [best, bestF1] = [threshold, value];
  }
  return best;
}
