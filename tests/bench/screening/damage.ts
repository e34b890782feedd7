import type { WholeName } from './cultures/culture.ts';
import type { Random } from './random.ts';

/** Letters beside each letter on the officer's keyboard, and those that a reader takes for it. */
const NEAR: Readonly<Record<string, string>> = {
  A: 'QSZ',
  B: 'VNRE',
  C: 'XVG',
  D: 'SFO',
  E: 'WRF',
  F: 'DGE',
  G: 'FHC',
  H: 'GJN',
  I: 'UOL',
  J: 'HKI',
  K: 'JLX',
  L: 'KI',
  M: 'NW',
  N: 'BMH',
  O: 'PQD',
  P: 'OR',
  Q: 'WAO',
  R: 'ETP',
  S: 'ADZ',
  T: 'RYI',
  U: 'YIV',
  V: 'CBUY',
  W: 'QEVM',
  X: 'ZCK',
  Y: 'TUV',
  Z: 'ASX',
};

function damageWord(word: string, random: Random): string {
  const at = random.below(word.length);
  const letter = word.charAt(at);
  const kind = random.next();
  if (kind < 0.45 || word.length < 3) {
    return word.slice(0, at) + random.pick([...(NEAR[letter] ?? 'AE')]) + word.slice(at + 1);
  }
  if (kind < 0.65) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.8) return word.slice(0, at) + letter + word.slice(at);
  if (kind < 0.9) return word.slice(0, at) + random.pick([...(NEAR[letter] ?? 'AE')]) + word.slice(at);
  const from = Math.min(at, word.length - 2);
  return word.slice(0, from) + word.charAt(from + 1) + word.charAt(from) + word.slice(from + 2);
}

/** One typing or reading error in a word of three letters or more, a long one being likelier than a short one. */
function typingError(name: WholeName, random: Random): WholeName {
  const all = [
    ...name.surname.split(' ').map((word) => ({ word, given: false })),
    ...name.givenNames.split(' ').map((word) => ({ word, given: true })),
  ];
  const fitting = all.filter(({ word }) => word.length >= 3).flatMap((one) => Array.from(one.word, () => one));
  if (fitting.length === 0) return name;
  const chosen = random.pick(fitting);
  for (let tries = 0; tries < 10; tries++) {
    const damaged = damageWord(chosen.word, random);
    if (damaged === chosen.word) continue;
    const part = (given: boolean) =>
      all
        .filter((one) => one.given === given)
        .map((one) => (one === chosen ? damaged : one.word))
        .join(' ');
    return { surname: part(false), givenNames: part(true) };
  }
  return name;
}

/** The name with so many errors; null where it stayed, or became, the same. */
export function withErrors(name: WholeName, count: number, random: Random): WholeName | null {
  let damaged = name;
  for (let error = 0; error < count; error++) damaged = typingError(damaged, random);
  return damaged.surname === name.surname && damaged.givenNames === name.givenNames ? null : damaged;
}

/** The words in another order: surname and given names exchanged, given names turned about, or all in one field. */
export function reordered(name: WholeName, random: Random): WholeName | null {
  const given = name.givenNames.split(' ').filter((word) => word !== '');
  if (given.length === 0) return null;
  const kind = random.next();
  if (kind < 0.45) return { surname: name.givenNames, givenNames: name.surname };
  if (kind < 0.7 && given.length > 1) {
    return { surname: name.surname, givenNames: [...given.slice(1), given[0]].join(' ') };
  }
  const last = given.at(-1) ?? '';
  return { surname: last, givenNames: [...given.slice(0, -1), name.surname].join(' ') };
}

/** Without one of the given names: for Viet Nam the middle name, elsewhere one after the first. */
export function withoutMiddle(name: WholeName, culture: string, random: Random): WholeName | null {
  const given = name.givenNames.split(' ');
  if (given.length < 2) return null;
  const gone = culture === 'VN' ? 0 : 1 + random.below(given.length - 1);
  return { surname: name.surname, givenNames: given.filter((_, at) => at !== gone).join(' ') };
}

const two = (value: number) => String(value).padStart(2, '0');

function exists(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const read = new Date(Date.UTC(year, month - 1, day));
  return year > 1900 && year < 2020 && read.getUTCMonth() === month - 1 && read.getUTCDate() === day;
}

function changedDate(date: string, random: Random): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const kind = random.next();
  if (kind < 0.2) return `${year}-${two(month)}-${two(day + random.pick([-1, 1]))}`;
  if (kind < 0.4) return `${year}-${two(month + random.pick([-1, 1]))}-${two(day)}`;
  if (kind < 0.6) return `${year}-${two(day)}-${two(month)}`;
  if (kind < 0.8) return `${year + random.pick([-1, 1])}-${two(month)}-${two(day)}`;
  const at = random.pick([2, 3, 5, 6, 8, 9]);
  return date.slice(0, at) + random.below(10) + date.slice(at + 1);
}

/**
 * A birth date that is off, a fifth each: the day by one, the month by one, day and month swapped, the year by one, one
 * digit wrong (of the last two of the year, the month or the day). Always a date of the calendar.
 */
export function offBirthDate(date: string, random: Random): string {
  for (;;) {
    const changed = changedDate(date, random);
    if (changed !== date && exists(changed)) return changed;
  }
}
