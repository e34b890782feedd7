import { BIRTH, BIRTH_BITS } from '../birth_evidence.ts';
import type { IndexArrays } from './image.ts';

/** Names of persons whose birth dates stand to the asked one in one way: a run of the index, as it is sorted by them. */
export interface BirthWindow {
  /** Names from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** The most that a birth date of this run can say. */
  readonly bits: number;
}

function firstFrom(sorted: Uint32Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names of persons born from the one packed date to the other, both included. */
export function bornBetween(index: IndexArrays, first: number, last: number): { from: number; to: number } {
  const from = index.personForm[firstFrom(index.personBirth, first)] as number;
  const to = index.personForm[firstFrom(index.personBirth, last + 1)] as number;
  return { from, to };
}

const bits = (kind: keyof typeof BIRTH) => BIRTH_BITS[BIRTH[kind]] as number;

/**
 * The runs in which a person born on the packed date `birth` is looked for by every part of the name: the same year,
 * neighbouring years where no more than the year is known, and unknown dates. In the order of the index, apart.
 */
export function birthWindows(index: IndexArrays, birth: number): BirthWindow[] {
  const names = index.formStart.length - 1;
  if (birth === 0) return [{ from: 0, to: names, bits: bits('UNKNOWN') }];
  const year = Math.floor(birth / 10_000);
  const rest = birth % 10_000;
  const whole = rest % 100 !== 0;
  const runs: BirthWindow[] = [{ ...bornBetween(index, 0, 0), bits: bits('UNKNOWN') }];
  const most = whole ? bits('SWAPPED') : rest === 0 ? bits('SAME_YEAR_KNOWN') : bits('SAME_MONTH_KNOWN');
  for (let other = year - 2; other <= year + 2; other++) {
    const last = other * 10_000 + (whole && other !== year ? 1200 : 9999);
    const distance = Math.abs(other - year);
    const said = distance === 0 ? most : distance === 1 ? bits('YEAR_KNOWN_NEAR') : bits('YEARS_NEAR');
    runs.push({ ...bornBetween(index, other * 10_000, last), bits: said });
  }
  return runs.filter((run) => run.to > run.from);
}
