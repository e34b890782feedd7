import { expect, it } from 'vitest';
import { repeatFilter } from './repeat_filter.ts';

it('takes the same text for the same laying until it was out of sight long enough', () => {
  const filter = repeatFilter(100);
  expect([
    filter.isNew('A', 0),
    filter.isNew('A', 90),
    filter.isNew('A', 180),
    filter.isNew('A', 280),
    filter.isNew('B', 290),
    filter.isNew('A', 300),
  ]).toEqual([true, false, false, true, true, true]);
});

it('forgets when told to', () => {
  const filter = repeatFilter(100);
  filter.isNew('A', 0);
  filter.forget();
  expect(filter.isNew('A', 1)).toBe(true);
});
