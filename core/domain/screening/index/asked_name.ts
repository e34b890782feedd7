import { bitsSet, distanceWithin } from '../names/edit_distance.ts';
import { MOST_PARTS, type NamePart } from '../names/name_part.ts';
import { distanceAllowed, LEVEL, LEVELS, NO_LEVEL } from '../names/part_level.ts';
import { capFor, weightsOfPart } from '../names/weights.ts';
import { LETTERS } from './build_dictionary.ts';
import { hashName, hashText } from './hash.ts';
import type { IndexArrays } from './image.ts';
import { newSimilarWords, type SimilarWords, similarWords } from './similar_words.ts';

const SLOTS = 1 << 14;
const MOST_ROWS = SLOTS / 2;

/** One asked name against one index: which words meet which part, and what each meeting says. */
export class AskedName {
  readonly similar: SimilarWords[] = [];
  readonly weights = new Float64Array(MOST_PARTS * LEVELS);
  parts: readonly NamePart[] = [];
  cap = 0;
  cut = false;
  readonly #index: IndexArrays;
  readonly #counts = new Uint32Array(LEVELS);
  /** Word + 1 by slot, and the row of levels it has: one for each part asked. */
  readonly #slotWord = new Uint32Array(SLOTS);
  readonly #slotRow = new Uint16Array(SLOTS);
  readonly #used = new Uint16Array(SLOTS);
  readonly rows = new Int8Array(MOST_ROWS * MOST_PARTS);
  #rowCount = 0;
  /** Rows below this are of words that meet a part by a table. */
  #tableRows = 0;

  constructor(index: IndexArrays) {
    this.#index = index;
    for (let part = 0; part < MOST_PARTS; part++) this.similar.push(newSimilarWords());
  }

  ask(parts: readonly NamePart[], cut: boolean): void {
    this.#forget();
    this.parts = parts;
    this.cut = cut;
    const { postingStart } = this.#index;
    const names = this.#index.formStart.length - 1;
    parts.forEach((part, place) => {
      const found = this.similar[place] as SimilarWords;
      similarWords(this.#index, part, cut, found);
      this.#counts.fill(0);
      for (let at = 0; at < found.length; at++) {
        const word = found.words[at] as number;
        const held = (postingStart[word + 1] as number) - (postingStart[word] as number);
        (this.#counts[found.levels[at] as number] as number) += held;
        this.rows[this.rowOf(word) * MOST_PARTS + place] = found.levels[at] as number;
      }
      weightsOfPart(this.weights, place, part, names, this.#counts);
    });
    this.#tableRows = this.#rowCount;
    this.cap = capFor(names, this.equalNames().to - this.equalNames().from);
  }

  /** Where in `nameForm` the names stand that are equal in every part, in any order. */
  equalNames(): { readonly from: number; readonly to: number } {
    const { nameHash } = this.#index;
    const hash = hashName(this.parts.map((part) => hashText(part.variant)));
    let low = 0;
    let high = nameHash.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((nameHash[middle] as number) < hash) low = middle + 1;
      else high = middle;
    }
    let to = low;
    while (to < nameHash.length && nameHash[to] === hash) to++;
    return { from: low, to };
  }

  /** Whether a word is equal or similar to a part, two wrong letters and initials aside. */
  meets(word: number): boolean {
    const slot = this.#slotOf(word);
    return this.#slotWord[slot] !== 0 && (this.#slotRow[slot] as number) < this.#tableRows;
  }

  /** The slot of a word, or the empty one where it would stand. */
  #slotOf(word: number): number {
    let slot = Math.imul(word + 1, 0x9e3779b1) >>> (32 - 14);
    while (this.#slotWord[slot] !== 0 && this.#slotWord[slot] !== word + 1) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  }

  /** The row of levels of a word, made when it is first met. */
  rowOf(word: number): number {
    const slot = this.#slotOf(word);
    if (this.#slotWord[slot] !== 0) return this.#slotRow[slot] as number;
    const full = this.#rowCount === MOST_ROWS;
    const row = full ? MOST_ROWS - 1 : this.#rowCount;
    this.#fill(word, row);
    if (full) return row;
    this.#slotWord[slot] = word + 1;
    this.#slotRow[slot] = row;
    this.#used[this.#rowCount++] = slot;
    return row;
  }

  /** What no table leads to: initials, and two letters wrong. */
  #fill(word: number, row: number): void {
    const { wordStart, wordUnits, wordLetters } = this.#index;
    const from = wordStart[word] as number;
    const size = (wordStart[word + 1] as number) - from;
    for (let place = 0; place < this.parts.length; place++) {
      const part = this.parts[place] as NamePart;
      const length = part.units.length;
      let level: number = NO_LEVEL;
      if (size === 1 || length === 1) {
        if (part.units[0] === wordUnits[from]) level = LEVEL.INITIAL;
      } else if (
        distanceAllowed(length, size) === 2 &&
        bitsSet(((wordLetters[word] as number) ^ part.letters) & LETTERS) <= 4 &&
        distanceWithin(part.units, 0, length, wordUnits, from, size, 2) === 2
      ) {
        level = LEVEL.TWO_LETTERS;
      }
      this.rows[row * MOST_PARTS + place] = level;
    }
  }

  #forget(): void {
    for (let used = 0; used < this.#rowCount; used++) this.#slotWord[this.#used[used] as number] = 0;
    this.#rowCount = 0;
    this.#tableRows = 0;
  }
}
