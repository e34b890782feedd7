import { expect, it } from 'vitest';
import { failuresByHour } from './failures_by_hour.ts';

const HOUR = 3_600_000;
const at = (hour: number, minute = 0) => 1000 * 24 * HOUR + hour * HOUR + minute * 60_000;

it('counts each failure in its hour, and forgets it a day later', () => {
  const failures = failuresByHour();
  failures.count(at(0, 59));
  failures.count(at(1));
  failures.count(at(1, 30));
  const none = Array.from({ length: 24 }, () => 0);
  expect(failures.at(at(1, 45))).toEqual([...none.slice(2), 1, 2]);
  expect(failures.at(at(23))).toEqual([1, 2, ...none.slice(2)]);
  expect(failures.at(at(24))).toEqual([2, ...none.slice(1)]);
  expect(failures.at(at(25))).toEqual(none);
});

it('keeps no more than a day', () => {
  const failures = failuresByHour();
  for (let hour = 0; hour < 100; hour += 1) failures.count(at(hour));
  expect(failures.at(at(99))).toEqual(Array.from({ length: 24 }, () => 1));
  expect(failures.at(at(99)).length).toBe(24);
});
