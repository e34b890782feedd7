/** Dates of an MRZ: YYMMDD, two digits of the year, no century, and fillers for unknown parts of a birth date (9303-3 4.8). */
import { err, ok, type Result } from '../result.ts';
import type { MrzDate } from './mrz.ts';

export type MrzDateError = 'DATE_MALFORMED' | 'DATE_IMPOSSIBLE';

/** A birth date with its century, and the reading a hundred years earlier where that would be a person of 100 to 119. */
export interface BirthDateReading {
  readonly date: MrzDate;
  readonly alternative: MrzDate | null;
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const UNKNOWN: MrzDate = { year: null, month: null, day: null };

/** The number of days of a month; of February without a year 29. */
export function daysInMonth(month: number, year: number | null): number {
  if (month === 2 && year !== null && !isLeapYear(year)) return 28;
  return DAYS[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** `YYYY-MM-DD` as numbers. A day that is no date is a bug of the caller and throws. */
export function calendarDay(text: string): { readonly year: number; readonly month: number; readonly day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const year = Number(match?.[1]);
  const month = Number(match?.[2]);
  const day = Number(match?.[3]);
  if (match === null || !(day >= 1 && day <= daysInMonth(month, year))) throw new RangeError('not a YYYY-MM-DD date');
  return { year, month, day };
}

/** The birth date in the latest century in which it exists and does not lie after `today` (YYYY-MM-DD). */
export function interpretBirthDate(raw: string, today: string): Result<BirthDateReading, MrzDateError> {
  const parts = readParts(raw, true);
  if (parts === null) return err('DATE_MALFORMED');
  if (!monthAndDayExist(parts)) return err('DATE_IMPOSSIBLE');
  if (parts.year === null) return ok({ date: parts, alternative: null });
  const now = calendarDay(today);
  for (let year = Math.floor(now.year / 100) * 100 + parts.year; year >= now.year - 299; year -= 100) {
    const date = { ...parts, year };
    if (!exists(date) || earliestDay(date) > packed(now.year, now.month, now.day)) continue;
    return ok({ date, alternative: olderReading(date, now) });
  }
  return err('DATE_IMPOSSIBLE');
}

/** The expiry date as 20YY, or 19YY where that would be more than 50 years ahead. All null where the field is empty. */
export function interpretExpiry(raw: string, today: string): Result<MrzDate, MrzDateError> {
  if (raw === '' || raw === '<<<<<<') return ok(UNKNOWN);
  const parts = readParts(raw, false);
  if (parts === null || parts.year === null) return err('DATE_MALFORMED');
  const now = calendarDay(today);
  let date = { ...parts, year: 2000 + parts.year };
  if (earliestDay(date) > packed(now.year + 50, now.month, now.day)) date = { ...parts, year: 1900 + parts.year };
  return exists(date) ? ok(date) : err('DATE_IMPOSSIBLE');
}

/** YYMMDD as numbers with the year from 0 to 99, or null where it is no such text. */
function readParts(raw: string, unknownAllowed: boolean): MrzDate | null {
  if (raw === '') return unknownAllowed ? UNKNOWN : null;
  if (raw.length !== 6) return null;
  const numbers: (number | null)[] = [];
  for (let at = 0; at < 6; at += 2) {
    const pair = raw.slice(at, at + 2);
    if (/^\d\d$/.test(pair)) numbers.push(Number(pair));
    else if (pair === '<<' && unknownAllowed) numbers.push(null);
    else return null;
  }
  return { year: numbers[0] ?? null, month: numbers[1] ?? null, day: numbers[2] ?? null };
}

function monthAndDayExist({ month, day }: MrzDate): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  return day === null || (day >= 1 && day <= (month === null ? 31 : daysInMonth(month, null)));
}

function exists(date: MrzDate): boolean {
  if (!monthAndDayExist(date)) return false;
  return date.month === null || date.day === null || date.day <= daysInMonth(date.month, date.year);
}

function packed(year: number, month: number, day: number): number {
  return year * 10_000 + month * 100 + day;
}

/** The earliest day the date can mean, as YYYYMMDD. */
function earliestDay(date: MrzDate): number {
  return packed(date.year ?? 0, date.month ?? 1, date.day ?? 1);
}

function olderReading(date: MrzDate, now: { year: number; month: number; day: number }): MrzDate | null {
  if (date.year === null) return null;
  const older = { ...date, year: date.year - 100 };
  const birthdayPassed = packed(0, older.month ?? 1, older.day ?? 1) <= packed(0, now.month, now.day);
  const age = now.year - older.year - (birthdayPassed ? 0 : 1);
  return exists(older) && age > 99 && age < 120 ? older : null;
}
