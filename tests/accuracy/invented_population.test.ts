import { describe, expect, test } from 'vitest';
import { nameTokens } from '../../core/domain/screening/fold.ts';
import { jaroWinkler } from '../../core/domain/screening/jaro_winkler.ts';
import { writtenName } from '../../core/domain/screening/names/written_name.ts';
import { codesOf, typedJaroWinkler } from '../bench/screening/peers/typed_jaro_winkler.ts';
import { entries, LIST_SEED, personAt } from '../bench/screening/population.ts';
import { KINDS, listedQueries, travellerQueries } from '../bench/screening/queries.ts';

const PERSONS = 4000;
const persons = Array.from({ length: PERSONS }, (_, place) => personAt(LIST_SEED, place));
const shareOf = (counts: (person: (typeof persons)[number]) => boolean) => persons.filter(counts).length / PERSONS;

describe('the invented population', () => {
  test('is the same in every run, whatever was made before', () => {
    const listed = [...entries(50)];
    expect(personAt(LIST_SEED, 49).entry).toEqual(listed[49]);
    expect(personAt(LIST_SEED, 7).entry).toEqual(listed[7]);
    expect(personAt(LIST_SEED, 0).name).toEqual({ surname: 'HONG', givenNames: 'MISEO' });
  });

  test('has its cultures, other names and birth dates in their shares', () => {
    expect(Math.abs(shareOf((person) => person.culture.code === 'VN') - 0.2)).toBeLessThan(0.02);
    expect(Math.abs(shareOf((person) => person.culture.code === 'AR') - 0.18)).toBeLessThan(0.02);
    expect(Math.abs(shareOf((person) => person.entry.birthDate === undefined) - 0.07)).toBeLessThan(0.02);
    expect(Math.abs(shareOf((person) => person.entry.birthDate?.length === 4) - 0.1)).toBeLessThan(0.02);
    const names = persons.reduce((sum, person) => sum + person.entry.names.length, 0);
    expect(Math.abs(names / PERSONS - 1 - 0.73)).toBeLessThan(0.04);
  });

  test('is asked for in every way, in shares, each time by a name that is not the one listed unless it should be', () => {
    const queries = listedQueries(PERSONS, 1000);
    for (const [kind, share] of Object.entries(KINDS)) {
      expect(queries.filter((query) => query.kind === kind).length, kind).toBe(Math.round(share / 5));
    }
    for (const { kind, query, place } of queries) {
      const asked = nameTokens(`${query.surname} ${query.givenNames}`).join(' ');
      const listed = (personAt(LIST_SEED, place).entry.names[0] ?? {}) as { surname: string; givenNames: string };
      if (kind === 'one error' || kind === 'words reordered')
        expect(asked).not.toBe(nameTokens(writtenName(listed)).join(' '));
      if (kind === 'cut to 39') expect(query.nameTruncated).toBe(true);
      if (kind === 'birth date off') expect(query.birthDate).not.toBe(personAt(LIST_SEED, place).birthDate);
    }
  });

  test('is not where the travellers come from', () => {
    const listed = new Set(persons.map(({ name, birthDate }) => `${name.surname} ${name.givenNames} ${birthDate}`));
    const met = travellerQueries(500).filter((one) => listed.has(`${one.surname} ${one.givenNames} ${one.birthDate}`));
    expect(met.length).toBeLessThanOrEqual(1);
  });
});

test("the peers' scorer compares words as the plain Jaro-Winkler does", () => {
  const words = persons
    .slice(0, 300)
    .flatMap(({ entry }) => entry.names.flatMap((name) => nameTokens(writtenName(name))));
  words.forEach((word, at) => {
    const other = words[(at * 31 + 7) % words.length] ?? '';
    const asked = codesOf(word);
    const letters = codesOf(`..${other}`);
    expect(typedJaroWinkler(asked, asked.length, letters, 2, other.length)).toBeCloseTo(jaroWinkler(word, other), 12);
  });
});
