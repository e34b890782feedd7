import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import { nameTokens } from '../../../../core/domain/screening/fold.ts';
import { birthFactor, DIFFERENT } from './birth_factor.ts';
import { type NameTable, packCountry, packDate } from './name_table.ts';
import { codesOf, typedJaroWinkler } from './typed_jaro_winkler.ts';

/** A score from which the reference scorer alerts. */
export const ALERT_FROM = 0.88;

export interface Ranked {
  readonly place: number;
  readonly score: number;
}

const MOST_WORDS = 12;
/** A pair of words less alike than this counts half of what it has. */
const ALIKE = 0.75;
/** Letters of words that only one of the names has, beside those that were compared. */
const MISSING = 0.35;
/** Names less alike than this word by word are not the same words joined. */
const JOINED_FROM = 0.55;
const TOP = 10;

/** Reads each word of the list once for each word that is asked, however many names have it. */
class WordMemo {
  readonly #values: Float32Array;
  readonly #stamps: Uint32Array;
  readonly #keep: boolean;
  #stamp = 0;
  word: Uint16Array = new Uint16Array(0);

  constructor(tokens: number, keep: boolean) {
    this.#keep = keep;
    this.#values = new Float32Array(tokens);
    this.#stamps = new Uint32Array(tokens);
  }

  ask(word: string): void {
    this.word = codesOf(word);
    this.#stamp++;
  }

  similarity(token: number, letters: Uint16Array, from: number, length: number): number {
    if (this.#keep && this.#stamps[token] === this.#stamp) return this.#values[token] as number;
    const value = typedJaroWinkler(this.word, this.word.length, letters, from, length);
    this.#stamps[token] = this.#stamp;
    this.#values[token] = value;
    return value;
  }
}

/**
 * The scorer of every peer: words aligned by Jaro-Winkler, best pairs first; the names compared as one word too, where
 * words may be joined; times what birth date and nationality leave. One scorer serves one query at a time.
 */
export class ReferenceScorer {
  readonly #table: NameTable;
  readonly #letters: Uint16Array;
  readonly #letterStart: Uint32Array;
  readonly #memos: WordMemo[];
  readonly #grid = new Float32Array(MOST_WORDS * MOST_WORDS);
  readonly #glued = new Uint16Array(256);
  #asked: WordMemo[] = [];
  #askedLetters = 0;
  #askedGlued: Uint16Array = new Uint16Array(0);
  #birth = 0;
  #country = 0;
  #different: number = DIFFERENT.never;

  /** `memo` false compares every pair of words anew, as a plain scan does. */
  constructor(table: NameTable, memo = true) {
    this.#table = table;
    this.#letterStart = new Uint32Array(table.tokens.length + 1);
    table.tokens.forEach((token, at) => {
      this.#letterStart[at + 1] = (this.#letterStart[at] as number) + token.length;
    });
    this.#letters = new Uint16Array(this.#letterStart.at(-1) as number);
    table.tokens.forEach((token, at) => {
      this.#letters.set(codesOf(token), this.#letterStart[at]);
    });
    this.#memos = Array.from({ length: MOST_WORDS }, () => new WordMemo(table.tokens.length, memo));
  }

  ask(query: ScreeningQuery, nameAlone = false): void {
    const words = queryWords(query).slice(0, MOST_WORDS);
    this.#asked = words.map((word, at) => {
      const memo = this.#memos[at] as WordMemo;
      memo.ask(word);
      return memo;
    });
    this.#askedLetters = words.reduce((sum, word) => sum + word.length, 0);
    this.#askedGlued = codesOf(words.join(''));
    this.#birth = packDate(query.birthDate);
    this.#country = packCountry(query.nationality);
    this.#different = nameAlone ? DIFFERENT.nameAlone : DIFFERENT.never;
  }

  /** 0 to 1: how well the person meets what was asked. */
  score(place: number): number {
    const { formStart, births } = this.#table;
    let name = 0;
    for (let form = formStart[place] as number; form < (formStart[place + 1] as number); form++) {
      name = Math.max(name, this.#nameScore(form));
    }
    return name * birthFactor(this.#birth, births[place] as number, this.#different) * this.#countryFactor(place);
  }

  /** The ten best of the candidates, best first. */
  rank(candidates: Iterable<number>): Ranked[] {
    const best: Ranked[] = [];
    for (const place of candidates) {
      const score = this.score(place);
      if (best.length === TOP && score <= (best[TOP - 1]?.score ?? 0)) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at--;
      best.splice(at, 0, { place, score });
      if (best.length > TOP) best.pop();
    }
    return best;
  }

  #countryFactor(place: number): number {
    const both = this.#table.countries[place] as number;
    if (both === 0 || this.#country === 0) return 0.995;
    return both >>> 15 === this.#country || (both & 0x7fff) === this.#country ? 1 : 0.97;
  }

  #nameScore(form: number): number {
    const { wordStart, words } = this.#table;
    const from = wordStart[form] as number;
    const count = Math.min(MOST_WORDS, (wordStart[form + 1] as number) - from);
    const asked = this.#asked.length;
    let letters = 0;
    for (let w = 0; w < count; w++) {
      const token = words[from + w] as number;
      const start = this.#letterStart[token] as number;
      const length = (this.#letterStart[token + 1] as number) - start;
      letters += length;
      for (let q = 0; q < asked; q++) {
        this.#grid[q * MOST_WORDS + w] = (this.#asked[q] as WordMemo).similarity(token, this.#letters, start, length);
      }
    }
    const aligned = this.#aligned(from, count, letters);
    const fewer = Math.min(letters, this.#askedLetters) / Math.max(letters, this.#askedLetters);
    if (aligned > 0.97 || aligned < JOINED_FROM || fewer < 0.7) return aligned;
    return Math.max(aligned, this.#gluedScore(from, count) - 0.02);
  }

  /** Best pairs first; every word of the shorter name is paired, and what only one name has counts a little against. */
  #aligned(from: number, count: number, letters: number): number {
    const asked = this.#asked.length;
    const pairs = Math.min(asked, count);
    let met = 0;
    let compared = 0;
    for (let pair = 0; pair < pairs; pair++) {
      let best = -1;
      let bestQ = 0;
      let bestW = 0;
      for (let q = 0; q < asked; q++) {
        for (let w = 0; w < count; w++) {
          const value = this.#grid[q * MOST_WORDS + w] as number;
          if (value <= best) continue;
          best = value;
          bestQ = q;
          bestW = w;
        }
      }
      const token = this.#table.words[from + bestW] as number;
      const both =
        (this.#asked[bestQ] as WordMemo).word.length +
        (this.#letterStart[token + 1] as number) -
        (this.#letterStart[token] as number);
      met += (best >= ALIKE ? best : best / 2) * both;
      compared += both;
      for (let q = 0; q < asked; q++) this.#grid[q * MOST_WORDS + bestW] = -1;
      for (let w = 0; w < count; w++) this.#grid[bestQ * MOST_WORDS + w] = -1;
    }
    return compared === 0 ? 0 : met / (compared + MISSING * (letters + this.#askedLetters - compared));
  }

  #gluedScore(from: number, count: number): number {
    let length = 0;
    for (let w = 0; w < count; w++) {
      const token = this.#table.words[from + w] as number;
      for (let at = this.#letterStart[token] as number; at < (this.#letterStart[token + 1] as number); at++) {
        if (length < this.#glued.length) this.#glued[length++] = this.#letters[at] as number;
      }
    }
    return typedJaroWinkler(this.#askedGlued, this.#askedGlued.length, this.#glued, 0, length);
  }
}

/** The folded words of the person's name. */
export function queryWords(query: ScreeningQuery): string[] {
  return nameTokens(query.name ?? `${query.surname ?? ''} ${query.givenNames ?? ''}`);
}
