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

/** Frames that begin with their length in four bytes; the message is a view of the rest. */
function counted() {
  return streamDecoder<Uint8Array>((bytes) => {
    if (bytes.length < 4) return { kind: 'need' };
    const length = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    return bytes.length < length ? { kind: 'need' } : { kind: 'frame', length, message: bytes.subarray(4, length) };
  });
}
const framed = (content: Uint8Array): Uint8Array => {
  const frame = new Uint8Array(4 + content.length);
  new DataView(frame.buffer).setUint32(0, content.length);
  frame.set(content, 4);
  return frame;
};

it('does not copy a large frame anew for each small piece', () => {
  const frame = framed(new Uint8Array(2 * 1024 * 1024).map((_, at) => at % 251));
  const decoder = counted();
  const began = performance.now();
  const items: StreamItem<Uint8Array>[] = [];
  for (let at = 0; at < frame.length; at += 16) items.push(...decoder.push(frame.subarray(at, at + 16)));
  expect(items).toEqual([{ kind: 'frame', message: frame.subarray(4) }]);
  // Copied for each piece these would be 130 GB.
  expect(performance.now() - began).toBeLessThan(4000);
});

it('leaves earlier messages as they are when more arrives', () => {
  const decoder = counted();
  const contents = Array.from({ length: 200 }, (_, at) => new Uint8Array((at * 7) % 40).fill(at));
  const bytes = Uint8Array.from(contents.flatMap((content) => [...framed(content)]));
  const messages: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 11) {
    for (const item of decoder.push(bytes.subarray(at, at + 11))) {
      if (item.kind === 'frame') messages.push(item.message);
    }
  }
  expect(messages.map((message) => [...message])).toEqual(contents.map((content) => [...content]));
});
