import { dayNumber, dayOf } from './calendar.ts';
import type { Facts, PastCrossing } from './facts.ts';
import { inOrder } from './in_order.ts';
import type { ExemptionRule } from './rules.ts';

/** A stay from an arrival to the departure after it, as day numbers, both days counted. */
interface Stay {
  readonly from: number;
  readonly to: number;
}

/** Earlier stays in order; an arrival without a departure behind it ends with the next arrival, as its departure was missed. */
function staysOf(history: readonly PastCrossing[], before: string): readonly Stay[] {
  const stays: Stay[] = [];
  let from: number | null = null;
  for (const { direction, date } of inOrder(history, before)) {
    const day = dayNumber(date);
    if (from !== null) stays.push({ from, to: day });
    from = direction === 'arrival' ? day : null;
  }
  return stays;
}

/**
 * The last day up to `until` on which a stay that begins on `facts.date` still fits the window; the day before it when no day
 * does; null when the history is unknown. In a rolling window each day looks back over the days before it, itself
 * included; in a year only days of that calendar year count.
 */
export function lastDayInWindow(
  window: NonNullable<ExemptionRule['window']>,
  facts: Pick<Facts, 'date' | 'history'>,
  until: string,
): string | null {
  if (facts.history === undefined) return null;
  const stays = staysOf(facts.history, facts.date);
  const entry = dayNumber(facts.date);
  const last = dayNumber(until);
  let day = entry;
  while (day <= last && daysSpent(stays, entry, day, window.in) <= window.days) day += 1;
  return dayOf(day - 1);
}

/** Different days of stay which count on `day`, were the person to stay from `entry` to `day`. */
function daysSpent(stays: readonly Stay[], entry: number, day: number, period: number | 'YEAR'): number {
  const first = period === 'YEAR' ? dayNumber(`${dayOf(day).slice(0, 4)}-01-01`) : day - period + 1;
  let counted = first - 1;
  let sum = 0;
  // In order, and each from behind the last day counted: a day that ends one stay and begins the next counts once.
  for (const { from, to } of [...stays, { from: entry, to: day }]) {
    const begin = Math.max(from, counted + 1);
    const end = Math.min(to, day);
    if (end < begin) continue;
    sum += end - begin + 1;
    counted = end;
  }
  return sum;
}
