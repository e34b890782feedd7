import { expect, test } from 'vitest';
import { calendarDay, interpretBirthDate, interpretExpiry } from './dates.ts';

const TODAY = '2026-03-10';

test.each([
  ['740812', [1974, 8, 12], null],
  ['260310', [2026, 3, 10], [1926, 3, 10]],
  ['260311', [1926, 3, 11], null],
  ['58<<<<', [1958, null, null], null],
  ['5806<<', [1958, 6, null], null],
  ['2603<<', [2026, 3, null], [1926, 3, null]],
  ['2604<<', [1926, 4, null], null],
  ['<<0612', [null, 6, 12], null],
  ['<<<<<<', [null, null, null], null],
  ['000229', [2000, 2, 29], null],
  // 2016 or a person of 110: the officer sees both.
  ['160509', [2016, 5, 9], [1916, 5, 9]],
  // 2006 or a person of exactly 120, then of 119.
  ['060310', [2006, 3, 10], null],
  ['060311', [2006, 3, 11], [1906, 3, 11]],
] as const)('birth date %s', (raw, [year, month, day], older) => {
  const alternative = older === null ? null : { year: older[0], month: older[1], day: older[2] };
  expect(interpretBirthDate(raw, TODAY)).toEqual({ ok: true, value: { date: { year, month, day }, alternative } });
});

test.each([
  ['110229', 'DATE_IMPOSSIBLE'],
  ['741301', 'DATE_IMPOSSIBLE'],
  ['740001', 'DATE_IMPOSSIBLE'],
  ['740431', 'DATE_IMPOSSIBLE'],
  ['74<<32', 'DATE_IMPOSSIBLE'],
  ['740BIZ', 'DATE_MALFORMED'],
  ['7408', 'DATE_MALFORMED'],
  ['7<0812', 'DATE_MALFORMED'],
] as const)('birth date %s is refused as %s', (raw, error) => {
  expect(interpretBirthDate(raw, TODAY)).toEqual({ ok: false, error });
});

test.each([
  ['120415', [2012, 4, 15]],
  ['760310', [2076, 3, 10]],
  ['760311', [1976, 3, 11]],
  ['951231', [1995, 12, 31]],
  ['280229', [2028, 2, 29]],
] as const)('expiry date %s', (raw, [year, month, day]) => {
  expect(interpretExpiry(raw, TODAY)).toEqual({ ok: true, value: { year, month, day } });
});

test('an expiry date that is not there is unknown, half of one is malformed', () => {
  expect(interpretExpiry('<<<<<<', TODAY)).toEqual({ ok: true, value: { year: null, month: null, day: null } });
  expect(interpretExpiry('27<<<<', TODAY)).toEqual({ ok: false, error: 'DATE_MALFORMED' });
  expect(interpretExpiry('270229', TODAY)).toEqual({ ok: false, error: 'DATE_IMPOSSIBLE' });
});

test.each(['2026-02-29', '2026-13-01', '26-01-01', ''])('%j is no day to count from', (text) => {
  expect(() => calendarDay(text)).toThrow(RangeError);
});
