import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, ageOn, dayNumber, dayOf, daysBetween, isDay } from '../domain/entry/calendar.ts';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { Facts, PastCrossing } from '../domain/entry/facts.ts';
import type { RuleSet } from '../domain/entry/rules.ts';
import { dayAfter, daysFrom, isLeap, lengthOf, monthsOn, walked } from '../domain/entry/testing/counted_days.ts';
import { loadRules } from './load_rules.ts';
import { PRODUCT_RULES } from './testing/signed_rules.ts';

/** The arithmetic of the law, asked of the law itself, beside a count of every single day. */

const loaded = await loadRules(PRODUCT_RULES, 'VNM');
if (!loaded.ok) throw new Error(loaded.error.detail);
const vietnam: RuleSet = loaded.value;
const notCounting: RuleSet = { ...vietnam, openPoints: { ...vietnam.openPoints, countEntryDay: false } };

const number = (text: number, digits = 2) => String(text).padStart(digits, '0');
/** Days of these years; the last of each month and those around 29 February come up often. */
const dayIn = (from: number, to: number): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: from, max: to }),
      month: fc.oneof(fc.constantFrom(1, 2, 3), fc.integer({ min: 1, max: 12 })),
      day: fc.oneof(fc.constantFrom(1, 28, 29, 30, 31), fc.integer({ min: 1, max: 31 })),
    })
    .map(
      ({ year, month, day }) => `${number(year, 4)}-${number(month)}-${number(Math.min(day, lengthOf(year, month)))}`,
    );

/** Days on which the exemptions of the tables hold, the February of a leap year among them. */
const inForce = dayIn(2025, 2028).filter((day) => day >= '2025-03-15' && day <= '2028-03-14');

const arrival = (nationality: string, date: string, more: Partial<Facts> = {}): Facts => ({
  ...{ direction: 'arrival', date, gateKind: 'airport', person: { nationality, birthDate: '1980-01-01' } },
  document: { kind: 'ordinary-passport', expires: '2039-12-31' },
  history: [],
  ...more,
});

const stayOf = (rules: RuleSet, facts: Facts): string | undefined => evaluate(rules, facts).stayUntil;

describe('the calendar', () => {
  it('goes from day to day over four hundred years as one counts them', () => {
    let day = '1899-12-31';
    for (let at = dayNumber(day); day < '2301-01-01'; at++) {
      if (addDays(day, 1) !== dayAfter(day) || dayNumber(day) !== at || dayOf(at) !== day || !isDay(day))
        throw new Error(`after ${day}`);
      day = dayAfter(day);
    }
    expect(day).toBe('2301-01-01');
  });

  it('counts between two days as many as one walks', () => {
    fc.assert(
      fc.property(dayIn(1999, 2101), fc.integer({ min: 0, max: 800 }), (day, days) => {
        const there = walked(day, days);
        expect([addDays(day, days), addDays(there, -days), daysBetween(day, there), daysBetween(there, day)]).toEqual([
          there,
          day,
          days,
          0 - days,
        ]);
      }),
    );
  });

  it('ends a term in months on the same number, or on the last day of a month that has none', () => {
    fc.assert(
      fc.property(dayIn(1990, 2110), fc.integer({ min: 0, max: 130 }), (day, months) => {
        expect(addMonths(day, months)).toBe(monthsOn(day, months));
      }),
      { numRuns: 500 },
    );
  });

  it('knows the twenty-ninth of February of leap years only', () => {
    for (let year = 1890; year <= 2110; year++) expect([year, isDay(`${year}-02-29`)]).toEqual([year, isLeap(year)]);
  });

  it('makes a person a year older on the day that has the number of the birthday, or on the one after it', () => {
    fc.assert(
      fc.property(dayIn(1940, 2020), dayIn(2021, 2060), (born, day) => {
        let birthdays = 0;
        for (let year = Number(born.slice(0, 4)) + 1; year <= Number(day.slice(0, 4)); year++) {
          const birthday = `${year}${born.slice(4)}`;
          const lived = isDay(birthday) ? birthday : `${year}-03-01`;
          if (lived <= day) birthdays++;
        }
        expect(ageOn(born, day)).toBe(birthdays);
      }),
    );
  });
});

describe('the stay that the law gives', () => {
  it.each([
    ['FRA', 45],
    ['THA', 30],
    ['PHL', 21],
    ['BRN', 14],
  ])('%s has %i days, the day of entry among them where it counts', (nationality, days) => {
    fc.assert(
      fc.property(inForce, (date) => {
        const facts = arrival(nationality, date);
        const counted = stayOf(vietnam, facts);
        expect(counted).toBe(walked(date, days - 1));
        expect(daysFrom(date, counted ?? '')).toHaveLength(days);
        expect(stayOf(notCounting, facts)).toBe(walked(date, days));
      }),
      { numRuns: 200 },
    );
  });

  it('never goes beyond the end of a visa', () => {
    fc.assert(
      fc.property(inForce, fc.integer({ min: 0, max: 88 }), (date, days) => {
        const visa = {
          symbol: 'DN1',
          validFrom: date,
          validTo: walked(date, days),
          entries: 'single',
          usedEntries: 0,
        } as const;
        expect(stayOf(vietnam, arrival('AUS', date, { basis: { visa } }))).toBe(walked(date, days));
      }),
    );
  });

  it('asks for six months by the calendar, whatever number of days they are', () => {
    fc.assert(
      fc.property(inForce, fc.integer({ min: -3, max: 3 }), (date, off) => {
        const six = monthsOn(date, 6);
        // From two days before that day to three after it, one at a time.
        const expires = walked(addDays(six, -3), off + 3);
        const { reasons } = evaluate(
          vietnam,
          arrival('FRA', date, { document: { kind: 'ordinary-passport', expires } }),
        );
        expect([date, expires, reasons.includes('LEGAL_PASSPORT_6M')]).toEqual([date, expires, expires < six]);
      }),
      { numRuns: 300 },
    );
  });
});

/** Days inside the country before an entry, each of them once; a departure that was missed is the next arrival. */
function daysInside(history: readonly PastCrossing[], before: string): Set<string> {
  const inside = new Set<string>();
  let since: string | null = null;
  for (const { direction, date } of [...history]
    .filter((one) => one.date <= before)
    .sort((a, b) => a.date.localeCompare(b.date))) {
    if (since !== null) for (const day of daysFrom(since, date)) inside.add(day);
    since = direction === 'arrival' ? date : null;
  }
  return inside;
}

/** How many of these days lie in the window that ends on this one. */
function spentIn(days: ReadonlySet<string>, day: string, period: number | 'YEAR'): number {
  if (period === 'YEAR') return [...days].filter((one) => one <= day && one.slice(0, 4) === day.slice(0, 4)).length;
  const looked = new Set<string>();
  // Back from the day, one at a time.
  for (let at = day, left = period; left > 0; left--, at = addDays(at, -1)) looked.add(at);
  return [...days].filter((one) => looked.has(one)).length;
}

/** The last day of a stay of at most thirty within ninety of the window; null where not even the first day is left. */
function naiveStay(history: readonly PastCrossing[], date: string, period: number | 'YEAR'): string | null {
  const inside = daysInside(history, date);
  let last: string | null = null;
  for (const day of daysFrom(date, walked(date, 29))) {
    inside.add(day);
    if (spentIn(inside, day, period) > 90) return last;
    last = day;
  }
  return last;
}

/** Stays one after the other that end before the entry, with gaps; long ones, so that the ninety days are often spent. */
const journeys = fc
  .record({
    date: inForce,
    stays: fc.array(fc.record({ gap: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 0, max: 45 }) }), {
      maxLength: 6,
    }),
  })
  .map(({ date, stays }) => {
    const history: PastCrossing[] = [];
    let at = date;
    for (const { gap, days } of stays) {
      const left = addDays(at, -gap);
      at = addDays(left, -days);
      history.unshift({ direction: 'arrival', date: at }, { direction: 'departure', date: left });
    }
    return { date, history };
  });

describe('ninety days of a window', () => {
  it.each<[string, number | 'YEAR', string]>([
    ['KAZ', 180, 'in any hundred and eighty'],
    ['BLR', 'YEAR', 'in a calendar year'],
  ])('for %s (%s) are those that one counts day by day', (nationality, period) => {
    let spent = 0;
    let shortened = 0;
    fc.assert(
      fc.property(journeys, ({ date, history }) => {
        const verdict = evaluate(vietnam, arrival(nationality, date, { history }));
        const naive = naiveStay(history, date, period);
        if (naive === null) spent++;
        else if (naive < walked(date, 29)) shortened++;
        expect([verdict.stayUntil ?? null, verdict.reasons.includes('LEGAL_WINDOW_SPENT')]).toEqual([
          naive,
          naive === null,
        ]);
      }),
      { numRuns: 400, seed: 20_261_122 },
    );
    // Both ways of running out of days have come up, so that the comparison could have failed.
    expect([spent > 5, shortened > 5]).toEqual([true, true]);
  });
});

describe('an overstay', () => {
  const departure = (date: string, until: string): Facts => ({
    ...{ direction: 'departure', date, gateKind: 'airport', person: { nationality: 'IND', birthDate: '1980-01-01' } },
    document: { kind: 'ordinary-passport', expires: '2039-12-31' },
    basis: { stay: { until }, destinationAdmission: true },
    history: [{ direction: 'arrival', date: addDays(until, -29) }],
  });

  it('has as many days as one counts from the day after the permitted one, and the tier of the calendar', () => {
    const seen = new Set<number | undefined>();
    const untilDay = dayIn(2025, 2028).filter((day) => day >= '2025-12-20');
    fc.assert(
      fc.property(
        untilDay,
        fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 500 })),
        (until, days) => {
          const date = walked(until, days);
          const { daysOver, tier, outcome } = evaluate(vietnam, departure(date, until));
          const over = daysFrom(dayAfter(until), date).length;
          expect([daysOver ?? 0, outcome]).toEqual([over, over === 0 ? 'clear' : 'overstay-procedure']);
          const reached = vietnam.overstayTiers
            .filter(({ from, to }) => from <= date && (to === null || date <= to))
            .filter(({ fromDays, fromMonths }) =>
              fromMonths === null ? over >= (fromDays ?? 0) : date >= monthsOn(until, fromMonths),
            );
          const naive = over === 0 ? undefined : Math.max(...reached.map((one) => one.tier));
          seen.add(tier);
          expect([until, date, tier]).toEqual([until, date, naive]);
        },
      ),
      { numRuns: 400, seed: 20_261_122 },
    );
    expect(seen.size).toBeGreaterThan(5);
  });
});
