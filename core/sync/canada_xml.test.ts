import { afterAll, expect, test } from 'vitest';
import { canadaXml } from './canada_xml.ts';
import { INVENTED_LISTS } from './testing/invented_lists.ts';
import { arePublishedListsThere, drawn, published, sampleFolder } from './testing/list_samples.ts';

const folder = sampleFolder();
afterAll(folder.remove);

test('gives persons with aliases in every script; ships are passed over, a record without a name is told', async () => {
  const { entries, rejected } = await drawn(canadaXml(folder.write('c.xml', INVENTED_LISTS['canada-xml']?.text ?? '')));
  expect(entries).toEqual([
    {
      id: 'CANADA-Utopia-1, Part 1-7',
      names: [
        { surname: 'SAMPLE', givenNames: 'Anna Maria' },
        { full: 'Ганна Сампел' },
        { full: 'Анна Сампел' },
        { full: 'Ania SAMPEL' },
      ],
      birthDate: '1983-06-15',
      action: 'REFER',
      authority: 'Canada',
      legalGround: 'Utopia / Utopie, 1, Part 1, 7',
      recordedAt: '2024-04-12',
      note: 'Minister',
    },
    {
      id: 'CANADA-Utopia-1, Part 1-8',
      names: [{ surname: 'ONE' }],
      birthDate: '1962',
      otherBirthDates: ['1963-04-05'],
      action: 'REFER',
      authority: 'Canada',
      legalGround: 'Utopia / Utopie, 1, Part 1, 8',
    },
  ]);
  expect(rejected).toEqual([{ line: 8, reason: 'NAME' }]);
});

if (arePublishedListsThere) {
  test('the list as it was published: 3,334 of 4,759 records are persons, each with its own id', async () => {
    const { entries, rejected } = await drawn(canadaXml(published('canada-sema-2025-05/canada.xml.gz')));
    expect(entries.length).toBe(3334);
    expect(rejected).toEqual([]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3334);
    // 1,716 have something in the field; `Sep-72` and `born in the early 1970s` say no date.
    expect(entries.filter((entry) => entry.birthDate).length).toBe(1714);
  });
} else {
  test('NOT RUN: the published list (BOOTH_DATA) is absent', () => {
    expect(arePublishedListsThere).toBe(false);
  });
}
