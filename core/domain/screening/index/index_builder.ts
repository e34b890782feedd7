import { packDate } from '../birth_evidence.ts';
import type { WatchlistEntry } from '../entry.ts';
import { foldIssuer } from '../fold.ts';
import { nameWords } from '../names/name_part.ts';
import { writtenName } from '../names/written_name.ts';
import { latinForms } from '../scripts/latin_forms.ts';
import { buildDictionary } from './build_dictionary.ts';
import { buildPersons } from './build_persons.ts';
import type { Gathered } from './gathered.ts';
import { Growing } from './growing.ts';
import { layOut } from './image.ts';

export interface IndexBuilder {
  /** `place` is the entry's number in its list, below 2^32. Entries without a name are not kept here. */
  add(place: number, entry: WatchlistEntry): void;
  /** One image, to be read by `openIndex`. The builder is of no use afterwards. */
  finish(allocate?: (bytes: number) => ArrayBufferLike): Uint8Array;
}

/** A name with more forms than this is indexed by its first ones. */
const MOST_FORMS = 60;

/** A span of more years than this is indexed by its middle ones. */
const MOST_DATES = 8;

/** Everybody is in the index once for each birth date: its order is that of dates. */
function birthDates(entry: WatchlistEntry): Set<number> {
  const dates = [entry.birthDate, ...(entry.otherBirthDates ?? [])].map(packDate);
  return new Set(dates.slice(0, MOST_DATES));
}

const SEX = { M: 1, F: 2, X: 0 } as const;

/** Sex in the two lowest bits, above them the number of the one state whose national the person is (0: none or several). */
function traitsOf(entry: WatchlistEntry, stateNumber: (code: string) => number): number {
  const sex = entry.sex ? SEX[entry.sex] : 0;
  const [state, ...others] = entry.nationalities ?? [];
  return sex | ((state !== undefined && others.length === 0 ? stateNumber(foldIssuer(state)) : 0) << 2);
}

/** The different names of an entry as folded words; `read` where they were read from another script. */
function formsOf(entry: WatchlistEntry): { readonly parts: readonly string[]; readonly read: boolean }[] {
  const seen = new Set<string>(['']);
  const forms: { readonly parts: readonly string[]; readonly read: boolean }[] = [];
  const take = (form: string, read: boolean) => {
    const parts = nameWords(form);
    const key = parts.join(' ');
    if (seen.has(key) || forms.length === MOST_FORMS) return;
    seen.add(key);
    forms.push({ parts, read });
  };
  for (const name of entry.names) {
    const written = writtenName(name);
    take(written, false);
    for (const form of latinForms(written)) take(form, true);
  }
  return forms;
}

/** Collects the names of a list and makes the screening index of them. */
export function indexBuilder(): IndexBuilder {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const states: string[] = [];
  const stateNumbers = new Map<string, number>();
  const gathered: Gathered = {
    words,
    formStart: new Growing(),
    formWords: new Growing(),
    formRead: new Growing(),
    personForm: new Growing(),
    birth: new Growing(),
    place: new Growing(),
    traits: new Growing(),
    states,
  };
  const numberOf = <T>(known: Map<T, number>, list: T[], item: T): number => {
    let number = known.get(item);
    if (number === undefined) {
      number = list.length;
      known.set(item, number);
      list.push(item);
    }
    return number;
  };
  const stateNumber = (code: string) => (code === '' ? 0 : numberOf(stateNumbers, states, code) + 1);

  return {
    add(place, entry) {
      const forms = formsOf(entry).map(({ parts, read }) => ({
        words: parts.map((part) => numberOf(numbers, words, part)),
        read,
      }));
      if (forms.length === 0) return;
      for (const birth of birthDates(entry)) {
        gathered.personForm.push(gathered.formStart.length);
        for (const form of forms) {
          gathered.formStart.push(gathered.formWords.length);
          gathered.formRead.push(form.read ? 1 : 0);
          for (const word of form.words) gathered.formWords.push(word);
        }
        gathered.birth.push(birth);
        gathered.place.push(place);
        gathered.traits.push(traitsOf(entry, stateNumber));
      }
    },
    finish(allocate) {
      const { dictionary, order } = buildDictionary(words);
      return layOut({ ...dictionary, ...buildPersons(gathered, order, dictionary) }, allocate);
    },
  };
}
