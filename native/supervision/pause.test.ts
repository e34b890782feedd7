import { expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { pause } from './pause.ts';

/** Time that passes only when told to. */
function standingClock() {
  let now = 0;
  const due: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    after: (delayMs, run) => {
      const one = { at: now + delayMs, run };
      due.push(one);
      return () => {
        if (due.includes(one)) due.splice(due.indexOf(one), 1);
      };
    },
  };
  const pass = (ms: number): void => {
    now += ms;
    for (const one of due.filter(({ at }) => at <= now)) {
      due.splice(due.indexOf(one), 1);
      one.run();
    }
  };
  return { clock, pass, waiting: () => due.length };
}

async function isOver(over: Promise<boolean>): Promise<boolean | 'not yet'> {
  return Promise.race([over, new Promise<'not yet'>((resolve) => setImmediate(resolve, 'not yet'))]);
}

it('lasts as long as it was told when nothing happens', async () => {
  const { clock, pass, waiting } = standingClock();
  const { over } = pause(clock, 5000);
  pass(4999);
  expect(await isOver(over)).toBe('not yet');
  pass(1);
  expect([await isOver(over), waiting()]).toEqual([false, 0]);
});

it('is cut short when something is plugged in, once it has settled', async () => {
  const { clock, pass } = standingClock();
  const { over, hurry } = pause(clock, 5000);
  pass(3000);
  hurry();
  hurry();
  expect(await isOver(over)).toBe('not yet');
  pass(20);
  expect(await isOver(over)).toBe(true);
});

it('never ends sooner than a tenth of a second, and never later for hurrying', async () => {
  const { clock, pass, waiting } = standingClock();
  const first = pause(clock, 5000);
  first.hurry();
  pass(99);
  expect(await isOver(first.over)).toBe('not yet');
  pass(1);
  expect(await isOver(first.over)).toBe(true);
  const second = pause(clock, 250);
  pass(240);
  second.hurry();
  pass(10);
  expect([await isOver(second.over), waiting()]).toEqual([false, 0]);
});

it('can be ended', async () => {
  const { clock, waiting } = standingClock();
  const { over, end } = pause(clock, 5000);
  end();
  expect([await isOver(over), waiting()]).toEqual([false, 0]);
});
