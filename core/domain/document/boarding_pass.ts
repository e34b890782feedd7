import { ok, type Result } from '../result.ts';
import { type BoardingPassFault, cutBoardingPass, type RawLeg } from './boarding_pass_layout.ts';

/** What was odd about a boarding pass that could be read; the field it belongs to is then null. */
export type BoardingPassOddity = 'NAME' | 'AIRPORT' | 'CARRIER' | 'FLIGHT' | 'DATE' | 'TRAILING_TEXT';

/** One flight of a boarding pass. Columns without what they should hold are null. */
export interface BoardingPassLeg {
  /** The booking's record locator. */
  readonly pnr: string | null;
  /** IATA codes of three letters. */
  readonly from: string | null;
  readonly to: string | null;
  /** Designator of two or three characters. */
  readonly carrier: string | null;
  /** Number without leading zeros, with its suffix letter where it has one. */
  readonly flight: string | null;
  /** YYYY-MM-DD: the pass has the day of the year only; the year is the one that brings it nearest to today. */
  readonly date: string | null;
  readonly compartment: string | null;
  /** Without leading zeros; INF for an infant without a seat. */
  readonly seat: string | null;
  readonly sequence: string | null;
  /** One character: 0 not checked in, 1 checked in, 3 boarded, and others (Resolution 792, item 117). */
  readonly status: string | null;
}

/** What a boarding pass says. None of it is proof: anybody can print one. */
export interface BoardingPass {
  readonly surname: string;
  readonly givenNames: string | null;
  readonly electronicTicket: boolean;
  readonly legs: readonly BoardingPassLeg[];
  readonly oddities: readonly BoardingPassOddity[];
}

/**
 * Reads the text of a bar-coded boarding pass (IATA Resolution 792, format M, 1 to 9 legs). `today` is YYYY-MM-DD. Reads what
 * can be read and names what is odd; fails only where the columns cannot be told.
 */
export function readBoardingPass(text: string, today: string): Result<BoardingPass, BoardingPassFault> {
  // Scanners add line ends.
  const cut = cutBoardingPass(text.replace(/[\r\n]+$/, ''));
  if (!cut.ok) return cut;
  const { name, ticket, legs, rest } = cut.value;
  const oddities = new Set<BoardingPassOddity>();
  const [surname = '', ...given] = name.trim().split('/');
  if (surname === '' || given.length > 1) oddities.add('NAME');
  // Behind the legs stands nothing, or what the airline's security needs, which begins with this mark.
  if (rest.trim() !== '' && !rest.startsWith('^')) oddities.add('TRAILING_TEXT');
  return ok({
    surname: surname.trim(),
    givenNames: given.join(' ').trim() || null,
    electronicTicket: ticket === 'E',
    legs: legs.map((leg) => readLeg(leg, today, oddities)),
    oddities: [...oddities],
  });
}

function readLeg(raw: RawLeg, today: string, oddities: Set<BoardingPassOddity>): BoardingPassLeg {
  const matched = (column: string, pattern: RegExp, oddity: BoardingPassOddity): string | null => {
    const found = pattern.exec(column.trim());
    if (found === null) oddities.add(oddity);
    return found?.[1] ?? null;
  };
  const day = matched(raw.date, /^(\d{3})$/, 'DATE');
  const date = day === null ? null : nearestDate(Number(day), today);
  if (date === null) oddities.add('DATE');
  return {
    pnr: raw.pnr.trim() || null,
    from: matched(raw.from, /^([A-Z]{3})$/, 'AIRPORT'),
    to: matched(raw.to, /^([A-Z]{3})$/, 'AIRPORT'),
    carrier: matched(raw.carrier, /^([A-Z0-9]{2,3})$/, 'CARRIER'),
    flight: matched(raw.flight, /^0*(\d{1,4}[A-Z]?)$/, 'FLIGHT'),
    date,
    compartment: raw.compartment.trim() || null,
    seat: raw.seat.trim().replace(/^0+/, '') || null,
    sequence: raw.sequence.trim().replace(/^0+/, '') || null,
    status: raw.status.trim() || null,
  };
}

/** The date with this day of the year which lies nearest to today; null where no such year has that day. */
function nearestDate(dayOfYear: number, today: string): string | null {
  const now = Date.parse(`${today}T00:00:00Z`);
  const thisYear = Number(today.slice(0, 4));
  let nearest: number | null = null;
  for (const year of [thisYear - 1, thisYear, thisYear + 1]) {
    const time = Date.UTC(year, 0, dayOfYear);
    // Day 366 of a year with 365 would be another year's first.
    if (dayOfYear < 1 || new Date(time).getUTCFullYear() !== year) continue;
    if (nearest === null || Math.abs(time - now) < Math.abs(nearest - now)) nearest = time;
  }
  return nearest === null ? null : new Date(nearest).toISOString().slice(0, 10);
}
