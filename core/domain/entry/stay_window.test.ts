import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, daysBetween, isDay } from './calendar.ts';
import type { PastCrossing } from './facts.ts';
import { inOrder } from './in_order.ts';
import { lastDayInWindow } from './stay_window.ts';

const day = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2023-01-01', offset));
const history = fc.array(
  fc.record({ direction: fc.constantFrom('arrival' as const, 'departure' as const), date: day }),
  {
    maxLength: 12,
  },
);

/** Every single day on which the person was in the country, in the plainest way. Which of one day's crossings came first is not its matter. */
function daysInside(crossings: readonly PastCrossing[], before: string): Set<string> {
  const inside = new Set<string>();
  let since: string | null = null;
  for (const { direction, date } of inOrder(crossings, before)) {
    if (since !== null) for (let at = since; at <= date; at = addDays(at, 1)) inside.add(at);
    since = direction === 'arrival' ? date : null;
  }
  return inside;
}

function naive(
  window: { readonly days: number; readonly in: number | 'YEAR' },
  crossings: readonly PastCrossing[],
  entry: string,
  until: string,
): string {
  const inside = daysInside(crossings, entry);
  for (let at = entry; at <= until; at = addDays(at, 1)) {
    inside.add(at);
    const counted = [...inside].filter(
      (one) =>
        one <= at && (window.in === 'YEAR' ? one.slice(0, 4) === at.slice(0, 4) : daysBetween(one, at) < window.in),
    );
    if (counted.length > window.days) return addDays(at, -1);
  }
  return until;
}

describe('stays in a window', () => {
  it.each([[180 as const], ['YEAR' as const]])('agree with a count of every single day (%s)', (period) => {
    const window = { days: 90, in: period };
    fc.assert(
      fc.property(history, day, fc.integer({ min: 0, max: 44 }), (crossings, entry, length) => {
        const until = addDays(entry, length);
        expect(lastDayInWindow(window, { date: entry, history: crossings }, until)).toBe(
          naive(window, crossings, entry, until),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are unknown where the history is', () => {
    expect(lastDayInWindow({ days: 90, in: 180 }, { date: '2026-01-01', history: undefined }, '2026-01-30')).toBeNull();
  });
});

describe('calendar months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 36, '2027-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2026-11-22', 6, '2027-05-22'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  it('day arithmetic has no gaps, also over leap days and centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const there = addDays('2000-01-01', days);
        expect(isDay(there)).toBe(true);
        expect(daysBetween('2000-01-01', there)).toBe(days);
      }),
    );
  });

  it.each(['2025-02-29', '2026-13-01', '2026-1-1', '', '2026-04-31'])('%j is no day', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('a child is fourteen on its birthday, one of 29 February on 1 March', () => {
    expect([ageOn('2012-11-22', '2026-11-21'), ageOn('2012-11-22', '2026-11-22')]).toEqual([13, 14]);
    expect([ageOn('2012-02-29', '2026-02-28'), ageOn('2012-02-29', '2026-03-01')]).toEqual([13, 14]);
  });
});
