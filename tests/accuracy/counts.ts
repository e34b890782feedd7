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

/**
 * The one threshold over all pairs at which the mean of two shares is best: matches called matches, and others called
 * others. (F1 would be best for a poor scorer that calls every pair a match, because three fifths of these pairs are.)
 */
export function bestThreshold(pairs: readonly Scored[]): number {
  const matches = pairs.filter((pair) => pair.isMatch).length;
  let best = 1;
  let bestBalance = 0;
  for (const threshold of new Set(pairs.map((pair) => pair.score))) {
    const { found, wrong } = countsAt(pairs, threshold);
    const balance = found / matches + 1 - wrong / (pairs.length - matches);
    if (balance > bestBalance) [best, bestBalance] = [threshold, balance];
  }
  return best;
}

/** The threshold of the best F1 over all pairs: for a poor scorer the one at which nearly every pair is called a match. */
export function bestF1Threshold(pairs: readonly Scored[]): number {
  const scores = [...new Set(pairs.map((pair) => pair.score))].filter((score) => score > 0);
  const values = scores.map((threshold) => f1(countsAt(pairs, threshold)));
  return scores[values.indexOf(Math.max(...values))] ?? 1;
}

/** How often a match scores above another pair, without any threshold (area under the ROC curve); NaN without both kinds. */
export function ranking(pairs: readonly Scored[]): number {
  const others = pairs.filter((pair) => !pair.isMatch);
  const matches = pairs.filter((pair) => pair.isMatch);
  let above = 0;
  for (const match of matches) {
    for (const other of others) above += match.score > other.score ? 1 : match.score === other.score ? 0.5 : 0;
  }
  return above / (matches.length * others.length);
}
