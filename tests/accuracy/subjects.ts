import { jaroWinkler } from '../../core/domain/screening/jaro_winkler.ts';
import { bestNameMatch, prepareName } from '../../core/domain/screening/name_match.ts';
import { latinForms } from '../../core/domain/screening/scripts/latin_forms.ts';

/** Something that says how alike two written names are, 0 to 1. */
export type Similarity = (a: string, b: string) => number;

const prepared = new Map<string, ReturnType<typeof prepareName>[]>();

function readings(name: string): ReturnType<typeof prepareName>[] {
  const known = prepared.get(name);
  if (known) return known;
  const made = [name, ...latinForms(name)].map((form) => prepareName(form));
  prepared.set(name, made);
  return made;
}

/** The booth's own comparison. */
export const booth: Similarity = (a, b) =>
  Math.max(0, ...readings(a).map((name) => bestNameMatch(name, readings(b))?.match.similarity ?? 0));

/** A name as plain Unicode decomposition leaves it: capitals without marks. Other scripts stay what they are. */
function decomposed(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const sorted = (name: string) => name.split(' ').sort().join(' ');

/** The peer: Jaro-Winkler on decomposed names, as written or with the words sorted, whichever is more alike. */
export const plainJaroWinkler: Similarity = (a, b) => {
  const [first, second] = [decomposed(a), decomposed(b)];
  return Math.max(jaroWinkler(first, second), jaroWinkler(sorted(first), sorted(second)));
};
