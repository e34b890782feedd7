import type { Random } from './random.ts';

/** The ways in which one culture's names are written otherwise in Latin letters. */
export interface Spelling {
  /** Whole words and what else they are written as, both ways. */
  readonly groups: readonly (readonly string[])[];
  /** Letters and what stands in their place elsewhere. */
  readonly rules: readonly (readonly [RegExp, readonly string[]])[];
}

export type Respell = (word: string, random: Random) => string;

/** Makes a function that writes a word as another office would; the word itself where there is no other way. */
export function respelling(spelling: Spelling): Respell {
  const groupOf = new Map<string, readonly string[]>();
  for (const group of spelling.groups) for (const word of group) groupOf.set(word, group);
  const byRule = (word: string, random: Random): string => {
    const fitting = spelling.rules.filter(([letters]) => word.search(letters) >= 0);
    if (fitting.length === 0) return word;
    const [letters, others] = random.pick(fitting);
    return word.replace(new RegExp(letters.source, 'g'), random.pick(others));
  };
  return (word, random) => {
    const others = groupOf.get(word)?.filter((other) => other !== word) ?? [];
    if (others.length > 0 && random.chance(0.8)) return random.pick(others);
    const once = byRule(word, random);
    return random.chance(0.08) ? byRule(once, random) : once;
  };
}

/** Every group of a text of lines, the words of one group in one line. */
export function groups(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}
