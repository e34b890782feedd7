import { expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { floodGuard } from './flood_guard.ts';

it('tells a flood by bytes within a second, also of good frames, and forgets with the second', () => {
  let at = 0;
  const clock: Clock = { now: () => at, monotonic: () => at, after: () => () => {} };
  const flooded = floodGuard(clock);
  const quarter = 262_144 / 4;
  expect([0, 1, 2, 3].map(() => flooded(quarter))).toEqual([false, false, false, false]);
  expect(flooded(1)).toBe(true);
  at = 1000;
  expect(flooded(quarter)).toBe(false);
});
