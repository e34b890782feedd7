import { BCC_RULES, type BccRule, bccOf, encodeSwipe, type SwipeMessage } from '../../codec/rte_native.ts';

/** Keeps account of which rules explain the check bytes seen so far, for a technician who has to find the rule. */
export interface SwipeCheck {
  /** Counts this swipe; null when a rule explains its check byte, else that none does. Holds nothing of the text. */
  note(swipe: SwipeMessage): string | null;
  /** How many swipes each rule explains, or that there was none yet. */
  told(): string;
  swipes(): number;
}

export function swipeCheck(): SwipeCheck {
  const right = new Map<BccRule, number>();
  let swipes = 0;
  return {
    note: (swipe) => {
      const candidates = bccOf(encodeSwipe(swipe));
      swipes += 1;
      const fitting = BCC_RULES.filter((rule) => candidates[rule] === swipe.check);
      for (const rule of fitting) right.set(rule, (right.get(rule) ?? 0) + 1);
      if (fitting.length > 0) return null;
      // Neither the byte nor what each rule makes: sums over a traveller's text tell a little of it.
      return 'the check byte fits no rule';
    },
    told: () =>
      swipes === 0
        ? 'no swipe yet'
        : BCC_RULES.map((rule) => `${rule} ${right.get(rule) ?? 0} of ${swipes}`).join(', '),
    swipes: () => swipes,
  };
}
