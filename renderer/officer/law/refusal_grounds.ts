import type { LaneView } from '../../../contract/lane_view.ts';
import type { Law } from './law_words.ts';

/** The grounds of Art 21(1) of Law 47/2014/QH13 that have a sentence, in their order; which are in force the booth says. */
export const GROUNDS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type RefusalGround = LaneView['refusalGrounds'][number];

/** The first ground in force on which the verdict rests; else the first there is, null where no rules are in force. */
export function groundOf(law: Law | null, grounds: readonly RefusalGround[]): RefusalGround | null {
  const named = (law?.ruleIds ?? []).map((rule) => Number(/^refusal\.(\d)$/.exec(rule)?.[1]));
  return grounds.find(({ ground }) => named.includes(ground)) ?? grounds[0] ?? null;
}
