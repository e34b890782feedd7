import type { FlightQuestion } from '../../contract/advance.ts';

export const ANY_FLIGHT: FlightQuestion = { number: '', day: null, direction: null, offset: 0 };

/** dd/mm/yyyy as YYYY-MM-DD; null for what is no day of a calendar. */
export function typedDay(typed: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed.trim()) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(text);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text;
}

/** What is typed as the beginning of a flight number: `xz 41` is `XZ41`. */
export const typedNumber = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8);

/** The first place of the page before (-1) or after (1), or null where there is none. */
export function neighbourPage(
  { offset, total }: { readonly offset: number; readonly total: number },
  page: number,
  step: -1 | 1,
): number | null {
  const next = offset + step * page;
  if (step < 0) return offset === 0 ? null : Math.max(0, next);
  return next < total ? next : null;
}
