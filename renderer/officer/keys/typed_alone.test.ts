import { expect, test } from 'vitest';
import { typedAlone } from './typed_alone.ts';

/** Keys typed at moments (ms); which of them answered. */
function answered(moments: readonly number[]): readonly number[] {
  let now = 0;
  const due: { at: number; run(): void; off: boolean }[] = [];
  const ran: number[] = [];
  const keys = typedAlone((ms, run) => {
    const one = { at: now + ms, run, off: false };
    due.push(one);
    return () => {
      one.off = true;
    };
  });
  const until = (at: number) => {
    for (const one of due.splice(0)) {
      if (one.at > at) due.push(one);
      else if (!one.off) one.run();
    }
    now = at;
  };
  for (const at of moments) {
    until(at);
    keys.typed(at, () => ran.push(at));
  }
  until(Number.POSITIVE_INFINITY);
  return ran;
}

test('a key pressed by itself answers', () => {
  expect(answered([0])).toEqual([0]);
  expect(answered([0, 150, 300])).toEqual([0, 150, 300]);
});

test('what a reader types in a burst answers nothing, neither its first nor its last key', () => {
  expect(answered([0, 8, 16, 24, 32])).toEqual([]);
  expect(answered([0, 39])).toEqual([]);
  expect(answered([0, 8, 16, 400])).toEqual([400]);
});
