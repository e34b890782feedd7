import { jaroWinkler } from '../../core/domain/screening/jaro_winkler.ts';
import { compareNames } from '../../core/domain/screening/name_evidence.ts';
import { type PreparedName, prepareNames } from '../../core/domain/screening/prepared_query.ts';

/** Something that says how alike two written names are, 0 to 1. */
export type Similarity = (a: string, b: string) => number;

const prepared = new Map<string, readonly PreparedName[]>();

function readings(name: string): readonly PreparedName[] {
  const known = prepared.get(name);
  if (known) return known;
  const made = prepareNames(name);
  prepared.set(name, made);
  return made;
}

/** The booth's own comparison, without a list. */
export const booth: Similarity = (a, b) => compareNames(readings(a), readings(b));

/** A name as plain Unicode decomposition leaves it: capitals without marks. Other scripts stay what they are. */
function decomposed(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Decomposed {
  readonly asWritten: string;
  readonly sorted: string;
}

const decompositions = new Map<string, Decomposed>();

function decompositionOf(name: string): Decomposed {
  const known = decompositions.get(name);
  if (known) return known;
  const asWritten = decomposed(name);
  const made = { asWritten, sorted: asWritten.split(' ').sort().join(' ') };
  decompositions.set(name, made);
  return made;
}

/** The peer: Jaro-Winkler on decomposed names, as written or with the words sorted, whichever is more alike. */
export const plainJaroWinkler: Similarity = (a, b) => {
  const first = decompositionOf(a);
  const second = decompositionOf(b);
  return Math.max(jaroWinkler(first.asWritten, second.asWritten), jaroWinkler(first.sorted, second.sorted));
};
