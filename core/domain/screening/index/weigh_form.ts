import { BIRTH, BIRTH_BITS, birthEqual, birthEvidence } from '../birth_evidence.ts';
import { align, newBoard, TOGETHER } from '../names/align.ts';
import { isLight, MOST_PARTS } from '../names/name_part.ts';
import { weightsBetweenScripts } from '../names/weights.ts';
import { bitsForNationality, bitsForSex } from '../traits.ts';
import type { AskedName } from './asked_name.ts';
import { LETTERS } from './build_dictionary.ts';
import { packState } from './build_persons.ts';
import type { IndexArrays } from './image.ts';

/** The person asked for, beside the name. */
export interface AskedPerson {
  /** Packed, 0 when unknown. */
  readonly birth: number;
  /** 0 unknown, 1 male, 2 female. */
  readonly sex: number;
  /** Packed state, 0 when unknown. */
  readonly state: number;
  /** Whether a name alone may be a hit where the birth dates are wholly different. */
  readonly nameAlone: boolean;
}

/** Weighs names and persons of the index in full, as `judge` weighs an entry. */
export class FormWeigher {
  readonly #index: IndexArrays;
  readonly #board = newBoard();
  readonly #limit: number;
  #read = false;
  #birthEqual = false;
  #birthBits = 0;
  #traitBits = 0;
  #weights: Float64Array = new Float64Array();
  #between: Float64Array = new Float64Array();

  constructor(index: IndexArrays, limit: number) {
    this.#index = index;
    this.#limit = limit;
  }

  /** `read`: the asked name was read from another script. */
  ask(name: AskedName, read: boolean): void {
    this.#read = read;
    this.#weights = name.weights;
    this.#between = weightsBetweenScripts(name.weights);
    for (const place of name.parts.keys()) this.#board.personLight[place] = isLight(name.parts, place) ? 1 : 0;
  }

  /**
   * Bits for one name of the index, without birth date; -Infinity when nothing meets, or when its words could not give
   * `least` bits.
   */
  name(asked: AskedName, form: number, least: number): number {
    const { formStart, formWords } = this.#index;
    const { levels, entryLight } = this.#board;
    const from = formStart[form] as number;
    const entries = (formStart[form + 1] as number) - from;
    const persons = asked.parts.length;
    const readEntry = (this.#index.formPerson[form] as number) >>> 31 === 1;
    this.#board.weights = readEntry === this.#read ? this.#weights : this.#between;
    if (persons > 1 && (!this.#anyMeets(asked, from, entries) || this.promise(asked, form) < least)) {
      return Number.NEGATIVE_INFINITY;
    }
    for (let j = 0; j < entries; j++) {
      const word = formWords[from + j] as number;
      const row = asked.rowOf(word & LETTERS) * MOST_PARTS;
      for (let i = 0; i < persons; i++) levels[i * MOST_PARTS + j] = asked.rows[row + i] as number;
      entryLight[j] = word >>> 31;
    }
    return align(this.#board, persons, entries, asked.cap, asked.cut);
  }

  /** A name of several parts of which none is similar to any is not worth a closer look: most are such. */
  #anyMeets(asked: AskedName, from: number, entries: number): boolean {
    for (let j = 0; j < entries; j++) {
      if (asked.meets((this.#index.formWords[from + j] as number) & LETTERS)) return true;
    }
    return false;
  }

  /** The most that the words of a name can say that meet the asked one by a table, less what is missing. */
  promise(asked: AskedName, form: number): number {
    const { formStart, formWords } = this.#index;
    const to = formStart[form + 1] as number;
    let promise = TOGETHER - asked.allMissing + asked.unseen;
    for (let at = formStart[form] as number; at < to; at++) {
      promise += Math.max(0, asked.most((formWords[at] as number) & LETTERS, this.#board.weights));
    }
    return promise;
  }

  /** Looks at a person beside the name: the most that birth date, sex and nationality add; -Infinity rules out. */
  look(asked: AskedPerson, person: number): number {
    const birth = birthEvidence(asked.birth, this.#index.personBirth[person] as number);
    if (birth === BIRTH.DIFFERENT && !asked.nameAlone) return Number.NEGATIVE_INFINITY;
    const traits = this.#index.personTraits[person] as number;
    const state = this.#index.states[(traits >>> 2) - 1] ?? 0;
    this.#birthEqual = birthEqual(birth);
    this.#birthBits = birth === BIRTH.DIFFERENT ? 0 : (BIRTH_BITS[birth] as number);
    this.#traitBits = bitsForSex(asked.sex, traits & 3) + bitsForNationality(asked.state, state);
    return this.#birthBits + Math.max(0, this.#traitBits);
  }

  /** The bits of the name that was weighed last with those of the person that was looked at last. */
  together(nameBits: number): number {
    let base = nameBits + this.#birthBits;
    // Name and birth date equal are a hit however common the name (vocabulary E7, PROBABLE).
    if (this.#board.alike && this.#birthEqual) base = Math.max(base, this.#limit);
    // Sex and nationality raise or lower, but what name and birth date have made a hit stays one (vocabulary E7).
    const all = base + this.#traitBits;
    return base >= this.#limit ? Math.max(this.#limit, all) : all;
  }
}

export function packAsked(birth: number, sex: string | undefined, state: string, nameAlone: boolean): AskedPerson {
  return { birth, sex: sex === 'M' ? 1 : sex === 'F' ? 2 : 0, state: state === '' ? 0 : packState(state), nameAlone };
}
