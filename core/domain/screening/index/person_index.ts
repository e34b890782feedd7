import { ok, type Result } from '../../result.ts';
import { BIRTH, BIRTH_BITS, FIRST_OF_YEAR, NEAR_YEARS, packDate, yearsMistaken } from '../birth_evidence.ts';
import { TOGETHER } from '../names/align.ts';
import type { NamePart } from '../names/name_part.ts';
import { LEVELS } from '../names/part_level.ts';
import { limitFor, mostBits, type NameWeights, type Rarity } from '../names/weights.ts';
import type { PreparedName, PreparedQuery } from '../prepared_query.ts';
import { MOST_TRAIT_BITS } from '../traits.ts';
import { AskedName } from './asked_name.ts';
import { BestPersons } from './best_persons.ts';
import { PERSON } from './build_persons.ts';
import { FindByParts } from './find_by_parts.ts';
import { hashText, signOf } from './hash.ts';
import { type IndexArrays, type IndexProblem, readImage } from './image.ts';
import { otherSpellings } from './other_spellings.ts';
import { type AskedPerson, FormWeigher, packAsked } from './weigh_form.ts';
import { allWindows, birthWindows, bornBetween, firstFrom } from './windows.ts';

/** An entry that may be the person: `place` as it was given to the builder. */
export interface Candidate {
  readonly place: number;
  readonly bits: number;
}

export interface SearchLimits {
  /** At most so many entries. */
  readonly most: number;
  /** Only entries that reach so many bits; without it, all that reach the list's limit. */
  readonly floor?: number;
}

/** The screening index of one list. Not for use by two threads at once: it works on its own scratch. */
export interface PersonIndex extends Rarity {
  readonly persons: number;
  /** Best first. */
  find(prepared: PreparedQuery, limits: SearchLimits): Candidate[];
}

/** Equal names beyond so many are met only where the birth date leads to them. */
const MOST_EQUAL_NAMES = 600;
/** A word of so many names is worth a search of its own; of fewer, each is tried first. */
const MOST_TRIED = 60;

class TypedPersonIndex implements PersonIndex {
  readonly persons: number;
  readonly limit: number;
  readonly #index: IndexArrays;
  readonly #asked: AskedName;
  readonly #weigher: FormWeigher;
  readonly #byParts: FindByParts;
  readonly #best = new BestPersons();
  readonly #firstYear: number;
  readonly #lastYear: number;

  constructor(index: IndexArrays) {
    this.#index = index;
    this.persons = index.personBirth.length;
    this.limit = limitFor(index.formStart.length - 1);
    this.#asked = new AskedName(index);
    this.#weigher = new FormWeigher(index, this.limit);
    this.#byParts = new FindByParts(index);
    this.#firstYear = Math.floor((index.personBirth[firstFrom(index.personBirth, 1)] ?? 0) / 10_000);
    this.#lastYear = Math.floor((index.personBirth.at(-1) ?? 0) / 10_000);
  }

  weigh(parts: readonly NamePart[], cut: boolean): NameWeights {
    this.#asked.ask(parts, cut);
    return { weights: this.#asked.weights.slice(), cap: this.#asked.cap };
  }

  find(prepared: PreparedQuery, limits: SearchLimits): Candidate[] {
    const { query } = prepared;
    this.#best.start(limits.most, limits.floor ?? this.limit);
    const state = prepared.state;
    const person = packAsked(packDate(query.birthDate), query.sex, state, query.nameAlone === true);
    for (const name of prepared.names) {
      this.#search(name, name.parts, person);
      // Told before the next question, while the words of this one are at hand.
      const others = otherSpellings(this.#index, name.parts).filter(({ word }) => this.#mayHold(word, person));
      for (const other of others) this.#search(name, other.parts, person, other.changed);
    }
    const candidates = new Map<number, Candidate>();
    for (const [found, bits] of this.#best.sorted()) {
      const place = this.#index.personPlace[found] as number;
      // Found by several of the birth dates: the best comes first.
      if (!candidates.has(place)) candidates.set(place, { place, bits });
    }
    return [...candidates.values()];
  }

  /** With `changed`, only for names that hold one of these parts: the others were found by the name as it was asked. */
  #search(
    name: PreparedName,
    parts: readonly NamePart[],
    person: AskedPerson,
    changed: readonly number[] | null = null,
  ): void {
    if (parts.length === 0 || this.persons === 0) return;
    const asked = this.#asked;
    asked.ask(parts, name.truncated);
    this.#weigher.ask(asked, name.otherScript);
    const least = () => this.#best.least;
    const weighFrom = (form: number, needed: number) => {
      const found = (this.#index.formPerson[form] as number) & PERSON;
      const beside = this.#weigher.look(person, found);
      if (beside === Number.NEGATIVE_INFINITY) return;
      const nameBits = this.#weigher.name(asked, form, needed - beside);
      if (nameBits !== Number.NEGATIVE_INFINITY) this.#best.give(found, this.#weigher.together(nameBits));
    };
    const weigh = (form: number) => weighFrom(form, least());
    const whole = person.birth % 100 !== 0;
    const swapped = whole ? swapDayAndMonth(person.birth) : person.birth;
    if (changed) {
      this.#byParts.find(asked, allWindows(this.#index, person.birth, swapped), least, weigh, changed);
      return;
    }
    if (whole) {
      this.#allBorn(person.birth, weigh);
      if (swapped !== person.birth) this.#allBorn(swapped, weigh);
    }
    // However common a name, equal in every part it may be a hit.
    this.#equalNames(person, (form) => weighFrom(form, Number.NEGATIVE_INFINITY));
    if (whole && person.birth % 10_000 !== FIRST_OF_YEAR) this.#yearMistaken(person.birth, weigh);
    this.#byParts.find(asked, birthWindows(this.#index, person.birth), least, weigh, null);
  }

  /** Whether a name that holds a word could be a hit, by its other words and its birth date; the word itself is rare. */
  #mayHold(word: number, person: AskedPerson): boolean {
    const { postingStart, postings, formPerson } = this.#index;
    const from = postingStart[word] as number;
    const to = postingStart[word + 1] as number;
    if (to - from > MOST_TRIED) return true;
    const rare = mostBits(this.#index.formStart.length - 1, to - from) + this.#asked.allMissing;
    for (let at = from; at < to; at++) {
      const form = postings[at] as number;
      const beside = this.#weigher.look(person, (formPerson[form] as number) & PERSON);
      if (beside + rare + this.#weigher.promise(this.#asked, form) >= this.#best.least) return true;
    }
    return false;
  }

  /** Everybody born on the day: few enough to weigh them all. */
  #allBorn(day: number, weigh: (form: number) => void): void {
    const { from, to } = bornBetween(this.#index, day, day);
    for (let form = from; form < to; form++) weigh(form);
  }

  /** Names equal in every part, of persons whose birth date does not rule them out. */
  #equalNames(person: AskedPerson, weigh: (form: number) => void): void {
    const { nameForm } = this.#index;
    const { from, to } = this.#asked.equalNames();
    const year = Math.floor(person.birth / 10_000);
    const near = { from: (year - NEAR_YEARS) * 10_000, to: (year + NEAR_YEARS) * 10_000 + 9999 };
    const anyDate = person.birth === 0 || person.nameAlone;
    // Of one name, they stand in the order of the index, which is that of birth dates.
    const runs = anyDate ? [[0, 99_999_999] as const] : [[0, 0] as const, [near.from, near.to] as const];
    for (const [first, last] of runs) {
      const born = bornBetween(this.#index, first, last);
      let place = firstFrom(nameForm, born.from, from, to);
      const end = Math.min(to, place + MOST_EQUAL_NAMES);
      for (; place < end && (nameForm[place] as number) < born.to; place++) weigh(nameForm[place] as number);
    }
  }

  /** The same day and month in a year that could be misread: most parts must sound alike. */
  #yearMistaken(birth: number, weigh: (form: number) => void): void {
    const { personBirth, personForm } = this.#index;
    const { allMissing, missing } = this.#asked;
    const certain = (BIRTH_BITS[BIRTH.YEAR_OFF] as number) + MOST_TRAIT_BITS + TOGETHER - allMissing;
    const needed = Math.max(this.#best.least - certain, 0.1);
    const signs = this.#asked.parts.map((part, place) => ({
      ...signOf(part.sound === '' ? 0 : (hashText(part.sound) | 1) >>> 0),
      bits: Math.max(0, (this.#asked.weights[place * LEVELS] as number) - TOGETHER) + (missing[place] as number),
    }));
    const day = birth % 10_000;
    for (const year of yearsMistaken(Math.floor(birth / 10_000))) {
      if (year < this.#firstYear || year > this.#lastYear) continue;
      const first = firstFrom(personBirth, year * 10_000 + day);
      for (let person = first; personBirth[person] === year * 10_000 + day; person++) {
        if (this.#signed(person, signs) < needed) continue;
        for (let form = personForm[person] as number; form < (personForm[person + 1] as number); form++) weigh(form);
      }
    }
  }

  /** The bits of the parts whose sounds are among those of a person's names. */
  #signed(
    person: number,
    signs: readonly { readonly low: number; readonly high: number; readonly bits: number }[],
  ): number {
    const low = this.#index.personSigns[person * 2] as number;
    const high = this.#index.personSigns[person * 2 + 1] as number;
    let bits = 0;
    for (const sign of signs) {
      if ((low & sign.low) >>> 0 === sign.low && (high & sign.high) >>> 0 === sign.high) bits += sign.bits;
    }
    return bits;
  }
}

function swapDayAndMonth(birth: number): number {
  const day = birth % 100;
  const month = Math.floor((birth % 10_000) / 100);
  return day <= 12 ? Math.floor(birth / 10_000) * 10_000 + day * 100 + month : birth;
}

/** Opens an image that `indexBuilder` made; nothing is copied. */
export function openIndex(image: Uint8Array): Result<PersonIndex, IndexProblem> {
  const arrays = readImage(image);
  return arrays.ok ? ok(new TypedPersonIndex(arrays.value)) : arrays;
}
