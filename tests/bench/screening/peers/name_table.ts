import type { WatchlistEntry } from '../../../../core/domain/screening/entry.ts';
import { foldIssuer, nameTokens } from '../../../../core/domain/screening/fold.ts';
import { writtenName } from '../../../../core/domain/screening/names/written_name.ts';

/** Numbers that may become more: an array that doubles when it is full. */
class Growing {
  values: Uint32Array<ArrayBuffer>;
  length = 0;

  constructor(capacity: number) {
    this.values = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

/** YYYYMMDD, unknown parts 0; 0 where nothing is known. */
export function packDate(date: string | undefined): number {
  return date ? Number(date.replaceAll('-', '').padEnd(8, '0')) : 0;
}

/** A number for a country's code; 0 where none is known. */
export function packCountry(code: string | undefined): number {
  let packed = 0;
  for (const letter of foldIssuer(code ?? '').slice(0, 3)) packed = packed * 27 + letter.charCodeAt(0) - 64;
  return packed;
}

/**
 * The names of a whole list as every peer sees them: folded words, each word once, in typed arrays. Person p has the forms
 * `formStart[p]` up to `formStart[p + 1]`, form f the words `wordStart[f]` up to `wordStart[f + 1]` of `words`.
 */
export class NameTable {
  readonly tokens: string[] = [];
  readonly #tokenOf = new Map<string, number>();
  readonly #formStart = new Growing(1 << 20);
  readonly #wordStart = new Growing(1 << 20);
  readonly #words = new Growing(1 << 22);
  readonly #births = new Growing(1 << 20);
  readonly #countries = new Growing(1 << 20);

  constructor() {
    this.#formStart.push(0);
    this.#wordStart.push(0);
  }

  add(entry: WatchlistEntry): void {
    for (const name of entry.names) {
      const tokens = nameTokens(writtenName(name));
      if (tokens.length === 0) continue;
      for (const token of tokens) this.#words.push(this.#intern(token));
      this.#wordStart.push(this.#words.length);
    }
    this.#formStart.push(this.#wordStart.length - 1);
    this.#births.push(packDate(entry.birthDate));
    const [first, second] = entry.nationalities ?? [];
    this.#countries.push(packCountry(first) * 32_768 + packCountry(second));
  }

  #intern(token: string): number {
    const known = this.#tokenOf.get(token);
    if (known !== undefined) return known;
    this.#tokenOf.set(token, this.tokens.length);
    this.tokens.push(token);
    return this.tokens.length - 1;
  }

  get persons(): number {
    return this.#formStart.length - 1;
  }
  get forms(): number {
    return this.#wordStart.length - 1;
  }
  get formStart(): Uint32Array {
    return this.#formStart.values;
  }
  get wordStart(): Uint32Array {
    return this.#wordStart.values;
  }
  get words(): Uint32Array {
    return this.#words.values;
  }
  get births(): Uint32Array {
    return this.#births.values;
  }
  /** First and second nationality as one number: first * 32768 + second. */
  get countries(): Uint32Array {
    return this.#countries.values;
  }

  /** The folded words of one form. */
  form(form: number): string[] {
    const words: string[] = [];
    for (let at = this.wordStart[form] ?? 0; at < (this.wordStart[form + 1] ?? 0); at++) {
      words.push(this.tokens[this.words[at] ?? 0] ?? '');
    }
    return words;
  }

  /** The folded words of every form of one person. */
  *formsOf(person: number): Generator<string[]> {
    for (let form = this.formStart[person] ?? 0; form < (this.formStart[person + 1] ?? 0); form++)
      yield this.form(form);
  }
}
