import type { ScreeningQuery } from '../../../core/domain/screening/entry.ts';
import type { WholeName } from './cultures/culture.ts';
import { offBirthDate, reordered, withErrors, withoutMiddle } from './damage.ts';
import { mrzLetters, overlong, throughTheField } from './mrz_name.ts';
import { LIST_SEED, otherSpelling, type Person, personAt, TRAVELLER_SEED } from './population.ts';
import { type Random, random, seedOf } from './random.ts';

/** How a traveller who is on the list stands at the desk, and the share of each way in 5,000. */
export const KINDS = {
  exact: 500,
  'words reordered': 500,
  'cut to 39': 450,
  'one error': 600,
  'two errors': 600,
  'other spelling': 900,
  'birth date off': 400,
  'middle name missing': 500,
  'other name': 300,
  'spelling and birth date': 250,
} as const;
export type Kind = keyof typeof KINDS;

export interface LabelledQuery {
  readonly kind: Kind;
  readonly query: ScreeningQuery;
  /** The place in the list of the person who is meant; the entry's id is `P` and the place. */
  readonly place: number;
}

export const ON = '2026-11-22';

/** The person's MRZ, the name and birth date as given. The document is on no list, nor is a personal number printed. */
function query(person: Person, name: WholeName, birthDate: string, source: Random): ScreeningQuery {
  const issuer = person.nationality === 'DEU' ? 'D' : person.nationality;
  return {
    ...throughTheField(name),
    birthDate,
    sex: person.sex,
    nationality: issuer,
    documentNumber: `X${String(source.below(100_000_000)).padStart(8, '0')}`,
    issuer,
    on: ON,
  };
}

function differs(a: WholeName, b: WholeName): boolean {
  return a.surname !== b.surname || a.givenNames !== b.givenNames;
}

function otherLetters(person: Person, source: Random): WholeName | null {
  const own = mrzLetters(person.name, person.culture);
  for (let tries = 0; tries < 6; tries++) {
    const other = mrzLetters(otherSpelling(person.name, person.culture, source), person.culture);
    if (other.surname !== '' && differs(own, other)) return other;
  }
  return null;
}

function otherName(person: Person, source: Random): WholeName | null {
  const others = person.entry.names.slice(1);
  if (others.length === 0) return null;
  const { full, surname, givenNames } = source.pick(others);
  return mrzLetters({ surname: full ?? surname ?? '', givenNames: givenNames ?? '' }, person.culture);
}

const NAMES: Readonly<Record<Kind, (person: Person, own: WholeName, source: Random) => WholeName | null>> = {
  exact: (_, own) => own,
  'words reordered': (_, own, source) => reordered(own, source),
  'cut to 39': (_, own) => (overlong(own) ? own : null),
  'one error': (_, own, source) => withErrors(own, 1, source),
  'two errors': (_, own, source) => withErrors(own, 2, source),
  'other spelling': (person, _, source) => otherLetters(person, source),
  'birth date off': (_, own) => own,
  'middle name missing': (person, own, source) => withoutMiddle(own, person.culture.code, source),
  'other name': (person, _, source) => otherName(person, source),
  'spelling and birth date': (person, _, source) => otherLetters(person, source),
};

/** One query of a kind about the person, or null where the person's name does not lend itself to it. */
function ask(kind: Kind, person: Person, source: Random): ScreeningQuery | null {
  const off = kind === 'birth date off' || kind === 'spelling and birth date';
  // A date that the list does not know in full can not be off.
  if (off && person.entry.birthDate?.length !== 10) return null;
  const name = NAMES[kind](person, mrzLetters(person.name, person.culture), source);
  if (name === null || name.surname === '') return null;
  return query(person, name, off ? offBirthDate(person.birthDate, source) : person.birthDate, source);
}

/** About `size` queries of persons on a list of `listed`, the kinds in their shares, the kinds mixed. */
export function listedQueries(listed: number, size: number, seed = 91): LabelledQuery[] {
  const source = random(seedOf(seed, listed));
  const made: LabelledQuery[] = [];
  for (const [kind, share] of Object.entries(KINDS) as [Kind, number][]) {
    let wanted = Math.max(1, Math.round((share * size) / 5000));
    while (wanted > 0) {
      const place = source.below(listed);
      const found = ask(kind, personAt(LIST_SEED, place), source);
      if (!found) continue;
      made.push({ kind, query: found, place });
      wanted--;
    }
  }
  return shuffled(made, source);
}

/** Ordinary travellers of the same names who are on no list. */
export function travellerQueries(size: number): ScreeningQuery[] {
  return Array.from({ length: size }, (_, place) => {
    const person = personAt(TRAVELLER_SEED, place);
    return query(person, mrzLetters(person.name, person.culture), person.birthDate, random(seedOf(place, 5)));
  });
}

function shuffled<T>(values: readonly T[], source: Random): T[] {
  return values
    .map((value) => ({ value, at: source.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
