import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ftmJsonLines } from './ftm_jsonl.ts';
import { INVENTED_LISTS } from './testing/invented_lists.ts';
import { arePublishedListsThere, drawn, published, sampleFolder } from './testing/list_samples.ts';

const folder = sampleFolder();
afterAll(folder.remove);
const text = INVENTED_LISTS.ftm?.text ?? '';

test('gives listed persons with the documents that refer to them, wherever in the file those stand', async () => {
  const { entries, rejected } = await drawn(ftmJsonLines(folder.write('f.jsonl', text)));
  expect(entries).toEqual([
    {
      id: 'P-1',
      names: [{ full: 'Anna Sample' }, { full: 'Анна Сампл' }, { full: 'Annie', weak: true }],
      birthDate: '1980-02-03',
      otherBirthDates: ['1981'],
      sex: 'F',
      nationalities: ['RUS'],
      documents: [
        { number: 'AB123456', issuer: 'RUS', kind: 'passport', status: 'LISTED' },
        { number: '77000', issuer: 'XXX', kind: 'passport', status: 'LISTED' },
        { number: '45001', issuer: 'XXX', kind: 'national-id', status: 'LISTED' },
      ],
      action: 'REFER',
      authority: 'sample',
      recordedAt: '2024-05-06',
    },
    {
      id: 'P-2',
      names: [{ full: 'Boris Example' }],
      nationalities: ['BLR'],
      documents: [
        { number: 'AB123456', issuer: 'RUS', kind: 'passport', status: 'LISTED' },
        { number: 'X9', issuer: 'BLR', kind: 'national-id', status: 'LISTED' },
      ],
      action: 'REFER',
    },
  ]);
  expect(rejected).toEqual([{ line: 7, reason: 'FIELD:schema' }]);
});

/** A file of persons with documents of their own, in any order. */
const file = fc
  .array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 })
  .chain((counts) => {
    const lines = counts.flatMap((count, person) => [
      { id: `P${person}`, schema: 'Person', properties: { name: [`Sample ${person}`] } },
      ...Array.from({ length: count }, (_, place) => ({
        id: `D${person}-${place}`,
        schema: 'Passport',
        properties: { holder: [`P${person}`], number: [`N${person}-${place}`], country: ['vn'] },
      })),
    ]);
    return fc.shuffledSubarray(lines, { minLength: lines.length });
  })
  .map((lines) => `not an entity\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);

test('however few documents may be held at a time, each person comes once and with all of them', async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 8, max: 60 }), async (content, most) => {
      const path = folder.write('any.jsonl', content);
      const whole = await drawn(ftmJsonLines(path));
      const shares = await drawn(ftmJsonLines(path, most));
      const byId = (list: typeof whole.entries) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(byId(shares.entries)).toEqual(byId(whole.entries));
      expect(shares.rejected).toEqual([{ line: 1, reason: 'NOT_JSON' }]);
    }),
    { numRuns: 60 },
  );
});

if (arePublishedListsThere) {
  test.each([
    { name: 'opensanctions-ftm-sample-2024-03/entities.ftm.json.gz', persons: 423, documents: 0 },
    { name: 'yente-fixtures/zala/entities.ftm.json.gz', persons: 6, documents: 1 },
    { name: 'yente-fixtures/parteispenden/entities.ftm.json.gz', persons: 22, documents: 0 },
  ])('the list as it was published: $name', async ({ name, persons, documents }) => {
    const { entries, rejected } = await drawn(ftmJsonLines(published(name)));
    expect(entries.length).toBe(persons);
    expect(rejected).toEqual([]);
    expect(entries.flatMap((entry) => entry.documents ?? []).length).toBeGreaterThanOrEqual(documents);
  });
} else {
  test('NOT RUN: the published lists (BOOTH_DATA) are absent', () => {
    expect(arePublishedListsThere).toBe(false);
  });
}
