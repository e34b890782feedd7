import type { NamePart } from './name_part.ts';
import { LEVEL, LEVELS } from './part_level.ts';

/** What the parts of one asked name say on one list. */
export interface NameWeights {
  /** Bits of part i at each rule, at i * LEVELS + level. */
  readonly weights: Float64Array;
  /** The most that a name equal in every part can say: the whole name may be common. */
  readonly cap: number;
}

/** How rare the parts of a name are on a list; every list weighs by its own names. */
export interface Rarity {
  /** The bits from which an entry is shown as a possible hit. */
  readonly limit: number;
  weigh(parts: readonly NamePart[], cut: boolean): NameWeights;
}

/** A list is taken to hold so many names more than it does, so that a short list does not make every word rare. */
export const ASSUMED_NAMES = 2000;

/** Chance, in bits, that a true pair meets by this rule. */
const CHANCE: readonly number[] = [-0.2, -2, -3.6, -4.5, -4, -0.8, 0, 0];
const INITIAL_BITS = 1.8;
/** One equal letter as a part of both names. */
const LETTER_BITS = 3;
/** An equal title or particle, where no list tells how common it is. */
const LIGHT_BITS = 2;
const SECOND_LETTER = 3;
const LEAST_BITS = 0.2;

/** Below so many names the limit sinks no further. */
const LEAST_NAMES = 1600;
/** Bits above the level of chance at which an entry of a list of so many names is shown. */
const LIMIT_ABOVE_CHANCE = 1;

/**
 * The limit grows with the list: among a thousand times more entries, a thousand times more strangers share a name and a
 * birth year with the traveller.
 */
export function limitFor(names: number): number {
  return Math.log2(names + LEAST_NAMES) + LIMIT_ABOVE_CHANCE;
}

/**
 * Fills the weights of one part from how many names of the list hold a part that meets it at each rule: the rarer, the
 * more a meeting says.
 */
export function weightsOfPart(
  weights: Float64Array,
  place: number,
  part: NamePart,
  names: number,
  counts: ArrayLike<number>,
): void {
  let reached = 1;
  for (let level = 0; level < LEVELS; level++) {
    reached += counts[level] ?? 0;
    const bits = Math.log2((names + ASSUMED_NAMES) / reached) + (CHANCE[level] as number);
    weights[place * LEVELS + level] = Math.max(LEAST_BITS, bits);
  }
  const equal = place * LEVELS + LEVEL.EQUAL;
  if (part.units.length === 1) weights[equal] = Math.min(weights[equal] as number, LETTER_BITS);
  weights[place * LEVELS + LEVEL.INITIAL] = INITIAL_BITS;
  const oneLetter = weights[place * LEVELS + LEVEL.ONE_LETTER] as number;
  weights[place * LEVELS + LEVEL.TWO_LETTERS] = Math.max(LEAST_BITS, oneLetter - SECOND_LETTER);
}

/**
 * Between scripts a sound is all that can be equal, and letters differ by the practice of the transcriber: what these
 * rules say more where one name is read from another script.
 */
const READ: readonly (readonly [level: number, bits: number])[] = [
  [LEVEL.SOUND, 3],
  [LEVEL.ONE_LETTER, 1],
  [LEVEL.TWO_LETTERS, 1.5],
];

/** The weights where one of the two names is read from another script. */
export function weightsBetweenScripts(weights: Float64Array): Float64Array {
  const between = weights.slice();
  for (let at = 0; at + LEVELS <= between.length; at += LEVELS) {
    const most = between[at + LEVEL.TRANSLITERATED] as number;
    for (const [level, bits] of READ) between[at + level] = Math.min(most, (between[at + level] as number) + bits);
  }
  return between;
}

/** The most that a word can say that so many names of the list hold. */
export function mostBits(names: number, held: number): number {
  return Math.log2((names + ASSUMED_NAMES) / Math.max(1, held));
}

/** Whole names are rarer than words: a short list tells less of how common one is. */
const ASSUMED_WHOLE_NAMES = 60_000;

/** The most that a whole equal name can say when so many names of the list are equal to it. */
export function capFor(names: number, equal: number): number {
  const known = Math.max(1, equal);
  return Math.log2((names + ASSUMED_WHOLE_NAMES) / known) + 5 / known;
}

/** For two names without a list: every part is taken to be rare. */
export const PLAIN: Rarity = {
  limit: limitFor(0),
  weigh(parts) {
    const weights = new Float64Array(parts.length * LEVELS);
    for (const [place, part] of parts.entries()) {
      weightsOfPart(weights, place, part, 0, []);
      if (part.light) weights.fill(LIGHT_BITS, place * LEVELS, (place + 1) * LEVELS);
    }
    return { weights, cap: Number.POSITIVE_INFINITY };
  },
};
