import type { MatchReasonCode } from './entry.ts';

export type BirthDateCode = Extract<MatchReasonCode, `BIRTH_DATE_${string}`>;

/** Years within which a birth date is still taken for a mistake in one (vocabulary E7). */
const NEAR_YEARS = 2;

interface PartialDate {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

function parse(date: string | undefined): PartialDate | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  return parts?.[1] ? { year: parts[1], month: parts[2], day: parts[3] } : null;
}

/** The year of a date in YYYY, YYYY-MM or YYYY-MM-DD form, or null. */
export function yearOf(date: string | undefined): number | null {
  const parsed = parse(date);
  return parsed ? Number(parsed.year) : null;
}

function contradicts(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

/** How two birth dates meet, each known in full, in part or not at all. */
export function matchBirthDates(person: string | undefined, entry: string | undefined): BirthDateCode {
  const a = parse(person);
  const b = parse(entry);
  if (!a || !b) return 'BIRTH_DATE_UNKNOWN';
  const years = Math.abs(Number(a.year) - Number(b.year));
  if (years > NEAR_YEARS) return 'BIRTH_DATE_DIFFERENT';
  if (years > 0) return 'BIRTH_DATE_NEAR';
  if (a.day && b.day && a.month === b.month && a.day === b.day) return 'BIRTH_DATE_EQUAL';
  if (!contradicts(a.month, b.month) && !contradicts(a.day, b.day)) return 'BIRTH_DATE_PARTIAL';
  return a.day && b.day && a.month === b.day && a.day === b.month ? 'BIRTH_DATE_SWAPPED' : 'BIRTH_DATE_NEAR';
}
