/** Ages from birth dates whose parts may be unknown. */
import { calendarDay, daysInMonth } from './dates.ts';
import type { MrzDate } from './mrz.ts';

/** Completed years, both ends inclusive. */
export interface AgeInterval {
  readonly min: number;
  readonly max: number;
}

/** Every age the holder can have on a day (YYYY-MM-DD), or null where the year of birth is unknown. */
export function ageInterval(birth: MrzDate, on: string): AgeInterval | null {
  if (birth.year === null) return null;
  const day = calendarDay(on);
  const lastMonth = birth.month ?? 12;
  const lastDay = birth.day ?? daysInMonth(lastMonth, birth.year);
  const reached = (month: number, dayOfMonth: number) =>
    month < day.month || (month === day.month && dayOfMonth <= day.day);
  const years = day.year - birth.year;
  const max = reached(birth.month ?? 1, birth.day ?? 1) ? years : years - 1;
  const min = reached(lastMonth, lastDay) ? years : years - 1;
  return { min: Math.max(min, 0), max: Math.max(max, 0) };
}

/** Whether a legal age limit lies inside the interval, so that an officer has to decide. */
export function straddles(interval: AgeInterval, limit: number): boolean {
  return interval.min < limit && interval.max >= limit;
}
