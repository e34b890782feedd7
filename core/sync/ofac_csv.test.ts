import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countryCode } from './country_names.ts';
import { ofacCsv, ofacFacts } from './ofac_csv.ts';
import { ofacDocument } from './ofac_documents.ts';
import { ofacDate, ofacRemarks } from './ofac_remarks.ts';
import { arePublishedListsThere, drawn, published, publishedText, sampleFolder } from './testing/list_samples.ts';

describe('remarks', () => {
  test('give birth dates, place, sex, nationalities, weak names and documents', () => {
    expect(
      ofacRemarks(
        "DOB 27 Jul 1965; alt. DOB 1966; POB Somewhere, Utopia; nationality Korea, North; citizen Congo, Democratic Republic of the; Gender Male; a.k.a. 'THE SAMPLE'; Passport A-992 535 (Saudi Arabia) expires 01 Jan 2001; alt. Passport B77; Linked To: A SAMPLE COMPANY.",
      ),
    ).toEqual({
      birthDates: [
        { dates: ['1965-07-27'], approximate: false },
        { dates: ['1966'], approximate: false },
      ],
      birthPlaces: ['Somewhere, Utopia'],
      sex: 'M',
      nationalities: ['PRK', 'COD'],
      weakNames: [{ full: 'THE SAMPLE', weak: true }],
      documents: [
        { number: 'A992535', issuer: 'SAU', kind: 'passport', status: 'LISTED' },
        { number: 'B77', issuer: 'XXX', kind: 'passport', status: 'LISTED' },
      ],
    });
  });

  test.each([
    ['1940', ['1940'], false],
    ['Jul 1965', ['1965-07'], false],
    ['27 Jul 1965', ['1965-07-27'], false],
    ['31 Feb 1965', ['1965'], false],
    ['circa 03 Jul 1965', ['1965'], true],
    ['circa 1965', ['1965'], true],
    ['circa 1965-1966', ['1965', '1966'], true],
    ['1960 to 1962', ['1961', '1960', '1962'], false],
    ['Nov 1960 to Feb 1961', ['1960', '1961'], false],
    ['01 Jan 1960 to 31 Dec 1961', ['1960', '1961'], false],
  ])('date %s is %j', (text, dates, approximate) => {
    expect(ofacDate(text)).toEqual({ dates, approximate });
  });

  test.each(['unknown', '1951 to 1962', '1962 to 1950'])('date %s says nothing', (text) => {
    expect(ofacDate(text)).toBeNull();
  });

  test.each([
    ['National ID No. 660000 73767 (Belgium)', '66000073767', 'BEL', 'national-id'],
    ['alt. Diplomatic Passport A000 (Yemen) issued 1999', 'A000', 'YEM', 'diplomatic-passport'],
    ['Passport 92/664 (Egypt)', '92664', 'EGY', 'passport'],
    ['Cedula No. 16.247 (Colombia)', '16247', 'COL', 'national-id'],
    ['Passport H12 (Nowhere)', 'H12', 'XXX', 'passport'],
  ])('%s', (saying, number, issuer, kind) => {
    expect(ofacDocument(saying)).toEqual({ number, issuer, kind, status: 'LISTED' });
  });

  test.each(['Passport (Egypt)', 'Passport issued 1999', 'Tax ID No. 123 (Honduras)', 'Passport', 'NIT # 1-1'])(
    '%s is no document',
    (saying) => {
      expect(ofacDocument(saying)).toBeNull();
    },
  );
});

describe('a small file', () => {
  const folder = sampleFolder();
  const empty = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
  const long = `POB Somewhere; ${'x'.repeat(961)}; Passport C01X00T47 (Ge`;
  const main = folder.write(
    'sdn.csv',
    [
      `1,"MUSTERMANN, Erika","individual","TEST","Officer",${empty},"DOB 12 Aug 1964; Passport C01X00T47 (Germany)."`,
      `2,"SOME SHIP","vessel","TEST",-0- ,${empty},-0- `,
      'x,"broken"',
      `3,"ONENAME","individual","TEST",-0- ,${empty},"DOB 1970;"`,
      `4,"CUT, Short","individual","TEST",-0- ,${empty},"${long}"`,
      `5,"CUT, Joined","individual","TEST",-0- ,${empty},"${long}"`,
      `6,"OPEN,"individual","TEST",-0- ,${empty},-0- `,
      '\u001a',
    ].join('\r\n'),
  );
  beforeAll(() => {
    expect(long.length).toBe(1000);
    folder.write('alt.csv', '1,10,"aka","GABLER, Erika",-0- \r\n1,11,"aka"\r\n');
    folder.write('add.csv', '1,20,"Sample Street 1","Berlin","Germany",-0- \r\n');
    folder.write('sdn_comments.csv', '3," nationality Uzbekistan."\r\n5,"rmany); Gender Female."\r\n');
  });
  afterAll(folder.remove);

  test('individuals come with what stands beside; a broken row is told by its line and costs no other', async () => {
    const { entries, rejected } = await drawn(ofacCsv(main));
    expect(entries[0]).toEqual({
      id: 'OFAC-1',
      names: [
        { surname: 'MUSTERMANN', givenNames: 'Erika' },
        { surname: 'GABLER', givenNames: 'Erika' },
      ],
      birthDate: '1964-08-12',
      documents: [{ number: 'C01X00T47', issuer: 'DEU', kind: 'passport', status: 'LISTED' }],
      action: 'REFER',
      authority: 'US OFAC',
      legalGround: 'TEST',
      note: 'Officer; Sample Street 1, Berlin, Germany',
    });
    expect(entries[1]).toMatchObject({ id: 'OFAC-3', names: [{ full: 'ONENAME' }], nationalities: ['UZB'] });
    expect(rejected).toEqual([
      { line: 2, reason: 'ALT_COLUMN_COUNT' },
      { line: 3, reason: 'COLUMN_COUNT' },
      { line: 7, reason: 'QUOTE' },
    ]);
  });

  test('remarks cut at their limit go on in the comments; without them the half number is left out', async () => {
    const { entries } = await drawn(ofacCsv(main));
    const [short, joined] = entries.slice(2);
    expect([short?.birthPlace, short?.documents]).toEqual(['Somewhere', undefined]);
    expect(joined).toMatchObject({ sex: 'F', documents: [{ number: 'C01X00T47', issuer: 'DEU' }] });
  });

  test('a change in a file beside it makes another version', async () => {
    const before = await ofacFacts(main);
    folder.write('alt.csv', '1,10,"aka","GABLER, Erica",-0- \r\n');
    const after = await ofacFacts(main);
    expect(before.ok && after.ok && before.value.version !== after.value.version).toBe(true);
  });

  test('an absent file is named as unreadable', async () => {
    await expect(drawn(ofacCsv(`${main}.none`))).rejects.toMatchObject({
      problem: { code: 'LIST_FILE_UNREADABLE', detail: 'ENOENT' },
    });
  });
});

if (arePublishedListsThere) {
  describe('the list as it was published', () => {
    // Counted by a general CSV reader; a passport number here and there is said in words only.
    test.each([
      { file: 'ofac-sdn-2019-01/sdn.csv.gz', individuals: 3845, withPassport: 928, names: 10_000 },
      { file: 'ofac-sdn-2024-06/sdn.csv.gz', individuals: 6915, withPassport: 1694, names: 8900 },
      { file: 'ofac-cons-nonsdn-2025-12/cons_prim.csv.gz', individuals: 79, withPassport: 0, names: 100 },
    ])('$file', async ({ file, individuals, withPassport, names }) => {
      const { entries, rejected } = await drawn(ofacCsv(published(file)));
      expect(entries.length).toBe(individuals);
      expect(rejected).toEqual([]);
      const isPassport = ({ kind }: { kind?: string }) => kind?.includes('passport');
      const passports = entries.filter((entry) => entry.documents?.some(isPassport)).length;
      expect(passports).toBeGreaterThanOrEqual(withPassport - 5);
      expect(passports).toBeLessThanOrEqual(withPassport);
      expect(entries.reduce((sum, entry) => sum + entry.names.length, 0)).toBeGreaterThan(names);
      const dated = entries.filter((entry) => entry.birthDate !== undefined).length;
      expect(dated / entries.length).toBeGreaterThan(0.93);
    });

    test('the passports of 2024 are those that another reader has found', async () => {
      const others: { Pass_No: string; Pass_Country: string }[] = JSON.parse(
        publishedText('ofac-sdn-2024-06/derived_passports.json.gz'),
      );
      const { entries } = await drawn(ofacCsv(published('ofac-sdn-2024-06/sdn.csv.gz')));
      const documents = entries.flatMap((entry) => entry.documents ?? []);
      const ours = new Set(documents.map((document) => document.number));
      // 19 of theirs run on into the next sayings, up to the next bracket.
      const number = ({ Pass_No }: { Pass_No: string }) =>
        (Pass_No.split(/[;,]| issued | expires /)[0] ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
      expect(others.length).toBe(1549);
      expect(others.filter((one) => !ours.has(number(one)))).toEqual([]);
      const runOn = others.filter(({ Pass_No }) => Pass_No.includes(';'));
      const pairs = new Set(documents.map((document) => `${document.number} ${document.issuer}`));
      const told = others.filter((one) => !runOn.includes(one));
      const differing = told.filter((one) => !pairs.has(`${number(one)} ${countryCode(one.Pass_Country)}`));
      expect(differing).toEqual([]);
    });
  });
} else {
  test('NOT RUN: the published lists (BOOTH_DATA) are absent', () => {
    expect(arePublishedListsThere).toBe(false);
  });
}
