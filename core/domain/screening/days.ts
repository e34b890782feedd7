const DAY_MS = 86_400_000;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day that lies `count` days after a day; both YYYY-MM-DD in the gate's own calendar. */
export function addDays(day: string, count: number): string {
  return dayOf(at(day) + count * DAY_MS);
}

/** The last day of YYYY, YYYY-MM or YYYY-MM-DD; null when it is none of them. */
export function lastDayIn(date: string): string | null {
  if (/^\d{4}$/.test(date)) return `${date}-12-31`;
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(date) ?? [];
  if (year !== undefined) return dayOf(Date.UTC(Number(year), Number(month), 0));
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at(date)) ? date : null;
}

/** Days that an end is still away: 0 on the last day itself, below 0 once it is over; null when the end is not a date. */
export function daysLeft(end: string, on: string): number | null {
  const last = lastDayIn(end);
  return last === null ? null : Math.round((at(last) - at(on)) / DAY_MS);
}
