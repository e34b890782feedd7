import { gateDay } from './gate_day.ts';

const HOUR_MS = 3_600_000;

/** The moments between which it is this day (YYYY-MM-DD) at the gate, ms; the second is the beginning of the next day. */
export function dayBounds(day: string, timeZone: string): { readonly from: number; readonly before: number } {
  return { from: startOf(day, timeZone), before: startOf(nextDay(day), timeZone) };
}

const nextDay = (day: string): string => new Date(Date.parse(day) + 24 * HOUR_MS).toISOString().slice(0, 10);

/** The first quarter of an hour of the day; no zone is apart from universal time by less. */
function startOf(day: string, timeZone: string): number {
  let at = Date.parse(day) - 15 * HOUR_MS;
  while (gateDay(at, timeZone) < day) at += HOUR_MS / 4;
  return at;
}
