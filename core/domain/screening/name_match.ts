import type { EntryName, MatchReasonCode, ScreeningQuery } from './entry.ts';
import { nameTokens, variantKey } from './fold.ts';
import { jaroWinkler } from './jaro_winkler.ts';

/** A name made ready once, to be compared often. */
export interface PreparedName {
  /** As written, for the eye. */
  readonly written: string;
  readonly tokens: readonly string[];
  readonly keys: readonly string[];
  readonly truncated: boolean;
}

export interface NameMatch {
  readonly code: Extract<MatchReasonCode, `NAME_${string}`>;
  /** 0 to 1. */
  readonly similarity: number;
  /** Every component of the one is a component of the other. */
  readonly allEqual: boolean;
}

export function prepareName(written: string, truncated = false): PreparedName {
  const tokens = nameTokens(written);
  return { written, tokens, keys: tokens.map(variantKey), truncated };
}

export function writtenName(name: EntryName): string {
  return name.full ?? [name.surname, name.givenNames].filter((part) => part).join(' ');
}

export function queryName(query: ScreeningQuery): PreparedName {
  const written = query.name ?? [query.surname, query.givenNames].filter((part) => part).join(' ');
  return prepareName(written, query.nameTruncated === true);
}

function sameInAnyOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ');
}

function equalMatch(person: PreparedName, entry: PreparedName): NameMatch | null {
  const code = (found: NameMatch['code']): NameMatch => ({ code: found, similarity: 1, allEqual: true });
  if (person.tokens.join(' ') === entry.tokens.join(' ')) {
    const plain = (written: string) =>
      written
        .toUpperCase()
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    return code(plain(person.written) === plain(entry.written) ? 'NAME_EQUAL' : 'NAME_EQUAL_WITHOUT_MARKS');
  }
  if (sameInAnyOrder(person.tokens, entry.tokens)) return code('NAME_REORDERED');
  return sameInAnyOrder(person.keys, entry.keys) ? code('NAME_TRANSLITERATED') : null;
}

/** Takes from `pool` the first word that `fits`; false when there is none. */
function take(pool: string[], fits: (word: string) => boolean): boolean {
  const place = pool.findIndex(fits);
  if (place < 0) return false;
  pool.splice(place, 1);
  return true;
}

/** ICAO 9303-3 4.6: a cut MRZ name matches by the beginning of each component; whole components may be lost. */
function truncatedMatch(person: PreparedName, entry: PreparedName): NameMatch | null {
  if (!person.truncated || person.keys.length < 2 || person.keys.length > entry.keys.length) return null;
  const pool = [...entry.keys];
  const longestFirst = [...person.keys].sort((a, b) => b.length - a.length);
  const all = longestFirst.every(
    (key) => take(pool, (word) => word === key) || take(pool, (word) => word.startsWith(key)),
  );
  return all ? { code: 'NAME_TRUNCATED', similarity: 0.9, allEqual: false } : null;
}

function partMissingMatch(person: PreparedName, entry: PreparedName): NameMatch | null {
  const [fewer, more] = person.keys.length < entry.keys.length ? [person.keys, entry.keys] : [entry.keys, person.keys];
  if (fewer.length < 2 || fewer.length === more.length) return null;
  const pool = [...more];
  if (!fewer.every((key) => take(pool, (word) => word === key))) return null;
  return { code: 'NAME_PART_MISSING', similarity: 0.7 + 0.25 * (fewer.length / more.length), allEqual: false };
}

/** Below this two words are not taken for one another. */
const WORD_LIMIT = 0.8;

/** The words of the shorter name each find their nearest in the longer; what is left over counts against. */
function wordSimilarity(a: readonly string[], b: readonly string[]): number {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  const pool = [...more];
  let met = 0;
  for (const word of [...fewer].sort((x, y) => y.length - x.length)) {
    const scores = pool.map((other) => jaroWinkler(word, other));
    const best = Math.max(0, ...scores);
    if (best < WORD_LIMIT) continue;
    const other = pool.splice(scores.indexOf(best), 1)[0] ?? '';
    met += best * (word.length + other.length);
  }
  const letters = [...a, ...b].reduce((sum, word) => sum + word.length, 0);
  return letters === 0 ? 0 : met / letters;
}

/** Parted or joined differently: ABDUL RAHMAN and ABDULRAHMAN. */
function joinedSimilarity(person: PreparedName, entry: PreparedName): number {
  const similarity = jaroWinkler(person.keys.join(''), entry.keys.join(''));
  return similarity >= 0.92 ? similarity - 0.02 : 0;
}

/** How two names meet; null when one is empty. The strictest description that holds is given. */
export function matchNames(person: PreparedName, entry: PreparedName): NameMatch | null {
  if (person.tokens.length === 0 || entry.tokens.length === 0) return null;
  const strict = equalMatch(person, entry) ?? truncatedMatch(person, entry) ?? partMissingMatch(person, entry);
  if (strict) return strict;
  const similarity = Math.max(wordSimilarity(person.keys, entry.keys), joinedSimilarity(person, entry));
  return { code: 'NAME_SIMILAR', similarity, allEqual: false };
}

/** The one of several names that meets best. */
export function bestNameMatch(
  person: PreparedName,
  names: readonly PreparedName[],
): { readonly match: NameMatch; readonly name: PreparedName } | null {
  let best: { readonly match: NameMatch; readonly name: PreparedName } | null = null;
  for (const name of names) {
    const match = matchNames(person, name);
    if (match && (!best || match.similarity > best.match.similarity)) best = { match, name };
  }
  return best;
}
