import type { MatchReasonCode, WatchlistEntry } from './entry.ts';

export type BirthDateCode = Extract<MatchReasonCode, `BIRTH_DATE_${string}`>;

/** Years within which a birth date is still taken for a mistake in one (vocabulary E7). */
export const NEAR_YEARS = 2;

/** The first of January stands for "day unknown" in many registers: it says no more than the year. */
export const FIRST_OF_YEAR = 101;

/** Nobody alive was born outside these years. */
const FIRST_YEAR = 1890;
const LAST_YEAR = 2100;

/** A date as one number, YYYYMMDD with 00 for unknown parts; 0 when nothing is known. Its order is that of dates. */
export function packDate(date: string | undefined): number {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  return parts ? Number(parts[1]) * 10_000 + Number(parts[2] ?? 0) * 100 + Number(parts[3] ?? 0) : 0;
}

/** How two birth dates meet. */
export const BIRTH = {
  UNKNOWN: 0,
  EQUAL: 1,
  EQUAL_FIRST_OF_YEAR: 2,
  SAME_MONTH_KNOWN: 3,
  SAME_YEAR_KNOWN: 4,
  SWAPPED: 5,
  ONE_PART_OFF: 6,
  YEAR_OFF: 7,
  SAME_YEAR: 8,
  YEAR_KNOWN_NEAR: 9,
  YEARS_NEAR: 10,
  DIFFERENT: 11,
} as const;

/**
 * Weight of evidence in bits: the binary logarithm of how much likelier this is for one person than for two. Equal dates
 * are one in about 365 x 60 for two persons; the first of January stands for "unknown" in many registers.
 */
export const BIRTH_BITS: readonly number[] = [0, 13, 10.5, 9, 5.6, 7, 4.5, 6, 0.5, 2, -3, -9];

export const BIRTH_CODE: readonly BirthDateCode[] = [
  'BIRTH_DATE_UNKNOWN',
  'BIRTH_DATE_EQUAL',
  'BIRTH_DATE_EQUAL',
  'BIRTH_DATE_PARTIAL',
  'BIRTH_DATE_PARTIAL',
  'BIRTH_DATE_SWAPPED',
  'BIRTH_DATE_NEAR',
  'BIRTH_DATE_NEAR',
  'BIRTH_DATE_NEAR',
  'BIRTH_DATE_NEAR',
  'BIRTH_DATE_NEAR',
  'BIRTH_DATE_DIFFERENT',
];

function digitsOff(a: number, b: number): number {
  let off = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10)) if (x % 10 !== y % 10) off++;
  return off;
}

/** The other years that could be `year`, misread or mistyped. */
export function yearsMistaken(year: number): number[] {
  const years = new Set<number>();
  for (let off = -NEAR_YEARS; off <= NEAR_YEARS; off++) years.add(year + off);
  for (const place of [1, 10, 100]) {
    const digit = Math.floor(year / place) % 10;
    for (let other = 0; other < 10; other++) years.add(year + (other - digit) * place);
  }
  years.delete(year);
  return [...years].filter((other) => other >= FIRST_YEAR && other <= LAST_YEAR);
}

/** Whether two years can be one, misread or mistyped: within two, or one digit wrong. */
function yearMistaken(a: number, b: number): boolean {
  return Math.abs(a - b) <= NEAR_YEARS || digitsOff(a, b) === 1;
}

function inOneYear(monthA: number, dayA: number, monthB: number, dayB: number, whole: boolean): number {
  if (!whole) {
    if (monthA === 0 || monthB === 0) return BIRTH.SAME_YEAR_KNOWN;
    return monthA === monthB ? BIRTH.SAME_MONTH_KNOWN : BIRTH.SAME_YEAR;
  }
  if (monthA === monthB && dayA === dayB) return monthA === 1 && dayA === 1 ? BIRTH.EQUAL_FIRST_OF_YEAR : BIRTH.EQUAL;
  if (monthA === dayB && dayA === monthB) return BIRTH.SWAPPED;
  return monthA === monthB || dayA === dayB ? BIRTH.ONE_PART_OFF : BIRTH.SAME_YEAR;
}

/** How two packed dates meet: one of `BIRTH`. */
export function birthEvidence(a: number, b: number): number {
  if (a === 0 || b === 0) return BIRTH.UNKNOWN;
  const yearA = Math.floor(a / 10_000);
  const yearB = Math.floor(b / 10_000);
  const restA = a % 10_000;
  const restB = b % 10_000;
  const whole = restA % 100 !== 0 && restB % 100 !== 0;
  if (yearA === yearB)
    return inOneYear(Math.floor(restA / 100), restA % 100, Math.floor(restB / 100), restB % 100, whole);
  const firstOfYear = restA === FIRST_OF_YEAR && restB === FIRST_OF_YEAR;
  if (whole && restA === restB && !firstOfYear && yearMistaken(yearA, yearB)) return BIRTH.YEAR_OFF;
  if (Math.abs(yearA - yearB) > NEAR_YEARS) return BIRTH.DIFFERENT;
  return (!whole || firstOfYear) && Math.abs(yearA - yearB) === 1 ? BIRTH.YEAR_KNOWN_NEAR : BIRTH.YEARS_NEAR;
}

export function birthEqual(evidence: number): boolean {
  return evidence === BIRTH.EQUAL || evidence === BIRTH.EQUAL_FIRST_OF_YEAR;
}

/** How two birth dates meet, each known in full, in part or not at all. */
export function matchBirthDates(person: string | undefined, entry: string | undefined): BirthDateCode {
  return BIRTH_CODE[birthEvidence(packDate(person), packDate(entry))] as BirthDateCode;
}

/** Of all dates that a list gives for a person the one that fits best, and how it meets the date at the desk. */
export function nearestBirthDate(
  person: string | undefined,
  { birthDate, otherBirthDates = [] }: Pick<WatchlistEntry, 'birthDate' | 'otherBirthDates'>,
): { readonly met: number; readonly date: string | undefined } {
  const asked = packDate(person);
  let nearest = { met: birthEvidence(asked, packDate(birthDate)), date: birthDate };
  for (const date of otherBirthDates) {
    const met = birthEvidence(asked, packDate(date));
    if ((BIRTH_BITS[met] as number) > (BIRTH_BITS[nearest.met] as number)) nearest = { met, date };
  }
  return nearest;
}
