/**
 * The calendar as a child counts it: one day after the other by the lengths of the months, with nothing of the product in it.
 * Tests hold the arithmetic of the law to it. Days are YYYY-MM-DD.
 */

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every fourth year is a leap year, every hundredth is not, every four-hundredth is. */
export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days the month has, 1 to 12. */
export const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

const parts = (day: string): [number, number, number] => day.split('-').map(Number) as [number, number, number];

const written = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export function dayAfter(day: string): string {
  const [year, month, number] = parts(day);
  if (number < lengthOf(year, month)) return written(year, month, number + 1);
  return month === 12 ? written(year + 1, 1, 1) : written(year, month + 1, 1);
}

/** The day on which somebody stands who goes on so many days, one at a time. */
export function walked(day: string, days: number): string {
  let at = day;
  for (let step = 0; step < days; step++) at = dayAfter(at);
  return at;
}

/** Every day from the first to the last, both of them; none where the last comes before. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = first; at <= last; at = dayAfter(at)) days.push(at);
  return days;
}

/** The same number in the month that is so many further on, or the last day of that month (Civil Code Arts 147-148). */
export function monthsOn(day: string, months: number): string {
  let [year, month, number] = parts(day);
  for (let step = 0; step < months; step++) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  number = Math.min(number, lengthOf(year, month));
  return written(year, month, number);
}
