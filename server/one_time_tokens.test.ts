import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OneTimeTokens } from './one_time_tokens.ts';

function book() {
  let now = 0;
  const clock = { now: () => now, monotonic: () => now, after: () => () => undefined };
  const ids = { uuid: () => randomUUID(), bytes: (length: number) => randomBytes(length) };
  return {
    tokens: new OneTimeTokens<string>(clock, ids),
    advance: (ms: number) => {
      now += ms;
    },
  };
}

test('each token grants its own, once', () => {
  const { tokens } = book();
  const officer = tokens.issue('officer');
  const gate = tokens.issue('gate');
  expect(officer).toMatch(/^[\w-]{43}$/);
  expect([tokens.redeem(gate), tokens.redeem(officer)]).toEqual(['gate', 'officer']);
  expect([tokens.redeem(gate), tokens.redeem(officer)]).toEqual([null, null]);
});

test('a token dies after 60 s, to the millisecond', () => {
  const { tokens, advance } = book();
  const first = tokens.issue('a');
  advance(59_999);
  const second = tokens.issue('b');
  expect(tokens.redeem(first)).toBe('a');
  advance(60_000);
  expect(tokens.redeem(second)).toBeNull();
});

test('of many that wait, the newest eight are good', () => {
  const { tokens } = book();
  const all = Array.from({ length: 10 }, (_, i) => tokens.issue(String(i)));
  expect(all.map((token) => tokens.redeem(token))).toEqual([null, null, '2', '3', '4', '5', '6', '7', '8', '9']);
});
