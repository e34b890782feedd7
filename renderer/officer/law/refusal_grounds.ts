import type { Law } from './law_words.ts';

/** The grounds of Art 21(1) of Law 47/2014/QH13, in their order. */
export const GROUNDS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type Ground = (typeof GROUNDS)[number];

/** The first ground on which the verdict rests; 1 where it names none. */
export function groundOf(law: Law | null): Ground {
  const named = (law?.ruleIds ?? []).map((rule) => Number(/^refusal\.(\d)$/.exec(rule)?.[1]));
  return GROUNDS.find((ground) => named.includes(ground)) ?? 1;
}

const DECIDERS = {
  7: 'MINISTER_HEALTH',
  8: 'MINISTER_AGRICULTURE',
  9: 'MINISTERS_SECURITY_DEFENCE',
} as const;
type Decider = 'HEAD_OF_UNIT' | (typeof DECIDERS)[keyof typeof DECIDERS];

/** Who decides on a ground (Art 22). */
export const deciderOf = (ground: Ground): Decider =>
  ground === 7 || ground === 8 || ground === 9 ? DECIDERS[ground] : 'HEAD_OF_UNIT';
