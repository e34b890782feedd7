import { MISSING, MISSING_LIGHT, TOGETHER } from '../names/align.ts';
import { bitsSet, distanceWithin } from '../names/edit_distance.ts';
import { isLight, MOST_PARTS, type NamePart } from '../names/name_part.ts';
import { distanceAllowed, LEAST_FOR_TWO, LEVEL, LEVELS, NO_LEVEL } from '../names/part_level.ts';
import { capFor, weightsOfPart } from '../names/weights.ts';
import { LETTERS } from './build_dictionary.ts';
import { hashName, hashText } from './hash.ts';
import type { IndexArrays } from './image.ts';
import { newSimilarWords, type SimilarWords, similarWords } from './similar_words.ts';

const SLOTS = 1 << 14;
const MOST_ROWS = SLOTS / 2;

/** One asked name against one index: which words meet which part, and what each meeting says. */
export class AskedName {
  similar: SimilarWords[] = [];
  readonly weights = new Float64Array(MOST_PARTS * LEVELS);
  /** What each part takes off at least where it meets nothing, in bits, and all of them together. */
  readonly missing = new Float64Array(MOST_PARTS);
  allMissing = 0;
  /** What one part may add in a name to which no table leads by it: words with two letters wrong are in none. */
  unseen = 0;
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
  /** No part is a single letter or may be cut. */
  #simple = true;
  /** Rows below this are of words that meet a part by a table. */
  #tableRows = 0;

  constructor(index: IndexArrays) {
    this.#index = index;
    for (let part = 0; part < MOST_PARTS; part++) this.similar.push(newSimilarWords());
  }

  ask(parts: readonly NamePart[], cut: boolean): void {
    this.#forget();
    this.#look(parts, cut);
    this.parts = parts;
    this.cut = cut;
    this.#simple = !cut && parts.every((part) => part.units.length > 1);
    this.allMissing = 0;
    this.unseen = 0;
    for (const [place, part] of parts.entries()) {
      this.#weighPart(part, place);
      this.missing[place] = isLight(parts, place) ? MISSING_LIGHT : MISSING;
      this.allMissing += this.missing[place] as number;
      this.unseen = Math.max(this.unseen, this.#unseenBits(part, place));
    }
    this.#tableRows = this.#rowCount;
    const equal = this.equalNames();
    this.cap = capFor(this.#index.formStart.length - 1, equal.to - equal.from);
  }

  /** Finds the words similar to each part; those of a part that was in the name asked before are known. */
  #look(parts: readonly NamePart[], cut: boolean): void {
    const before = cut === this.cut ? this.parts : [];
    const spare = this.similar.filter((_, place) => !parts.includes(before[place] as NamePart));
    const similar = parts.map((part) => {
      const known = before.indexOf(part);
      if (known >= 0) return this.similar[known] as SimilarWords;
      const found = spare.pop() ?? newSimilarWords();
      similarWords(this.#index, part, cut, found);
      return found;
    });
    this.similar = [...similar, ...spare];
  }

  #unseenBits(part: NamePart, place: number): number {
    if (part.units.length < LEAST_FOR_TWO) return 0;
    const bits = this.weights[place * LEVELS + LEVEL.TWO_LETTERS] as number;
    return Math.max(0, bits - TOGETHER) + (this.missing[place] as number);
  }

  /** The rows of the words that meet a part, and what each rule says of it. */
  #weighPart(part: NamePart, place: number): void {
    const { postingStart, formStart } = this.#index;
    const found = this.similar[place] as SimilarWords;
    this.#counts.fill(0);
    for (let at = 0; at < found.length; at++) {
      const word = found.words[at] as number;
      const held = (postingStart[word + 1] as number) - (postingStart[word] as number);
      (this.#counts[found.levels[at] as number] as number) += held;
      this.rows[this.#row(word, this.#simple) * MOST_PARTS + place] = found.levels[at] as number;
    }
    const { from, to } = found.cut;
    // All of the run, those among them that are given by stricter rules too: a few more do not matter.
    if (to > from) this.#counts[LEVEL.CUT] = (postingStart[to] as number) - (postingStart[from] as number);
    weightsOfPart(this.weights, place, part, formStart.length - 1, this.#counts);
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

  /**
   * The most that a word can add to a name, by the part that it meets best; -1 for a word that no table leads to. What such
   * words may add all the same is in `unseen`.
   */
  most(word: number, weights: Float64Array): number {
    const slot = this.#slotOf(word);
    if (this.#slotWord[slot] === 0) return -1;
    const row = this.#slotRow[slot] as number;
    if (row >= this.#tableRows) return -1;
    let most = 0;
    for (let part = 0; part < this.parts.length; part++) {
      const level = this.rows[row * MOST_PARTS + part] as number;
      if (level < 0) continue;
      const bits = Math.max(0, (weights[part * LEVELS + level] as number) - TOGETHER);
      most = Math.max(most, bits + (this.missing[part] as number));
    }
    return most;
  }

  /** Whether a table leads to a word. */
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
    return this.#row(word, false);
  }

  /** `bare`: a word that meets a part by a table need not be tried on the others by what no table leads to. */
  #row(word: number, bare: boolean): number {
    const slot = this.#slotOf(word);
    if (this.#slotWord[slot] !== 0) return this.#slotRow[slot] as number;
    const full = this.#rowCount === MOST_ROWS;
    const row = full ? MOST_ROWS - 1 : this.#rowCount;
    if (bare) this.rows.fill(NO_LEVEL, row * MOST_PARTS, row * MOST_PARTS + this.parts.length);
    else this.#fill(word, row);
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
      const { cut } = this.similar[place] as SimilarWords;
      let level: number = NO_LEVEL;
      if (word >= cut.from && word < cut.to) {
        level = LEVEL.CUT;
      } else if (size === 1 || length === 1) {
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
