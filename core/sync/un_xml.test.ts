import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { INVENTED_LISTS } from './testing/invented_lists.ts';
import { arePublishedListsThere, drawn, published, sampleFolder } from './testing/list_samples.ts';
import { unFacts, unXml } from './un_xml.ts';

const folder = sampleFolder();
afterAll(folder.remove);
const text = INVENTED_LISTS['un-xml']?.text ?? '';

describe('the list of the UN', () => {
  test('gives individuals with all that tells them apart', async () => {
    const { entries, rejected } = await drawn(unXml(folder.write('un.xml', text)));
    expect(entries[0]).toEqual({
      id: 'UN-900001',
      names: [
        { full: 'SAMPLE IBN EXAMPLE' },
        { full: 'مثال بن عينة' },
        { full: 'Sampel Ibn Exampel' },
        { full: 'Сампел' },
        { full: 'Abu Sample', weak: true },
      ],
      birthDate: '1961-02-03',
      otherBirthDates: ['1964', '1963', '1965'],
      birthPlace: 'Sampleton, Afghanistan',
      sex: 'M',
      nationalities: ['SYR'],
      documents: [
        { number: 'OA000001', issuer: 'AFG', kind: 'passport', status: 'LISTED' },
        { number: '44001', issuer: 'AFG', kind: 'national-id', status: 'LISTED' },
        { number: 'L100001', issuer: 'TUN', kind: 'passport', status: 'LISTED' },
      ],
      action: 'REFER',
      authority: 'UN Security Council',
      decision: 'SAi.001',
      legalGround: 'Sample',
      recordedAt: '2001-02-03',
      note: 'Keeper of samples; Invented & harmless.',
    });
    expect(entries[1]).toMatchObject({ id: 'UN-900002', birthDate: '1970', birthDateApproximate: true });
    expect(rejected).toEqual([{ line: 25, reason: 'FIELD:DATAID' }]);
  });

  test('says its version and age itself', async () => {
    const asOf = Date.parse('2026-01-02T03:04:05.000Z');
    const path = folder.write('un.xml', text);
    expect(await unFacts(path)).toEqual({ ok: true, value: { version: '2026-01-02T03:04:05.000Z', asOf } });
    const silent = await unFacts(folder.write('silent.xml', text.replace(/ dateGenerated="[^"]*"/, '')));
    expect(silent.ok && silent.value.version).toMatch(/^[0-9a-f]{32}$/);
  });
});

if (arePublishedListsThere) {
  describe('the list as it was published', () => {
    // Individuals as counted by a general XML reader; the others are lower bounds of what the file has in such fields.
    test.each([
      { name: 'un-2020-12-01', individuals: 713, dated: 660, native: 360, passports: 280 },
      { name: 'un-2020-12-08', individuals: 712, dated: 660, native: 360, passports: 280 },
      { name: 'un-2025-04-19', individuals: 684, dated: 645, native: 330, passports: 270 },
    ])('$name', async ({ name, individuals, dated, native, passports }) => {
      const file = published(`${name}/${readdirSync(published(name))[0]}`);
      const { entries, rejected } = await drawn(unXml(file));
      expect(entries.length).toBe(individuals);
      expect(rejected).toEqual([]);
      const isNative = ({ full = '' }) => !/\p{Script=Latin}/u.test(full);
      const documents = entries.flatMap((entry) => entry.documents ?? []);
      expect(entries.filter((entry) => entry.birthDate).length).toBeGreaterThanOrEqual(dated);
      expect(entries.filter((entry) => entry.names.some(isNative)).length).toBeGreaterThanOrEqual(native);
      expect(documents.filter(({ kind }) => kind === 'passport').length).toBeGreaterThanOrEqual(passports);
      expect(entries.flatMap((entry) => entry.names).filter(({ weak }) => weak).length).toBeGreaterThan(550);
    });

    test('two copies of one year have two versions, the later one later', async () => {
      const [earlier, later] = await Promise.all(
        ['un-2020-12-01', 'un-2020-12-08'].map((name) => unFacts(published(`${name}/consolidated.xml.gz`))),
      );
      expect(earlier).toMatchObject({ value: { version: '2020-11-30T20:31:19.923-05:00' } });
      expect(earlier?.ok && later?.ok && later.value.asOf > earlier.value.asOf).toBe(true);
    });
  });
} else {
  test('NOT RUN: the published lists (BOOTH_DATA) are absent', () => {
    expect(arePublishedListsThere).toBe(false);
  });
}
