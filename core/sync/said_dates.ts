import type { WatchlistEntry } from '../domain/screening/entry.ts';

/** Birth dates as a list says them: one day, month or year, or each year of a span. */
export interface SaidDate {
  /** YYYY, YYYY-MM or YYYY-MM-DD, the likeliest first. */
  readonly dates: readonly string[];
  readonly approximate: boolean;
}

/** A span wider than this says too little of a person. */
const WIDEST_SPAN_YEARS = 10;
const MOST_DATES = 50;

/** `1965`, `1965-07` or `1965-07-27`; of an approximate date the year. Null where there is no such day. */
export function saidDate(date: string, approximate = false): SaidDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (!year || year === '0000') return null;
  if (approximate || !month) return { dates: [year], approximate };
  const last = new Date(Date.UTC(2000, Number(month), 0));
  last.setUTCFullYear(Number(year), Number(month), 0);
  const possible = Number(month) >= 1 && Number(month) <= 12 && (!day || Number(day) <= last.getUTCDate());
  if (!possible || day === '00') return null;
  return { dates: [date], approximate };
}

/** A span of years, middle year first. */
export function saidSpan(from: number, to: number, approximate = false): SaidDate | null {
  if (!(from <= to && to - from <= WIDEST_SPAN_YEARS)) return null;
  const middle = Math.floor((from + to) / 2);
  const years = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  years.sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle) || one - other);
  return { dates: years.map((year) => String(year).padStart(4, '0')), approximate };
}

/** The fields of an entry for all dates that a list gives; the first is the one it counts as the person's. */
export function birthDateFields(
  said: readonly (SaidDate | null)[],
): Pick<WatchlistEntry, 'birthDate' | 'otherBirthDates' | 'birthDateApproximate'> {
  const known = said.filter((one) => one !== null);
  const [first, ...others] = [...new Set(known.flatMap((one) => one.dates))].slice(0, MOST_DATES);
  if (first === undefined) return {};
  return {
    birthDate: first,
    ...(others.length > 0 ? { otherBirthDates: others } : {}),
    ...(known[0]?.approximate ? { birthDateApproximate: true } : {}),
  };
}
