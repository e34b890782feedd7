import { TOGETHER } from '../names/align.ts';
import { LEVELS } from '../names/part_level.ts';
import { MOST_TRAIT_BITS } from '../traits.ts';
import type { AskedName } from './asked_name.ts';
import type { IndexArrays } from './image.ts';
import type { SimilarWords } from './similar_words.ts';
import { type BirthWindow, firstFrom } from './windows.ts';

/** So many names are weighed in full, those first whose parts promise most. */
const MOST_WEIGHED = 200;
/** Lists of names no longer than this are walked from end to end; of longer ones only the windows are. */
const SHORT = 64;
const STEPS = 512;
const STEPS_PER_BIT = 8;
/** More names than an index holds: a promise and a name in one number. */
const FORMS = 2 ** 26;

/** A window, and what must be followed there: without one of these parts no name can reach what is asked. */
interface Run extends BirthWindow {
  /** Its number among the runs. */
  readonly at: number;
  /** Where its names stand in the scratch. */
  readonly base: number;
  readonly followed: readonly boolean[];
  /** What the parts that are not followed could add. */
  readonly rest: number;
}

/** Adds up, name by name, what its parts could say at most, and gives the names that promise most. */
export class FindByParts {
  readonly #index: IndexArrays;
  /** By name of the windows: the bits promised so far, and the last part (+ 1) that promised. */
  #promise = new Float32Array(1 << 12);
  #lastPart = new Uint8Array(1 << 12);
  /** The names that were promised anything: their place in the scratch, and the run they are of. */
  #touched = new Uint32Array(1 << 12);
  #touchedRun = new Uint8Array(1 << 12);
  #touchedCount = 0;
  #runs: readonly Run[] = [];
  readonly #histogram = new Uint32Array(STEPS);

  constructor(index: IndexArrays) {
    this.#index = index;
  }

  /**
   * Names in `windows` that may reach `least` bits, the most promising first. `weigh` may raise what is asked. With
   * `changed`, only names that hold one of these parts.
   */
  find(
    asked: AskedName,
    windows: readonly BirthWindow[],
    least: () => number,
    weigh: (form: number) => void,
    changed: readonly number[] | null,
  ): void {
    this.#touchedCount = 0;
    this.#runs = changed ? onlyParts(asked, windows, changed) : chooseParts(asked, windows, least());
    this.#makeRoom();
    for (let part = 0; part < asked.parts.length; part++) {
      const runs = this.#runs.filter((run) => run.followed[part]);
      if (runs.length > 0) this.#followPart(asked, part, runs);
    }
    this.#weighBest(least, weigh);
    for (let at = 0; at < this.#touchedCount; at++) {
      const place = this.#touched[at] as number;
      this.#promise[place] = 0;
      this.#lastPart[place] = 0;
    }
  }

  #makeRoom(): void {
    const needed = this.#runs.reduce((sum, run) => sum + run.to - run.from, 0);
    if (needed <= this.#promise.length) return;
    this.#promise = new Float32Array(needed);
    this.#lastPart = new Uint8Array(needed);
    this.#touched = new Uint32Array(needed);
    this.#touchedRun = new Uint8Array(needed);
  }

  #followPart(asked: AskedName, part: number, runs: readonly Run[]): void {
    const similar = asked.similar[part] as SimilarWords;
    const { postingStart, postings } = this.#index;
    const least = (runs[0] as Run).from;
    const end = (runs.at(-1) as Run).to;
    for (let at = 0; at < similar.length; at++) {
      const word = similar.words[at] as number;
      const from = postingStart[word] as number;
      const to = postingStart[word + 1] as number;
      if ((postings[to - 1] as number) < least || (postings[from] as number) >= end) continue;
      const bits = asked.weights[part * LEVELS + (similar.levels[at] as number)] as number;
      this.#walk(part + 1, bits + (asked.missing[part] as number), from, to, runs);
    }
  }

  /** Follows one list of names through the runs; a short list is walked from end to end. */
  #walk(part: number, bits: number, from: number, to: number, runs: readonly Run[]): void {
    const { postings } = this.#index;
    const short = to - from <= SHORT;
    let posting = from;
    for (let order = 0; order < runs.length && posting < to; order++) {
      const run = runs[order] as Run;
      if (short) while (posting < to && (postings[posting] as number) < run.from) posting++;
      else posting = firstFrom(postings, run.from, posting, to);
      const { to: end, at: number } = run;
      const shift = run.base - run.from;
      const first = bits + run.bits + run.rest;
      for (; posting < to; posting++) {
        const form = postings[posting] as number;
        if (form >= end) break;
        this.#add(form + shift, part, bits, first, number);
      }
    }
  }

  #add(place: number, part: number, bits: number, first: number, run: number): void {
    const known = this.#promise[place] as number;
    if (known === 0) {
      this.#touchedRun[this.#touchedCount] = run;
      this.#touched[this.#touchedCount++] = place;
      this.#promise[place] = first;
    } else if (this.#lastPart[place] !== part) this.#promise[place] = known + Math.max(0, bits - TOGETHER);
    else return;
    this.#lastPart[place] = part;
  }

  #form(at: number): number {
    const run = this.#runs[this.#touchedRun[at] as number] as Run;
    return (this.#touched[at] as number) - run.base + run.from;
  }

  #weighBest(least: () => number, weigh: (form: number) => void): void {
    const asked = least() - MOST_TRAIT_BITS;
    const histogram = this.#histogram.fill(0);
    const step = (promise: number) => Math.min(STEPS - 1, Math.max(0, Math.floor(promise * STEPS_PER_BIT)));
    for (let at = 0; at < this.#touchedCount; at++) {
      const promise = this.#promise[this.#touched[at] as number] as number;
      if (promise >= asked) (histogram[step(promise)] as number) += 1;
    }
    let lowest = STEPS - 1;
    let held = histogram[lowest] as number;
    while (lowest > 0 && held + (histogram[lowest - 1] as number) <= MOST_WEIGHED)
      held += histogram[--lowest] as number;
    if (held === 0) lowest = Math.max(0, lowest - 1);
    const chosen: number[] = [];
    for (let at = 0; at < this.#touchedCount && chosen.length < MOST_WEIGHED; at++) {
      const promise = this.#promise[this.#touched[at] as number] as number;
      if (promise >= asked && step(promise) >= lowest) {
        chosen.push(Math.floor(promise * 64) * FORMS + this.#form(at));
      }
    }
    chosen.sort((a, b) => b - a);
    for (const one of chosen) {
      if (Math.ceil(one / FORMS) / 64 + MOST_TRAIT_BITS < least()) return;
      weigh(one % FORMS);
    }
  }
}

/** The most that each part can add where another part meets too: its bits, and that it is not missing. */
function ceilings(asked: AskedName): number[] {
  return asked.parts.map((_, part) => {
    let most = 0;
    for (let level = 0; level < LEVELS; level++) most = Math.max(most, asked.weights[part * LEVELS + level] as number);
    return Math.max(0, most - TOGETHER) + (asked.missing[part] as number);
  });
}

/**
 * For each window the parts to be followed: the commonest parts are left out as long as all of them together, and what
 * one of the others may add unseen, could not reach what is asked.
 */
function chooseParts(asked: AskedName, windows: readonly BirthWindow[], least: number): Run[] {
  const most = ceilings(asked);
  const commonest = [...most.keys()].sort((a, b) => (most[a] as number) - (most[b] as number));
  let base = 0;
  return windows.map((window, at) => {
    // Alone, without a followed part beside them, the first of them would count in full.
    const needed = least - window.bits - MOST_TRAIT_BITS + asked.allMissing - TOGETHER;
    const followed = asked.parts.map(() => true);
    let rest = asked.unseen;
    for (const part of commonest) {
      if (rest + (most[part] as number) >= needed) break;
      rest += most[part] as number;
      followed[part] = false;
    }
    const run = { ...window, at, base, followed, rest: rest - asked.allMissing };
    base += window.to - window.from;
    return run;
  });
}

/** Follows the named parts alone, whatever the others could add. */
function onlyParts(asked: AskedName, windows: readonly BirthWindow[], parts: readonly number[]): Run[] {
  const most = ceilings(asked);
  const rest = most.reduce((sum, bits, part) => sum + (parts.includes(part) ? 0 : bits), asked.unseen);
  const followed = asked.parts.map((_, part) => parts.includes(part));
  let base = 0;
  return windows.map((window, at) => {
    const run = { ...window, at, base, followed, rest: rest - asked.allMissing };
    base += window.to - window.from;
    return run;
  });
}
