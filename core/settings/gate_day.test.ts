import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter } from '../domain/entry/testing/counted_days.ts';
import { dayBounds } from './day_bounds.ts';
import { gateDay } from './gate_day.ts';

const HOUR_MS = 3_600_000;
const VIETNAM = 'Asia/Ho_Chi_Minh';
/** Viet Nam keeps seven hours before universal time the whole year; the others are ahead, behind, and change their clocks. */
const ZONES = [
  VIETNAM,
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'Europe/Berlin',
  'America/Santiago',
  'Asia/Kathmandu',
];
/** Days of twenty-three and of twenty-five hours where clocks are changed (Berlin, Santiago). */
const CHANGES = ['2026-03-29T10:00Z', '2026-10-25T10:00Z', '2026-04-05T10:00Z', '2026-09-06T10:00Z'].map((at) =>
  Date.parse(at),
);
const moment = fc.oneof(
  fc.constantFrom(...CHANGES),
  fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) }),
);

describe('the day at the gate', () => {
  it('is that of seven hours later than universal time, in every season', () => {
    fc.assert(
      fc.property(moment, (at) => {
        expect(gateDay(at, VIETNAM)).toBe(new Date(at + 7 * HOUR_MS).toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ['2026-06-30T16:59:59.999Z', '2026-06-30'],
    ['2026-06-30T17:00:00.000Z', '2026-07-01'],
    ['2028-02-28T17:00:00.000Z', '2028-02-29'],
    ['2026-12-31T17:00:00.000Z', '2027-01-01'],
  ])('changes at midnight of the gate and not of universal time: %s is %s', (at, day) => {
    expect(gateDay(Date.parse(at), VIETNAM)).toBe(day);
  });

  it.each(ZONES)('begins and ends where dayBounds says, also when clocks are changed (%s)', (zone) => {
    fc.assert(
      fc.property(moment, (at) => {
        const day = gateDay(at, zone);
        const { from, before } = dayBounds(day, zone);
        expect([from <= at, at < before]).toEqual([true, true]);
        expect([gateDay(from, zone), gateDay(from - 1, zone) < day]).toEqual([day, true]);
        expect([gateDay(before - 1, zone), gateDay(before, zone)]).toEqual([day, dayAfter(day)]);
      }),
      { numRuns: 60 },
    );
  });
});
