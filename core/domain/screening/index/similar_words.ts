import { bitsSet, distanceWithin, unitsOf } from '../names/edit_distance.ts';
import type { NamePart } from '../names/name_part.ts';
import { distanceAllowed, LEVEL } from '../names/part_level.ts';
import { shortFormOf } from '../names/short_forms.ts';
import { bucketOf } from './buckets.ts';
import { LETTERS, LONGEST_DELETE } from './build_dictionary.ts';
import { hashText, hashUnits } from './hash.ts';
import type { IndexArrays } from './image.ts';

/** Words of the dictionary that meet one asked part, with the rule by which each does. */
export interface SimilarWords {
  readonly words: Uint32Array;
  readonly levels: Uint8Array;
  length: number;
  /** The words that begin with a cut part, equal ones among them, whether or not they are given one by one. */
  cut: { readonly from: number; readonly to: number };
}

/** A part that meets more words than this is met by its nearest only. */
const MOST = 4096;
/** A cut part with which more words begin leads nowhere by itself. */
const MOST_CUT = 64;
const NONE = { from: 0, to: 0 };

export function newSimilarWords(): SimilarWords {
  return { words: new Uint32Array(MOST), levels: new Uint8Array(MOST), length: 0, cut: NONE };
}

/** The number of a word, or the place where it would stand as a negative number less one. */
export function findWord(index: IndexArrays, units: Uint16Array): number {
  const { wordStart, wordUnits } = index;
  let low = 0;
  let high = wordStart.length - 2;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const from = wordStart[middle] as number;
    const size = (wordStart[middle + 1] as number) - from;
    let order = 0;
    for (let at = 0; order === 0 && at < units.length && at < size; at++)
      order = (wordUnits[from + at] as number) - (units[at] as number);
    if (order === 0) order = size - units.length;
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -low - 1;
}

/** Whether a word stands, in alphabetical order, behind all that begin with these letters. */
function isBehind(index: IndexArrays, word: number, units: Uint16Array): boolean {
  const from = index.wordStart[word] as number;
  const size = (index.wordStart[word + 1] as number) - from;
  for (let at = 0; at < units.length; at++) {
    const letter = at < size ? (index.wordUnits[from + at] as number) : -1;
    if (letter !== units[at]) return letter > (units[at] as number);
  }
  return false;
}

/** The run of words that begin with the letters; `exact` as `findWord` gave it. */
function beginningWith(index: IndexArrays, units: Uint16Array, exact: number): { from: number; to: number } {
  const from = exact >= 0 ? exact : -exact - 1;
  let low = from;
  let high = index.wordStart.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBehind(index, middle, units)) high = middle;
    else low = middle + 1;
  }
  return { from, to: low };
}

/** Finds the words that meet `part`, the strictest rule first; a word is given once, by its strictest rule. */
export function similarWords(index: IndexArrays, part: NamePart, cut: boolean, into: SimilarWords): void {
  const { words, levels } = into;
  const { units } = part;
  into.length = 0;
  /** Words of one table come once; they are looked up among those of the tables before. */
  let before = 0;
  const give = (word: number, level: number) => {
    if (into.length === MOST) return;
    const known = level === LEVEL.ONE_LETTER || level === LEVEL.SHORT_FORM ? into.length : before;
    for (let at = 0; at < known; at++) if (words[at] === word) return;
    words[into.length] = word;
    levels[into.length++] = level;
  };
  const exact = findWord(index, units);
  if (exact >= 0) give(exact, LEVEL.EQUAL);
  before = into.length;
  equalHashes(index.variantBucket, index.variantWords, index.wordVariant, hashText(part.variant), (word) => {
    give(word, LEVEL.TRANSLITERATED);
  });
  before = into.length;
  into.cut = cut && units.length > 1 ? beginningWith(index, units, exact) : NONE;
  if (into.cut.to - into.cut.from <= MOST_CUT) {
    for (let word = into.cut.from; word < into.cut.to; word++) give(word, LEVEL.CUT);
  }
  if (units.length > 1) oneLetter(index, part, give);
  shortForms(index, part, give);
  before = into.length;
  if (part.sound === '') return;
  equalHashes(index.soundBucket, index.soundWords, index.wordSound, (hashText(part.sound) | 1) >>> 0, (word) => {
    give(word, LEVEL.SOUND);
  });
}

/** The words of one hash, in a table of buckets. */
function equalHashes(
  start: Uint32Array,
  words: Uint32Array,
  hashes: Uint32Array,
  hash: number,
  take: (word: number) => void,
): void {
  const bucket = bucketOf(start, hash);
  for (let at = start[bucket] as number; at < (start[bucket + 1] as number); at++) {
    const word = words[at] as number;
    if (hashes[word] === hash) take(word);
  }
}

function shortForms(index: IndexArrays, part: NamePart, give: (word: number, level: number) => void): void {
  for (const other of shortFormOf(part.text)) {
    const word = findWord(index, unitsOf(other));
    if (word >= 0) give(word, LEVEL.SHORT_FORM);
  }
}

function oneLetter(index: IndexArrays, part: NamePart, give: (word: number, level: number) => void): void {
  const { units } = part;
  const { deleteBucket, deleteWords, wordStart, wordUnits, wordLetters } = index;
  const last = units.length <= LONGEST_DELETE ? units.length : 0;
  for (let skip = -1; skip < last; skip++) {
    const bucket = bucketOf(deleteBucket, hashUnits(units, 0, units.length, skip));
    const end = deleteBucket[bucket + 1] as number;
    for (let at = deleteBucket[bucket] as number; at < end; at++) {
      const word = deleteWords[at] as number;
      if (bitsSet(((wordLetters[word] as number) ^ part.letters) & LETTERS) > 2) continue;
      const from = wordStart[word] as number;
      const size = (wordStart[word + 1] as number) - from;
      if (distanceAllowed(units.length, size) === 0) continue;
      if (distanceWithin(units, 0, units.length, wordUnits, from, size, 1) === 1) give(word, LEVEL.ONE_LETTER);
    }
  }
}
