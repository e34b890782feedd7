import { expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { type StreamItem, streamDecoder, timedDecoder } from './stream.ts';

/** A clock whose timers run when it is moved on, in order of their time. */
function simulatedClock(): Clock & { move(ms: number): void } {
  let at = 0;
  const timers = new Map<object, { due: number; run: () => void }>();
  return {
    now: () => at,
    monotonic: () => at,
    after: (delayMs, run) => {
      const key = {};
      timers.set(key, { due: at + delayMs, run });
      return () => timers.delete(key);
    },
    move: (ms) => {
      at += ms;
      for (const [key, timer] of [...timers]) {
        if (timer.due > at) continue;
        timers.delete(key);
        timer.run();
      }
    },
  };
}

/** Frames of two bytes: 1 and anything. */
function pairs(clock: Clock) {
  const items: StreamItem<number>[] = [];
  const decoder = streamDecoder<number>((bytes) => {
    if (bytes[0] !== undefined && bytes[0] !== 1) return { kind: 'skip' };
    const [, second] = bytes;
    return second === undefined ? { kind: 'need' } : { kind: 'frame', length: 2, message: second };
  });
  return { items, timed: timedDecoder(decoder, clock, 200, (item) => items.push(item)) };
}

it('gives half a frame up after silence, and not before', () => {
  const clock = simulatedClock();
  const { items, timed } = pairs(clock);
  timed.push(Uint8Array.of(1));
  clock.move(180);
  clock.move(19);
  expect(items).toEqual([]);
  clock.move(1);
  expect(items).toEqual([{ kind: 'garbage', bytes: 1 }]);
});

it('does not take a stall of its own process for silence', () => {
  const clock = simulatedClock();
  const { items, timed } = pairs(clock);
  timed.push(Uint8Array.of(1));
  clock.move(5000);
  timed.push(Uint8Array.of(7));
  expect(items).toEqual([{ kind: 'frame', message: 7 }]);
});

it('says nothing more once stopped', () => {
  const clock = simulatedClock();
  const { items, timed } = pairs(clock);
  timed.push(Uint8Array.of(9));
  timed.stop();
  clock.move(1000);
  clock.move(1000);
  expect(items).toEqual([]);
});
