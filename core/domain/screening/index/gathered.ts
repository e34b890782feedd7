import type { Growing } from './growing.ts';

/** What is gathered while entries come; numbers of words are in order of first sight. */
export interface Gathered {
  readonly words: readonly string[];
  /** Names, a run of words each: form f has the words from formStart[f]. */
  readonly formStart: Growing;
  readonly formWords: Growing;
  /** 1 for a name read from another script. */
  readonly formRead: Growing;
  /** Names of person p begin at personForm[p]. */
  readonly personForm: Growing;
  readonly birth: Growing;
  readonly place: Growing;
  readonly traits: Growing;
  readonly states: readonly string[];
}
