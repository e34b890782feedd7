import { afterAll, expect, test } from 'vitest';
import { openSanctionsCsv, severalValues } from './opensanctions_csv.ts';
import { INVENTED_LISTS } from './testing/invented_lists.ts';
import { arePublishedListsThere, drawn, published, sampleFolder } from './testing/list_samples.ts';

const folder = sampleFolder();
afterAll(folder.remove);
const text = INVENTED_LISTS['opensanctions-csv']?.text ?? '';

test.each([
  ['', []],
  ['one', ['one']],
  ['one; two;one;', ['one', 'two']],
  ['"a; b";c', ['a; b', 'c']],
  ['"says ""so""";c', ['says "so"', 'c']],
  ['""', []],
])('the values of %j', (column, values) => {
  expect(severalValues(column)).toEqual(values);
});

test('gives persons only; a person without a name is told', async () => {
  const { entries, rejected } = await drawn(openSanctionsCsv(folder.write('t.csv', text)));
  expect(entries[0]).toEqual({
    id: 'NK-1',
    names: [{ full: 'SAMPLE Anna' }, { full: 'САМПЛ Анна' }, { full: 'Sample; Anna' }],
    birthDate: '1980-02-03',
    otherBirthDates: ['1981'],
    nationalities: ['RUS', 'GBR', 'XXX'],
    documents: [{ number: '770000001', issuer: 'XXX', status: 'LISTED' }],
    action: 'REFER',
    authority: 'Sample list',
    legalGround: 'XX-SAMPLE',
    recordedAt: '2025-10-06',
  });
  expect(entries.map(({ id }) => id)).toEqual(['NK-1', 'NK-4']);
  expect(rejected).toEqual([{ line: 5, reason: 'FIELD:names.0.full' }]);
});

test('columns are found by their names, and a file without them is no such list', async () => {
  const turned = 'schema,id,identifiers,countries,birth_date,aliases,name\nPerson,A,,,,,Anna Sample\n';
  expect((await drawn(openSanctionsCsv(folder.write('turned.csv', turned)))).entries).toEqual([
    { id: 'A', names: [{ full: 'Anna Sample' }], action: 'REFER' },
  ]);
  await expect(drawn(openSanctionsCsv(folder.write('other.csv', 'a,b\n1,2\n')))).rejects.toMatchObject({
    problem: { code: 'LIST_FORMAT', detail: 'no column id' },
  });
});

if (arePublishedListsThere) {
  test('the list as it was published: 1,543 of 5,600 are persons', async () => {
    const file = published('opensanctions-ua_war-2026-03/targets.simple.csv.gz');
    const { entries, rejected } = await drawn(openSanctionsCsv(file));
    expect(entries.length).toBe(1543);
    expect(rejected).toEqual([]);
    expect(entries.filter((entry) => entry.birthDate).length).toBe(1489);
    expect(entries.filter((entry) => entry.otherBirthDates).length).toBe(2);
  });
} else {
  test('NOT RUN: the published list (BOOTH_DATA) is absent', () => {
    expect(arePublishedListsThere).toBe(false);
  });
}
