import { unitsOf } from '../names/edit_distance.ts';
import { MOST_PARTS, type NamePart, namePart } from '../names/name_part.ts';
import type { IndexArrays } from './image.ts';
import { findWord } from './similar_words.ts';

/** Names with parts written together or apart are asked for in at most so many ways more. */
const MOST = 3;
const LEAST_PART = 3;

/** A name parted otherwise, and the places of the words that are new in it. */
export interface OtherSpelling {
  readonly parts: readonly NamePart[];
  readonly changed: readonly number[];
  /** The number of the rarest of them in the dictionary. */
  readonly word: number;
}

/**
 * Other ways to part the same letters (ABDUL RAHMAN and ABDULRAHMAN), as far as the list knows the words: two neighbours
 * as one word, or one word as two. The rarest word first.
 */
export function otherSpellings(index: IndexArrays, parts: readonly NamePart[]): OtherSpelling[] {
  const found: (OtherSpelling & { readonly held: number })[] = [];
  const wordOf = (text: string): number => findWord(index, unitsOf(text));
  const held = (word: number): number =>
    word < 0 ? 0 : (index.postingStart[word + 1] as number) - (index.postingStart[word] as number);
  parts.forEach((part, place) => {
    const next = parts[place + 1];
    const together = next ? wordOf(part.text + next.text) : -1;
    if (next && together >= 0) {
      const joined = parts.toSpliced(place, 2, namePart(part.text + next.text));
      found.push({ parts: joined, changed: [place], word: together, held: held(together) });
    }
    if (parts.length === MOST_PARTS) return;
    for (let cut = LEAST_PART; cut <= part.text.length - LEAST_PART; cut++) {
      const two = [part.text.slice(0, cut), part.text.slice(cut)] as const;
      const words = two.map(wordOf);
      const least = Math.min(...words.map(held));
      if (least === 0) continue;
      const word = words.find((one) => held(one) === least) as number;
      const apart = parts.toSpliced(place, 1, namePart(two[0]), namePart(two[1]));
      found.push({ parts: apart, changed: [place, place + 1], word, held: least * 50 });
    }
  });
  return found.sort((a, b) => a.held - b.held).slice(0, MOST);
}
