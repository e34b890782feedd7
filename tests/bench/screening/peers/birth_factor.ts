/** What a wholly different birth date leaves of a score: never an alert, or one on the name alone where that is the policy. */
export const DIFFERENT = { never: 0.75, nameAlone: 0.9 } as const;

/** Digits in which two whole dates differ. */
function differingDigits(a: number, b: number): number {
  let digits = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10))
    if (x % 10 !== y % 10) digits++;
  return digits;
}

const yearOf = (date: number) => Math.floor(date / 10_000);
const monthOf = (date: number) => Math.floor(date / 100) % 100;
const dayOf = (date: number) => date % 100;

function sameYear(a: number, b: number): number {
  if (dayOf(a) === monthOf(b) && dayOf(b) === monthOf(a)) return 0.96;
  return dayOf(a) === dayOf(b) || monthOf(a) === monthOf(b) ? 0.96 : 0.9;
}

function otherYear(a: number, b: number, years: number, different: number): number {
  const sameDay = a % 10_000 === b % 10_000;
  if (sameDay && years === 1) return 0.96;
  if (sameDay && differingDigits(a, b) === 1) return 0.93;
  return years <= 2 ? 0.88 : different;
}

function partial(years: number, different: number): number {
  if (years === 0) return 0.95;
  return years === 1 ? 0.9 : different;
}

/** What two birth dates, packed as YYYYMMDD with unknown parts 0, leave of a score. */
export function birthFactor(person: number, entry: number, different: number): number {
  if (person === 0 || entry === 0) return 0.91;
  const years = Math.abs(yearOf(person) - yearOf(entry));
  if (dayOf(person) === 0 || dayOf(entry) === 0) return partial(years, different);
  if (person === entry) return 1;
  return years === 0 ? sameYear(person, entry) : otherYear(person, entry, years, different);
}
