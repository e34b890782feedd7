import { describe, expect, test } from 'vitest';
import { judge, prepareQuery } from '../classify.ts';
import type { ScreeningQuery, WatchlistEntry } from '../entry.ts';
import { fold } from '../fold.ts';
import { namePart } from '../names/name_part.ts';
import { writtenName } from '../names/written_name.ts';
import { hashText } from './hash.ts';
import { IMAGE_VERSION } from './image.ts';
import { indexBuilder } from './index_builder.ts';
import { openIndex, type PersonIndex } from './person_index.ts';

const SURNAMES = ['NGUYỄN', 'TRẦN', 'MUSTERMANN', 'BEISPIEL', 'AL EXEMPLI', 'SAMPLESON', 'OBRAZTSOV', 'YANGPIN'];
const GIVEN = ['VĂN MẪU', 'THỊ THỬ', 'ERIKA ANNA', 'ABDULRAHMAN', 'JONATHON ALEC', 'IURII', 'XIAOMING', 'LỆ'];

const people: WatchlistEntry[] = SURNAMES.flatMap((surname, a) =>
  GIVEN.flatMap((givenNames, b) =>
    [0, 1, 2, 3].map((c): WatchlistEntry => {
      const born = [`19${60 + a}-0${b + 1}-1${c}`, `19${60 + a}`, '', `19${70 + b}-1${c % 3}-0${a + 1}`][c] ?? '';
      return {
        id: `${a}-${b}-${c}`,
        names: [{ surname, givenNames }, { full: `${givenNames} ALIAS${a}${b}${c}` }],
        ...(born === '' ? {} : { birthDate: born }),
        sex: c % 2 === 0 ? 'M' : 'F',
        nationalities: ['UTO'],
      };
    }),
  ),
);

function opened(entries: readonly WatchlistEntry[]): PersonIndex {
  const builder = indexBuilder();
  entries.forEach((entry, place) => {
    builder.add(place, entry);
  });
  const index = openIndex(builder.finish());
  if (!index.ok) throw new Error(index.error.code);
  return index.value;
}

const index = opened(people);
const ask = (query: Omit<ScreeningQuery, 'on'>) => prepareQuery({ on: '2026-11-22', ...query });
const best = (query: Omit<ScreeningQuery, 'on'>) =>
  index.find(ask(query), { most: 10 }).map(({ place }) => people[place]?.id);

describe('the index', () => {
  test('finds everybody by each of their names; without a birth date by the rare one', () => {
    for (const person of people) {
      for (const name of person.birthDate ? person.names : person.names.slice(1)) {
        const query = { name: writtenName(name), ...(person.birthDate ? { birthDate: person.birthDate } : {}) };
        expect(best(query), JSON.stringify(query)).toContain(person.id);
      }
    }
  });

  test.each([
    ['a letter wrong', { name: 'MUSTERNANN ERIKA ANNA', birthDate: '1962-03-10' }],
    ['another order', { name: 'ERIKA ANNA MUSTERMANN', birthDate: '1962-03-10' }],
    ['a part missing', { name: 'MUSTERMANN ERIKA', birthDate: '1962-03-10' }],
    ['cut off', { name: 'MUSTERMANN ERIK', nameTruncated: true, birthDate: '1962-03-10' }],
    ['day and month exchanged', { name: 'MUSTERMANN ERIKA ANNA', birthDate: '1962-10-03' }],
    ['the year misread', { name: 'MUSTERMANN ERIKA ANNA', birthDate: '1982-03-10' }],
    ['the year alone', { name: 'MUSTERMANN ERIKA ANNA', birthDate: '1962' }],
    ['no birth date', { name: 'MUSTERMANN ERIKA ANNA' }],
  ])('finds a person with %s', (_, query) => {
    expect(best(query)).toContain('2-2-0');
  });

  test('finds a person by each of several birth dates, once', () => {
    const dates = ['1961-02-03', '1975', '1988-07-06'];
    const [birthDate = '', ...otherBirthDates] = dates;
    const several = {
      id: 'S',
      names: [{ full: 'SAMPLE OF DATES' }, { full: 'DATES SAMPLE' }],
      birthDate,
      otherBirthDates,
    };
    const asked = opened([...people, several]);
    const found = (born: string) =>
      asked.find(ask({ name: 'SAMPLE OF DATES', birthDate: born }), { most: 10 }).map(({ place }) => place);
    for (const date of [...dates, '1975-11-12']) expect(found(date)).toEqual([people.length]);
    expect(found('1999-09-09')).toEqual([]);
    expect(judge(ask({ name: 'SAMPLE OF DATES', birthDate: '1988-07-06' }), several)).toMatchObject({
      matchClass: 'PROBABLE',
      why: expect.arrayContaining([expect.objectContaining({ code: 'BIRTH_DATE_EQUAL', entry: '1988-07-06' })]),
    });
  });

  test('finds parts written together or apart', () => {
    expect(best({ name: 'SAMPLESON ABDUL RAHMAN', birthDate: '1965-04-10' })).toContain('5-3-0');
    expect(best({ name: 'ALEXEMPLI IURII', birthDate: '1964-06-10' })).toContain('4-5-0');
  });

  test('finds a person by the short form of a name', () => {
    const known = opened([{ id: 'W', names: [{ full: 'WILLIAM SAMPLESON' }], birthDate: '1960-01-10' }]);
    expect(known.find(ask({ name: 'BILL SAMPLESON', birthDate: '1960-01-10' }), { most: 10 })).toHaveLength(1);
    const prepared = ask({ name: 'DR BILL SAMPLESON' });
    const [found] = known.find(prepared, { most: 10, floor: 0 });
    const without = known.find(ask({ name: 'KARL SAMPLESON' }), { most: 10, floor: 0 })[0];
    expect(found?.bits).toBeGreaterThan(without?.bits ?? 0);
  });

  test('weighs as the judgement does', () => {
    for (const query of [
      { name: 'NGUYEN VAN MAU', birthDate: '1960-01-10', sex: 'F', nationality: 'UTO' },
      { name: 'BEISPIEL ERIKA', birthDate: '1963' },
      { name: 'TRAN THI THU', birthDate: '1961-02-11' },
    ] as const) {
      const prepared = ask(query);
      for (const { place, bits } of index.find(prepared, { most: 10 })) {
        const judged = judge(prepared, people[place] as WatchlistEntry, index);
        expect(judged?.score, `${query.name} ${people[place]?.id}`).toBe(Math.min(100, Math.round(bits * 2.5)));
      }
    }
  });

  test('a wholly different birth date is a hit only where the site says so', () => {
    const name = { name: 'MUSTERMANN ERIKA ANNA', birthDate: '2001-12-30' };
    const dated = (nameAlone: boolean) =>
      index
        .find(ask({ ...name, nameAlone }), { most: 20 })
        .filter(({ place }) => (people[place]?.birthDate ?? '').length === 10);
    expect(dated(false)).toEqual([]);
    expect(dated(true).length).toBeGreaterThan(0);
  });
});

test('an empty list has no answer, an image that is not whole is refused', () => {
  expect(opened([]).find(ask({ name: 'NGUYEN' }), { most: 10 })).toEqual([]);
  const builder = indexBuilder();
  builder.add(7, people[0] as WatchlistEntry);
  const image = builder.finish();
  expect(openIndex(image.slice(0, -8))).toEqual({ ok: false, error: { code: 'INDEX_DAMAGED' } });
  expect(openIndex(new Uint8Array(16))).toEqual({ ok: false, error: { code: 'INDEX_DAMAGED' } });
  const older = image.slice();
  older[4] = 99;
  expect(openIndex(older)).toEqual({ ok: false, error: { code: 'INDEX_VERSION' } });
});

/** What an image of a version was made with: when this fails, raise IMAGE_VERSION and write the new number beside it. */
test('an image is only read with the folding and the sounds it was made with', () => {
  const words = 'NGUYỄN THÚY ĐẶNG MÜLLER KHRUSHCHEV QADHDHAFI XIAOPING HUMPHREY ŁUKASZ WILLIAM TCHAIKOVSKY'.split(' ');
  const made = words
    .map((word) => namePart(fold(word)))
    .map(({ text, variant, sound }) => `${text} ${variant} ${sound}`);
  expect({ version: IMAGE_VERSION, madeWith: hashText(made.join('|')) }).toEqual({
    version: 4,
    madeWith: 3_610_554_947,
  });
});
