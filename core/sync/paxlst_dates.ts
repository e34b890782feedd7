import { lastDayIn } from '../domain/screening/days.ts';

/** Dates of UN/EDIFACT (data element 2379): 101 YYMMDD, 102 CCYYMMDD, 201 YYMMDDHHMM, 203 CCYYMMDDHHMM. */

const LENGTHS: Readonly<Record<string, number>> = { '101': 6, '102': 8, '201': 10, '203': 12 };

interface Parts {
  /** Two digits or four. */
  readonly year: string;
  readonly monthAndDay: string;
  readonly time: string;
}

function partsOf(text: string, format: string): Parts | null {
  if (!/^\d+$/.test(text) || (format !== '' && LENGTHS[format] !== text.length)) return null;
  // Without a format, what is written decides: some carriers leave it out.
  const century = text.length === 8 || text.length === 12 ? 4 : 2;
  if (!Object.values(LENGTHS).includes(text.length)) return null;
  const rest = text.slice(century);
  return { year: text.slice(0, century), monthAndDay: `${rest.slice(0, 2)}-${rest.slice(2, 4)}`, time: rest.slice(4) };
}

const valid = (day: string): string | null => lastDayIn(day);

/** A day of birth: of two-digit years the latest that is not after `today`. Null for what is no date. */
export function birthDay(text: string, format: string, today: string): string | null {
  const parts = partsOf(text, format);
  if (parts === null) return null;
  const { year, monthAndDay } = parts;
  if (year.length === 4) return valid(`${year}-${monthAndDay}`);
  const inThisCentury = `20${year}-${monthAndDay}`;
  return valid(inThisCentury <= today ? inThisCentury : `19${year}-${monthAndDay}`);
}

/** A moment of a flight, YYYY-MM-DDTHH:MM, local to its airport. Null for what is none. */
export function flightMoment(text: string, format: string): string | null {
  const parts = partsOf(text, format);
  if (parts === null) return null;
  const { year, monthAndDay, time } = parts;
  const day = valid(`${year.length === 2 ? `20${year}` : year}-${monthAndDay}`);
  const clock = time === '' ? '00:00' : `${time.slice(0, 2)}:${time.slice(2)}`;
  return day === null || !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock) ? null : `${day}T${clock}`;
}
