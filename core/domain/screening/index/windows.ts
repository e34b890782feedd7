import { BIRTH, BIRTH_BITS, FIRST_OF_YEAR } from '../birth_evidence.ts';
import type { IndexArrays } from './image.ts';

/** Names of persons whose birth dates stand to the asked one in one way: a run of the index, as it is sorted by them. */
export interface BirthWindow {
  /** Names from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** The most that a birth date of this run can say. */
  readonly bits: number;
}

/** The first place in `sorted`, between `from` and `to`, that holds at least `least`. */
export function firstFrom(sorted: Uint32Array, least: number, from = 0, to = sorted.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names of persons born from the one packed date to the other, both included. */
export function bornBetween(index: IndexArrays, first: number, last: number): { from: number; to: number } {
  const from = firstFrom(index.personBirth, first);
  const to = firstFrom(index.personBirth, last + 1, from);
  return { from: index.personForm[from] as number, to: index.personForm[to] as number };
}

const bits = (kind: keyof typeof BIRTH) => BIRTH_BITS[BIRTH[kind]] as number;

/** Runs of the asked year: where no more than the year is known, then month by month what that month can say. */
function ofTheYear(index: IndexArrays, year: number, month: number, whole: boolean): BirthWindow[] {
  const from = year * 10_000;
  const run = (first: number, last: number, said: number) => ({ ...bornBetween(index, first, last), bits: said });
  if (month === 0) return [run(from, from + 9999, bits('SAME_YEAR_KNOWN'))];
  const inMonth = whole ? bits('ONE_PART_OFF') : bits('SAME_MONTH_KNOWN');
  // Days of another month may still be the same day: what is alike in nothing but the year is not told apart here.
  const otherwise = whole ? bits('ONE_PART_OFF') : bits('SAME_YEAR');
  return [
    run(from, from + 99, bits('SAME_YEAR_KNOWN')),
    run(from + 100, from + month * 100 - 1, otherwise),
    run(from + month * 100, from + month * 100, bits('SAME_MONTH_KNOWN')),
    run(from + month * 100 + 1, from + month * 100 + 99, inMonth),
    run(from + month * 100 + 100, from + 9999, otherwise),
  ];
}

/** The runs of a day within one of its year, which say more than the rest of it. */
function parted(run: BirthWindow, day: { readonly from: number; readonly to: number }, said: number): BirthWindow[] {
  if (day.from < run.from || day.to > run.to) return [run];
  return [
    { ...run, to: day.from },
    { ...day, bits: said },
    { ...run, from: day.to },
  ];
}

/** The runs of `birthWindows`, with those born on the very day, or with day and month exchanged, told apart. */
export function allWindows(index: IndexArrays, birth: number, swapped: number): BirthWindow[] {
  const days = [[birth, bits('EQUAL')] as const, [swapped, bits('SWAPPED')] as const];
  return days
    .reduce(
      (runs, [day, said]) =>
        runs.flatMap((run) => (day % 100 === 0 ? [run] : parted(run, bornBetween(index, day, day), said))),
      birthWindows(index, birth),
    )
    .filter((run) => run.to > run.from);
}

/**
 * The runs in which a person born on the packed date `birth` is looked for by every part of the name: the same year,
 * neighbouring years where no more than the year is known, and unknown dates. In the order of the index, apart. Who was
 * born on the very day, or on the day with month and day exchanged, is weighed without them.
 */
export function birthWindows(index: IndexArrays, birth: number): BirthWindow[] {
  const names = index.formStart.length - 1;
  if (birth === 0) return [{ from: 0, to: names, bits: bits('UNKNOWN') }];
  const year = Math.floor(birth / 10_000);
  const rest = birth % 10_000;
  const whole = rest % 100 !== 0;
  const runs: BirthWindow[] = [{ ...bornBetween(index, 0, 0), bits: bits('UNKNOWN') }];
  for (let other = year - 2; other <= year + 2; other++) {
    if (other === year) runs.push(...ofTheYear(index, year, Math.floor(rest / 100), whole));
    else {
      const last = other * 10_000 + (!whole ? 9999 : rest === FIRST_OF_YEAR ? FIRST_OF_YEAR : 99);
      const said = Math.abs(other - year) === 1 ? bits('YEAR_KNOWN_NEAR') : bits('YEARS_NEAR');
      runs.push({ ...bornBetween(index, other * 10_000, last), bits: said });
    }
  }
  return runs.filter((run) => run.to > run.from);
}
