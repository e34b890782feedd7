import { variantKey } from './fold.ts';

/**
 * A word's sound in outline: the first letter, then consonants without doubles, like-sounding ones as one. Words of one
 * outline are candidates for each other; the judgement comes after.
 */
export function soundOutline(token: string): string {
  const key = variantKey(token)
    .replace(/PH/g, 'F')
    .replace(/[CQ]/g, 'K')
    .replace(/Z/g, 'S')
    .replace(/[WV]/g, 'B')
    .replace(/[DT]/g, 'T')
    .replace(/[GJ]/g, 'J')
    .replace(/^[AEIOUY]/, 'A');
  const rest = key.slice(1).replace(/[AEIOUYH]/g, '');
  return (key.slice(0, 1) + rest).replace(/(.)\1+/g, '$1');
}

const PREFIX_LENGTH = 4;

/** The keys under which one word is kept: its outline and, for a cut word, its beginning. */
export function wordKeys(token: string): string[] {
  return [...new Set([`o${soundOutline(token)}`, `p${variantKey(token).slice(0, PREFIX_LENGTH)}`])];
}

/** Words of a name that make pairs; more would only make the index large. */
const PAIRED_WORDS = 6;

/** Keys of every two words of a name: rare even where each word is common (two of NGUYEN, VAN, ANH). */
export function pairKeys(tokens: readonly string[]): string[] {
  const outlines = [...new Set(tokens.map(soundOutline))].sort().slice(0, PAIRED_WORDS);
  const pairs: string[] = [];
  for (let a = 0; a < outlines.length; a++) {
    for (let b = a + 1; b < outlines.length; b++) pairs.push(`2${outlines[a]}+${outlines[b]}`);
  }
  return pairs;
}

/** All keys of one name. */
export function nameKeys(tokens: readonly string[]): string[] {
  const joined = tokens.length > 1 ? [`j${soundOutline(tokens.join(''))}`] : [`j${soundOutline(tokens[0] ?? '')}`];
  return [...new Set([...tokens.flatMap(wordKeys), ...pairKeys(tokens), ...joined])];
}
