import { LEVELS } from '../names/part_level.ts';
import { MOST_TRAIT_BITS } from '../traits.ts';
import type { AskedName } from './asked_name.ts';
import type { IndexArrays } from './image.ts';
import type { SimilarWords } from './similar_words.ts';
import type { BirthWindow } from './windows.ts';

/** So many names are weighed in full, those first whose parts promise most. */
const MOST_WEIGHED = 220;
/** Lists of names no longer than this are walked from end to end; of longer ones only the windows are. */
const SHORT = 24;
const STEPS = 512;
/** More names than an index holds: a promise and a name in one number. */
const FORMS = 2 ** 26;

function firstFrom(sorted: Uint32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds up, name by name, what its parts could say at most, and gives the names that promise most. */
export class FindByParts {
  readonly #index: IndexArrays;
  readonly #promise: Float32Array;
  readonly #lastPart: Uint8Array;
  #touched = new Uint32Array(1 << 16);
  #touchedCount = 0;
  #windows: readonly BirthWindow[] = [];
  /** Of each window, the parts that must be followed: without one of them no name can reach what is asked. */
  #followed: boolean[][] = [];
  /** What the parts that are not followed could add. */
  #rest: number[] = [];
  readonly #histogram = new Uint32Array(STEPS);

  constructor(index: IndexArrays) {
    this.#index = index;
    const names = index.formStart.length - 1;
    this.#promise = new Float32Array(names);
    this.#lastPart = new Uint8Array(names);
  }

  /** Names in `windows` that may reach `least` bits, the most promising first. `weigh` may raise what is asked. */
  find(asked: AskedName, windows: readonly BirthWindow[], least: () => number, weigh: (form: number) => void): void {
    this.#windows = windows;
    this.#touchedCount = 0;
    this.#chooseParts(asked, least());
    for (let part = 0; part < asked.parts.length; part++) this.#followPart(asked, part);
    this.#weighBest(least, weigh);
    for (let at = 0; at < this.#touchedCount; at++) {
      const form = this.#touched[at] as number;
      this.#promise[form] = 0;
      this.#lastPart[form] = 0;
    }
  }

  #chooseParts(asked: AskedName, least: number): void {
    const ceilings = asked.parts.map((_, part) => {
      let most = 0;
      for (let level = 0; level < LEVELS; level++)
        most = Math.max(most, asked.weights[part * LEVELS + level] as number);
      return { part, most };
    });
    ceilings.sort((a, b) => a.most - b.most);
    this.#followed = this.#windows.map(() => asked.parts.map(() => true));
    this.#rest = this.#windows.map((window, place) => {
      const needed = least - window.bits - MOST_TRAIT_BITS;
      let rest = 0;
      for (const { part, most } of ceilings) {
        if (rest + most >= needed) break;
        rest += most;
        (this.#followed[place] as boolean[])[part] = false;
      }
      return rest;
    });
  }

  #followPart(asked: AskedName, part: number): void {
    if (!this.#followed.some((parts) => parts[part])) return;
    const similar = asked.similar[part] as SimilarWords;
    const { postingStart, postings } = this.#index;
    for (let at = 0; at < similar.length; at++) {
      const word = similar.words[at] as number;
      const bits = asked.weights[part * LEVELS + (similar.levels[at] as number)] as number;
      const from = postingStart[word] as number;
      const to = postingStart[word + 1] as number;
      if (to - from <= SHORT) this.#walkShort(part, bits, from, to);
      else {
        for (let place = 0; place < this.#windows.length; place++) {
          if (!(this.#followed[place] as boolean[])[part]) continue;
          const window = this.#windows[place] as BirthWindow;
          let posting = firstFrom(postings, from, to, window.from);
          for (; posting < to && (postings[posting] as number) < window.to; posting++) {
            this.#add(postings[posting] as number, part, bits, window.bits);
          }
        }
      }
    }
  }

  #walkShort(part: number, bits: number, from: number, to: number): void {
    const windows = this.#windows;
    for (let posting = from; posting < to; posting++) {
      const form = this.#index.postings[posting] as number;
      for (let place = 0; place < windows.length; place++) {
        const window = windows[place] as BirthWindow;
        if (form < window.from) break;
        if (form >= window.to) continue;
        if ((this.#followed[place] as boolean[])[part]) this.#add(form, part, bits, window.bits);
        break;
      }
    }
  }

  #add(form: number, part: number, bits: number, window: number): void {
    const known = this.#promise[form] as number;
    if (known === 0) {
      if (this.#touchedCount === this.#touched.length) {
        const larger = new Uint32Array(this.#touched.length * 2);
        larger.set(this.#touched);
        this.#touched = larger;
      }
      this.#touched[this.#touchedCount++] = form;
      this.#promise[form] = bits + window;
    } else if (this.#lastPart[form] !== part + 1) this.#promise[form] = known + bits;
    else return;
    this.#lastPart[form] = part + 1;
  }

  #weighBest(least: () => number, weigh: (form: number) => void): void {
    const rest = Math.max(0, ...this.#rest);
    const asked = least() - MOST_TRAIT_BITS - rest;
    const histogram = this.#histogram.fill(0);
    const step = (promise: number) => Math.min(STEPS - 1, Math.max(0, Math.floor(promise * 8)));
    for (let at = 0; at < this.#touchedCount; at++) {
      const promise = this.#promise[this.#touched[at] as number] as number;
      if (promise >= asked) (histogram[step(promise)] as number) += 1;
    }
    let lowest = STEPS - 1;
    let held = 0;
    for (; lowest > 0 && held + (histogram[lowest] as number) <= MOST_WEIGHED; lowest--)
      held += histogram[lowest] as number;
    if (held === 0 && (histogram[lowest] as number) === 0) return;
    const chosen: number[] = [];
    for (let at = 0; at < this.#touchedCount && chosen.length < MOST_WEIGHED * 2; at++) {
      const form = this.#touched[at] as number;
      const promise = this.#promise[form] as number;
      if (promise >= asked && step(promise) >= lowest) chosen.push(Math.floor(promise * 64) * FORMS + form);
    }
    chosen.sort((a, b) => b - a);
    for (const one of chosen) {
      if (Math.ceil(one / FORMS) / 64 + rest + MOST_TRAIT_BITS < least()) return;
      weigh(one % FORMS);
    }
  }
}
