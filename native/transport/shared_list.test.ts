import { expect, it } from 'vitest';
import { err, ok } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import { sharedList } from './shared_list.ts';

function standing() {
  let now = 10_000;
  let asked = 0;
  let failing = false;
  const clock: Clock = { now: () => now, monotonic: () => now, after: () => () => {} };
  const ask = async () => {
    asked += 1;
    return failing ? err({ code: 'DEVICE_IO', detail: 'no' } as const) : ok([asked]);
  };
  return {
    ...sharedList(ask, clock, 4500),
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
    fail: (is: boolean) => {
      failing = is;
    },
  };
}

it('asks once for all who want to know', async () => {
  const { list, asked, pass } = standing();
  expect(await Promise.all([list(), list(), list()])).toEqual([ok([1]), ok([1]), ok([1])]);
  pass(4499);
  expect(await list()).toEqual(ok([1]));
  expect(asked()).toBe(1);
  pass(1);
  expect(await list()).toEqual(ok([2]));
});

it('asks anew at once when something was plugged in, and again while that settles', async () => {
  const { list, changed, pass, asked } = standing();
  await list();
  changed();
  pass(20);
  expect(await list()).toEqual(ok([2]));
  pass(100);
  expect(await list()).toEqual(ok([3]));
  pass(3000);
  expect(await list()).toEqual(ok([4]));
  pass(1000);
  await list();
  expect(asked()).toBe(4);
});

it('believes no answer that was on its way when something changed', async () => {
  const { list, changed } = standing();
  const early = list();
  changed();
  expect(await list()).toEqual(ok([2]));
  expect(await early).toEqual(ok([1]));
});

it('keeps no failure', async () => {
  const { list, fail } = standing();
  fail(true);
  expect((await list()).ok).toBe(false);
  fail(false);
  expect((await list()).ok).toBe(true);
});
