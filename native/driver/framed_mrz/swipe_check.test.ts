import { expect, it } from 'vitest';
import { BCC_RULES, bccOf, encodeSwipe, type SwipeMessage } from '../../codec/rte_native.ts';
import { swipeCheck } from './swipe_check.ts';

const text = '\rP<UTONGUYEN<<THI<MAU\r';
const SWIPE: SwipeMessage = { type: 'swipe', length: 100, flag: 0x30, text, check: 0 };

it('says that a check byte is wrong, and nothing of the text that was checked', () => {
  const made = bccOf(encodeSwipe(SWIPE));
  const check = [1, 2, 3, 4].find((byte) => BCC_RULES.every((rule) => made[rule] !== byte)) ?? 0;
  const swipes = swipeCheck();
  expect(swipes.note({ ...SWIPE, check })).toBe('the check byte fits no rule');
  const [rule] = BCC_RULES;
  if (rule === undefined) throw new Error('no rule');
  expect(swipes.note({ ...SWIPE, check: made[rule] })).toBeNull();
});
