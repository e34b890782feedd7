import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WatchlistEntry } from '../domain/screening/entry.ts';
import type { RejectedRow } from '../ports/watchlist.ts';
import { ofacCsv } from './ofac_csv.ts';
import { ofacDate, ofacRemarks } from './ofac_remarks.ts';

const directory = mkdtempSync(join(tmpdir(), 'booth-ofac-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function drawn(path: string): Promise<{ entries: WatchlistEntry[]; rejected: RejectedRow[] }> {
  const entries: WatchlistEntry[] = [];
  const rejected: RejectedRow[] = [];
  for await (const row of ofacCsv(path)) {
    if ('reason' in row) rejected.push(row);
    else entries.push(row);
  }
  return { entries, rejected };
}

describe('remarks', () => {
  test('give birth date, sex, nationalities and passports', () => {
    expect(
      ofacRemarks(
        'DOB 27 Jul 1965; alt. DOB 1966; POB Somewhere; nationality Korea, North; citizen Congo, Democratic Republic of the; Gender Male; Passport A-992 535 (Saudi Arabia) expires 01 Jan 2001; alt. Passport B77.',
      ),
    ).toEqual({
      birthDate: '1965-07-27',
      sex: 'M',
      nationalities: ['PRK', 'COD'],
      documents: [
        { number: 'A992535', issuer: 'SAU', kind: 'passport', status: 'LISTED' },
        { number: 'B77', issuer: 'XXX', kind: 'passport', status: 'LISTED' },
      ],
    });
  });

  test.each([
    ['1940', '1940'],
    ['Jul 1965', '1965-07'],
    ['circa 03 Jul 1965', '1965'],
    ['1960 to 1962', '1961'],
    ['01 Jan 1960 to 31 Dec 1961', '1960'],
    ['1950 to 1962', null],
    ['unknown', null],
  ])('date %s is %s', (text, date) => {
    expect(ofacDate(text)).toBe(date);
  });
});

describe('a small file', () => {
  beforeAll(() => {
    const empty = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
    writeFileSync(
      join(directory, 'sdn.csv'),
      [
        `1,"MUSTERMANN, Erika","individual","TEST",${empty},"DOB 12 Aug 1964; Passport C01X00T47 (Germany)."`,
        `2,"SOME SHIP","vessel","TEST",${empty},-0- `,
        'x,"broken"',
        `3,"ONENAME","individual","TEST",${empty},"DOB 1970;"`,
        '\u001a',
      ].join('\r\n'),
    );
    writeFileSync(join(directory, 'alt.csv'), '1,10,"aka","GABLER, Erika",-0- \r\n');
    writeFileSync(join(directory, 'sdn_comments.csv'), '3," nationality Uzbekistan."\r\n');
  });

  test('individuals come with the names and remarks beside; a broken row is told by its line', async () => {
    const { entries, rejected } = await drawn(join(directory, 'sdn.csv'));
    expect(entries.map((entry) => [entry.id, entry.names, entry.birthDate, entry.nationalities])).toEqual([
      [
        'OFAC-1',
        [
          { surname: 'MUSTERMANN', givenNames: 'Erika' },
          { surname: 'GABLER', givenNames: 'Erika' },
        ],
        '1964-08-12',
        undefined,
      ],
      ['OFAC-3', [{ full: 'ONENAME' }], '1970', ['UZB']],
    ]);
    expect(rejected).toEqual([{ line: 3, reason: 'COLUMN_COUNT' }]);
  });

  test('an absent file is named as unreadable', async () => {
    await expect(drawn(join(directory, 'none.csv'))).rejects.toMatchObject({
      problem: { code: 'LIST_FILE_UNREADABLE', detail: 'ENOENT' },
    });
  });
});

const data = join(process.env.BOOTH_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'watchlists');
const published = existsSync(data);

if (published) {
  describe('the list as it was published', () => {
    test.each([
      { folder: 'ofac-sdn-2019-01', individuals: 3845, withPassport: 928 },
      { folder: 'ofac-sdn-2024-06', individuals: 6915, withPassport: 1694 },
    ])('$folder', async ({ folder, individuals, withPassport }) => {
      for (const name of ['sdn', 'alt']) {
        rmSync(join(directory, `${name}.csv`), { force: true });
        const packed = join(data, folder, `${name}.csv.gz`);
        if (existsSync(packed)) writeFileSync(join(directory, `${name}.csv`), gunzipSync(readFileSync(packed)));
      }
      const { entries, rejected } = await drawn(join(directory, 'sdn.csv'));
      expect(entries.length).toBe(individuals);
      expect(rejected).toEqual([]);
      const passports = entries.filter((entry) => (entry.documents ?? []).length > 0).length;
      expect(passports).toBeGreaterThanOrEqual(withPassport - 5);
      expect(passports).toBeLessThanOrEqual(withPassport);
    });
  });
} else {
  test('NOT RUN: the published lists (BOOTH_DATA) are absent', () => {
    expect(published).toBe(false);
  });
}
