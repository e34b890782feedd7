/** What a wholly different birth date leaves of a score: never an alert, or one on the name alone where that is the policy. */
export const DIFFERENT = { never: 0.75, nameAlone: 0.9 } as const;

/** Digits in which two whole dates differ. */
function differingDigits(a: number, b: number): number {
  let digits = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10)) if (x % 10 !== y % 10) digits++;
  return digits;
}

/** What two birth dates, packed as YYYYMMDD with unknown parts 0, leave of a score. */
export function birthFactor(person: number, entry: number, different: number): number {
  if (person === entry && person !== 0) return 1;
  if (person === 0 || entry === 0) return 0.94;
  const years = Math.abs(Math.floor(person / 10_000) - Math.floor(entry / 10_000));
  const dayA = person % 10_000;
  const dayB = entry % 10_000;
  const partial = dayA % 100 === 0 || dayB % 100 === 0;
  if (partial) return years === 0 ? 0.97 : years <= 1 ? 0.92 : different;
  if (years === 0) {
    if (dayA % 100 === Math.floor(dayB / 100) && dayB % 100 === Math.floor(dayA / 100)) return 0.96;
    return dayA % 100 === dayB % 100 || Math.floor(dayA / 100) === Math.floor(dayB / 100) ? 0.96 : 0.9;
  }
  if (dayA === dayB && (years === 1 || differingDigits(person, entry) === 1)) return years === 1 ? 0.96 : 0.93;
  return years <= 2 ? 0.88 : different;
}
