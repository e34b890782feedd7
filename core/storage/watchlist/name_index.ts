import { yearOf } from '../../domain/screening/birth_date_match.ts';
import { nameKeys } from '../../domain/screening/blocking_keys.ts';
import { type PreparedQuery, preparedNames } from '../../domain/screening/classify.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';

/** Candidates for a name: entries that share keys with it, as one contiguous image of 32-bit words. */
export interface NameIndex {
  /** Numbers of entries, those that share most keys first. */
  find(prepared: PreparedQuery, most: number): number[];
}

const MARK = 0x4e4b4559;
/** Entries taken from one key: a very common word alone leads nowhere. */
const PER_KEY = 2000;
/** Years within which a birth date still counts. */
const NEAR_YEARS = 2;

/** FNV-1a over the key's letters; two keys of one hash only add candidates. */
function hashed(key: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < key.length; place++) hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193);
  return hash >>> 0;
}

/** A pair of words weighs more than one word: it is rarer. */
function weight(key: string): number {
  return key.startsWith('2') || key.startsWith('j') ? 3 : 1;
}

/** Collects the names of entries by number; `finish` gives the image. */
export function nameIndexBuilder() {
  let pairs = new BigUint64Array(1024);
  let words = new Uint32Array(pairs.buffer);
  let count = 0;
  let years = new Uint32Array(1024);
  let numbers = 0;

  const room = () => {
    if (count < pairs.length) return;
    const larger = new BigUint64Array(pairs.length * 2);
    larger.set(pairs);
    pairs = larger;
    words = new Uint32Array(pairs.buffer);
  };
  const keepYear = (number: number, year: number) => {
    if (number >= years.length) {
      const larger = new Uint32Array(Math.max(years.length * 2, number + 1));
      larger.set(years);
      years = larger;
    }
    years[number] = year;
    numbers = Math.max(numbers, number + 1);
  };

  return {
    add(number: number, entry: WatchlistEntry): void {
      keepYear(number, yearOf(entry.birthDate) ?? 0);
      for (const name of preparedNames(entry)) {
        if (name.tokens.length === 0) continue;
        for (const key of nameKeys(name.tokens)) {
          room();
          words[count * 2] = number;
          words[count * 2 + 1] = hashed(key);
          count++;
        }
      }
    },
    finish(): Uint8Array {
      pairs.subarray(0, count).sort();
      const image = new Uint32Array(3 + numbers + count * 2);
      image.set([MARK, numbers, count]);
      image.set(years.subarray(0, numbers), 3);
      for (let place = 0; place < count; place++) {
        image[3 + numbers + place] = words[place * 2 + 1] ?? 0;
        image[3 + numbers + count + place] = words[place * 2] ?? 0;
      }
      return new Uint8Array(image.buffer);
    },
  };
}

/** Opens an image where it lies, without a copy; null when it is none. */
export function openNameIndex(image: Uint8Array): NameIndex | null {
  if (image.byteLength < 12 || image.byteLength % 4 !== 0) return null;
  const words = new Uint32Array(image.buffer, image.byteOffset, image.byteLength / 4);
  const [mark, numbers = 0, count = 0] = words;
  if (mark !== MARK || words.length !== 3 + numbers + count * 2) return null;
  const years = words.subarray(3, 3 + numbers);
  const hashes = words.subarray(3 + numbers, 3 + numbers + count);
  const entries = words.subarray(3 + numbers + count);

  const first = (hash: number): number => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const near = (number: number, year: number | null): boolean => {
    const own = years[number] ?? 0;
    return year === null || own === 0 || Math.abs(own - year) <= NEAR_YEARS;
  };

  return {
    find({ query, name }, most) {
      const year = yearOf(query.birthDate);
      const votes = new Map<number, number>();
      for (const key of name.tokens.length === 0 ? [] : nameKeys(name.tokens)) {
        const hash = hashed(key);
        let taken = 0;
        let before = -1;
        for (let place = first(hash); hashes[place] === hash && taken < PER_KEY; place++) {
          const number = entries[place] ?? 0;
          if (number === before || !near(number, year)) continue;
          before = number;
          taken++;
          votes.set(number, (votes.get(number) ?? 0) + weight(key));
        }
      }
      return [...votes]
        .sort((a, b) => b[1] - a[1])
        .slice(0, most)
        .map(([number]) => number);
    },
  };
}
