import { type Random, random, seedOf } from './random.ts';

export type Draw<T = string> = (random: Random) => T;

/** The words of a text. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/** Draws by weight; weights need not add up to anything. */
export function weighted<T>(weights: readonly (readonly [T, number])[]): Draw<T> {
  const ends: number[] = [];
  let sum = 0;
  for (const [, weight] of weights) {
    sum += weight;
    ends.push(sum);
  }
  return (source) => {
    const at = source.next() * sum;
    const found = weights[ends.findIndex((end) => at < end)] ?? weights[0];
    if (!found) throw new Error('nothing to draw from');
    return found[0];
  };
}

/** `WORD 12.5 OTHER 3`: words with their weights. */
export function weights(text: string): (readonly [string, number])[] {
  const parts = words(text);
  return parts.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(parts[at + 1])] as const] : []));
}

export interface VocabularyOptions {
  /** Words by frequency, the most frequent first. */
  readonly known: readonly string[];
  /** Makes a rare word; the same numbers make the same word. */
  readonly build?: (random: Random) => string;
  /** How many words there are in all, known and built. */
  readonly size?: number;
  /** How flat the beginning is: the share of rank r falls as 1 / (r + flat), Zipf's law as Mandelbrot has it. */
  readonly flat: number;
  /** Parts the built words of one vocabulary from those of another. */
  readonly seed?: number;
}

/** Names as they come in life: few are very common, very many are rare. */
export function vocabulary(options: VocabularyOptions): Draw {
  const { known, build, flat, seed = 0 } = options;
  const size = build ? Math.max(options.size ?? 0, known.length) : known.length;
  const span = (size + flat) / flat;
  return (source) => {
    const rank = Math.min(size - 1, Math.floor(flat * span ** source.next() - flat));
    const word = known[rank];
    if (word !== undefined) return word;
    return build ? build(random(seedOf(seed + 7919, rank))) : (known[0] ?? '');
  };
}
