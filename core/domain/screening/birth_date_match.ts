import { packDate } from './birth_evidence.ts';

/** The year of a date in YYYY, YYYY-MM or YYYY-MM-DD form, or null. */
export function yearOf(date: string | undefined): number | null {
  return Math.floor(packDate(date) / 10_000) || null;
}
