import type { EntryDocument, EntryName, WatchlistEntry } from '../../../core/domain/screening/entry.ts';
import type { Culture, Sex, WholeName } from './cultures/culture.ts';
import { culture } from './cultures/cultures.ts';
import { type Random, random, seedOf } from './random.ts';

/** An invented person: what is true, and what the list says. */
export interface Person {
  readonly culture: Culture;
  readonly sex: Sex;
  readonly name: WholeName;
  /** YYYY-MM-DD, as the passport has it, whatever the list knows. */
  readonly birthDate: string;
  readonly nationality: string;
  readonly entry: WatchlistEntry;
}

/** Persons on the list, and travellers from the same names who are not. */
export const LIST_SEED = 20_261_122;
export const TRAVELLER_SEED = 7_071_963;

const two = (value: number) => String(value).padStart(2, '0');

/** Born so that the ages of 18 to 82 are there; some peoples' registers know many a first of January. */
function bornOn(source: Random, of: Culture): string {
  const year = 1944 + Math.floor((source.next() + source.next()) * 32);
  if ((of.code === 'AR' || of.code === 'IN') && source.chance(0.04)) return `${year}-01-01`;
  const day = new Date(Date.UTC(year, 0, 1 + source.below(year % 4 === 0 ? 366 : 365)));
  return `${year}-${two(day.getUTCMonth() + 1)}-${two(day.getUTCDate())}`;
}

/** What the list knows: 7 % no birth date, 10 % the year alone. */
function listedBirthDate(source: Random, birthDate: string): { readonly birthDate?: string } {
  const at = source.next();
  if (at < 0.07) return {};
  return { birthDate: at < 0.17 ? birthDate.slice(0, 4) : birthDate };
}

function respelled(name: WholeName, of: Culture, source: Random): WholeName {
  const write = (text: string, share: number) =>
    text
      .split(' ')
      .map((word) => (source.chance(share) ? of.respell(word, source) : word))
      .join(' ')
      .trim();
  return { surname: write(name.surname, 0.7) || name.surname, givenNames: write(name.givenNames, 0.6) };
}

/** The name as another office would write it: other letters, or words joined and parted otherwise. */
export function otherSpelling(name: WholeName, of: Culture, source: Random): WholeName {
  const rejoin = of.rejoin;
  return rejoin && source.chance(0.4) ? rejoin(name, source) : respelled(name, of, source);
}

function aliasOf(person: Omit<Person, 'entry'>, source: Random): EntryName {
  const { name, culture: of, sex } = person;
  const words = name.givenNames.split(' ');
  const kind = source.next();
  if (kind < 0.55) return otherSpelling(name, of, source);
  if (kind < 0.7) return { full: `${name.givenNames} ${name.surname}`.trim() };
  // In Viet Nam the last of the given names is the one a person goes by.
  const called = of.code === 'VN' ? words.length - 1 : 0;
  if (kind < 0.82 && words.length > 1) return { surname: name.surname, givenNames: words[called] ?? '' };
  if (kind < 0.9 && words.length > 1) {
    const initials = words.map((word, at) => (at === called ? word : word.slice(0, 1)));
    return { surname: name.surname, givenNames: initials.join(' ') };
  }
  if (of.maidenNames && sex === 'F') return { surname: of.name(source, 'M').surname, givenNames: name.givenNames };
  return otherSpelling({ surname: name.surname, givenNames: words.at(-1) ?? '' }, of, source);
}

/** About 0.73 other names a person: half have none. */
function aliases(person: Omit<Person, 'entry'>, source: Random): EntryName[] {
  const at = source.next();
  const count = at < 0.5 ? 0 : at < 0.82 ? 1 : at < 0.93 ? 2 : 3;
  const written = new Set([`${person.name.surname} ${person.name.givenNames}`]);
  const made: EntryName[] = [];
  for (let tries = 0; made.length < count && tries < 6; tries++) {
    const alias = aliasOf(person, source);
    const text = alias.full ?? `${alias.surname} ${alias.givenNames}`;
    if (text.trim() === '' || written.has(text)) continue;
    written.add(text);
    made.push(alias.givenNames === '' ? { full: alias.surname ?? '' } : alias);
  }
  return made;
}

function documents(source: Random, issuer: string): EntryDocument[] {
  const at = source.next();
  const count = at < 0.55 ? 0 : at < 0.88 ? 1 : 2;
  return Array.from({ length: count }, () => ({
    number: `${'ABCDEFGHKLMNP'[source.below(13)]}${String(source.below(100_000_000)).padStart(8, '0')}`,
    issuer,
    kind: 'passport',
    status: 'LISTED' as const,
  }));
}

/** Twelve digits: place of registration, century and sex, year, serial number. */
function vietnameseNumber(source: Random, birthDate: string, sex: Sex): string {
  const century = (birthDate < '2000' ? 0 : 2) + (sex === 'F' ? 1 : 0);
  return `0${two(1 + source.below(96))}${century}${birthDate.slice(2, 4)}${String(source.below(1_000_000)).padStart(6, '0')}`;
}

/** The person at one place, the same in every run whatever was made before. */
export function personAt(seed: number, place: number): Person {
  const source = random(seedOf(seed, place));
  const of = culture(source);
  const sex: Sex = source.chance(0.62) ? 'M' : 'F';
  const name = of.name(source, sex);
  const nationality = of.nationalities(source);
  const person = { culture: of, sex, name, birthDate: bornOn(source, of), nationality };
  const second = source.chance(0.05) ? of.nationalities(source) : nationality;
  const known = documents(source, nationality);
  const entry: WatchlistEntry = {
    id: `P${place}`,
    names: [name, ...aliases(person, source)],
    ...listedBirthDate(source, person.birthDate),
    ...(source.chance(0.95) ? { sex } : {}),
    ...(source.chance(0.9) ? { nationalities: [...new Set([nationality, second])] } : {}),
    ...(nationality === 'VNM' && source.chance(0.8)
      ? { personalNumber: vietnameseNumber(source, person.birthDate, sex) }
      : {}),
    ...(known.length > 0 ? { documents: known } : {}),
    action: 'REFER',
  };
  return { ...person, entry };
}

/** `count` invented entries, one at a time. */
export function* entries(count: number, seed = LIST_SEED): Generator<WatchlistEntry> {
  for (let place = 0; place < count; place++) yield personAt(seed, place).entry;
}
