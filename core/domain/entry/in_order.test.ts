import { expect, test } from 'vitest';
import { inOrder } from './in_order.ts';

const came = { direction: 'arrival', date: '2026-03-05' } as const;
const left = { direction: 'departure', date: '2026-03-05' } as const;

test('who came and left on one day has left, in whatever order it was told', () => {
  expect(inOrder([left, came], '2026-04-01')).toEqual([came, left]);
  expect(inOrder([came, left], '2026-04-01')).toEqual([came, left]);
});

test('who was here, left and came back on one day is here', () => {
  const before = { direction: 'arrival', date: '2026-02-01' } as const;
  expect(inOrder([came, left, before], '2026-04-01')).toEqual([before, left, came]);
  expect(inOrder([left, before, came], '2026-04-01')).toEqual([before, left, came]);
});

test('hours that are known decide', () => {
  const later = { ...came, at: 2 };
  const earlier = { ...left, at: 1 };
  expect(inOrder([later, earlier], '2026-04-01')).toEqual([earlier, later]);
});

test('what comes after the day is left out', () => {
  expect(inOrder([came], '2026-03-04')).toEqual([]);
});
