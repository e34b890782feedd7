import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flightQuestion } from '../../contract/advance.ts';
import { ANY_FLIGHT, neighbourPage, typedDay, typedNumber } from './flight_question.ts';

describe('a typed day', () => {
  test.each([
    ['22/11/2026', '2026-11-22'],
    [' 2/1/2027 ', '2027-01-02'],
    ['29/02/2027', null],
    ['31/04/2026', null],
    ['22/11', null],
    ['', null],
  ])('%s is %s', (typed, day) => {
    expect(typedDay(typed)).toBe(day);
  });
});

test('whatever is typed as a number is one the booth takes', () => {
  expect(typedNumber('xz 0417')).toBe('XZ0417');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      expect(flightQuestion.safeParse({ ...ANY_FLIGHT, number: typedNumber(typed) }).success).toBe(true);
    }),
  );
});

test('pages lead through every row once and end at both ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 100 }), (total, page) => {
      const seen: number[] = [];
      let offset: number | null = 0;
      let last = 0;
      while (offset !== null) {
        last = offset;
        for (let row = offset; row < Math.min(total, offset + page); row++) seen.push(row);
        offset = neighbourPage({ offset, total }, page, 1);
      }
      expect(seen).toEqual(Array.from({ length: total }, (_, row) => row));
      expect(neighbourPage({ offset: 0, total }, page, -1)).toBeNull();
      if (last > 0) expect(neighbourPage({ offset: last, total }, page, -1)).toBe(last - page);
    }),
  );
});
