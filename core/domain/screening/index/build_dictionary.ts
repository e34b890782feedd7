import { unitsOf } from '../names/edit_distance.ts';
import { namePart } from '../names/name_part.ts';
import { fillBuckets } from './buckets.ts';
import { Growing } from './growing.ts';
import { hashText, hashUnits } from './hash.ts';

/** Words longer than this are not looked for with a letter left out. */
export const LONGEST_DELETE = 24;

/** The bit of a word's letters that no letter has: it is often left out of names. */
export const LIGHT_WORD = 0x80000000;
/** The bits of its letters; in a name, the bits of its number. */
export const LETTERS = 0x7fffffff;

/** All words of all names, in alphabetical order, with the ways by which a similar word is found. */
export function buildDictionary(words: readonly string[]) {
  const sorted = words.map((_, number) => number);
  sorted.sort((a, b) => ((words[a] as string) < (words[b] as string) ? -1 : 1));
  /** The alphabetical number of each word, by its number of first sight. */
  const order = new Uint32Array(words.length);
  const wordStart = new Uint32Array(words.length + 1);
  const wordLetters = new Uint32Array(words.length);
  const wordVariant = new Uint32Array(words.length);
  const wordSound = new Uint32Array(words.length);
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const wordUnits = new Uint16Array(letters);
  const deleteHashes = new Growing();
  const deleteWords = new Growing();
  let end = 0;
  sorted.forEach((number, place) => {
    const word = words[number] as string;
    const part = namePart(word);
    order[number] = place;
    wordStart[place] = end;
    wordUnits.set(unitsOf(word), end);
    wordLetters[place] = (part.letters | (part.light ? LIGHT_WORD : 0)) >>> 0;
    wordVariant[place] = hashText(part.variant);
    wordSound[place] = part.sound === '' ? 0 : hashText(part.sound) | 1;
    if (word.length > 2 && word.length <= LONGEST_DELETE) {
      for (let skip = -1; skip < word.length; skip++) {
        deleteHashes.push(hashUnits(wordUnits, end, word.length, skip));
        deleteWords.push(place);
      }
    } else if (word.length > 1) {
      deleteHashes.push(hashUnits(wordUnits, end, word.length));
      deleteWords.push(place);
    }
    end += word.length;
  });
  wordStart[words.length] = end;
  const all = Uint32Array.from({ length: words.length }, (_, place) => place);
  const variants = fillBuckets(wordVariant, all);
  const sounding = all.filter((place) => wordSound[place] !== 0);
  const sounds = fillBuckets(
    sounding.map((place) => wordSound[place] as number),
    sounding,
  );
  const deletes = fillBuckets(deleteHashes.view(), deleteWords.view());
  return {
    order,
    dictionary: {
      wordStart,
      wordUnits,
      wordLetters,
      wordVariant,
      wordSound,
      variantBucket: variants.start,
      variantWords: variants.items,
      soundBucket: sounds.start,
      soundWords: sounds.items,
      deleteBucket: deletes.start,
      deleteWords: deletes.items,
    },
  };
}

export type Dictionary = ReturnType<typeof buildDictionary>['dictionary'];
