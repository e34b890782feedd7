import { expect, test } from 'vitest';
import { ageInterval, straddles } from './age.ts';

test.each([
  [{ year: 2012, month: 3, day: 10 }, '2026-03-10', 14, 14],
  [{ year: 2012, month: 3, day: 11 }, '2026-03-10', 13, 13],
  [{ year: 2012, month: 3, day: null }, '2026-03-10', 13, 14],
  [{ year: 2012, month: 2, day: null }, '2026-03-10', 14, 14],
  [{ year: 2012, month: null, day: null }, '2026-03-10', 13, 14],
  [{ year: 2012, month: null, day: null }, '2026-12-31', 14, 14],
  [{ year: 2012, month: null, day: null }, '2026-01-01', 13, 14],
  [{ year: 2008, month: 2, day: 29 }, '2026-02-28', 17, 17],
  [{ year: 2008, month: 2, day: 29 }, '2026-03-01', 18, 18],
  [{ year: 2026, month: null, day: null }, '2026-03-10', 0, 0],
])('born %j, on %s', (birth, on, min, max) => {
  expect(ageInterval(birth, on)).toEqual({ min, max });
});

test('an unknown year gives no interval', () => {
  expect(ageInterval({ year: null, month: 3, day: 1 }, '2026-03-10')).toBeNull();
});

test('a limit is straddled where some of the ages reach it and some do not', () => {
  expect(straddles({ min: 13, max: 14 }, 14)).toBe(true);
  expect(straddles({ min: 14, max: 14 }, 14)).toBe(false);
  expect(straddles({ min: 12, max: 13 }, 14)).toBe(false);
});
