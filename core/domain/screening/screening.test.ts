import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchBirthDates, nearestBirthDate } from './birth_evidence.ts';
import { judge, prepareQuery } from './classify.ts';
import { compareFields } from './compare_fields.ts';
import { differing } from './differing.ts';
import type { ScreeningQuery, WatchlistEntry } from './entry.ts';
import { fold, foldIssuer, foldNumber, variantKey } from './fold.ts';
import { jaroWinkler } from './jaro_winkler.ts';
import { nameEvidence } from './name_evidence.ts';
import { PLAIN } from './names/weights.ts';
import { prepareName } from './prepared_query.ts';

const on = '2026-11-22';
const judged = (query: Omit<ScreeningQuery, 'on'>, entry: Omit<WatchlistEntry, 'id'>) =>
  judge(prepareQuery({ on, ...query }), { id: 'E', ...entry });

describe('fold', () => {
  test.each([
    ['Đặng Văn Mẫu', 'DANG VAN MAU'],
    ['Łukasz Ørsted', 'LUKASZ OERSTED'],
    ['Þór Æsir', 'THOR AESIR'],
    ['straße Œuvre', 'STRASSE OEUVRE'],
    ['Ħal Ŧest Ŋ', 'HAL TEST N'],
    ["d'Artagnan", 'DARTAGNAN'],
    ['IŞIK ışık', 'ISIK ISIK'],
    ['MUSTER<<ERIKA<ANNA', 'MUSTER ERIKA ANNA'],
    ['Anna-Maria, O.', 'ANNA MARIA O'],
    ['Ǣ ǿ', 'AE OE'],
    ['  ', ''],
  ])('%s is %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test.each([
    ['MUELLER', 'MULLER'],
    ['MUXXLLER', 'MULLER'],
    ['NUNXXEZ', 'NUNEZ'],
    ['GOERAN', 'GORAN'],
    ['KHAMENEI', 'HAMENEI'],
    ['IURI', 'YURI'],
    ['MARIIA', 'MARIYA'],
    ['MXHMD', 'MHMD'],
    ['FAXTTIMXTA', 'FATIMA'],
    ['XSHRYF', 'SHRYF'],
    ['ALEKSANDR', 'ALEXANDR'],
  ])('%s and %s may be one name', (a, b) => {
    expect(variantKey(a)).toBe(variantKey(b));
  });

  test('numbers and issuers', () => {
    expect(foldNumber('c 01-x00<t47')).toBe('C01X00T47');
    expect(foldIssuer('D<<')).toBe('DEU');
  });
});

describe('names', () => {
  test.each([
    ['Đặng Văn Mẫu', 'ĐẶNG VĂN MẪU', 'NAME_EQUAL'],
    ['DANG VAN MAU', 'Đặng Văn Mẫu', 'NAME_EQUAL_WITHOUT_MARKS'],
    ['VAN MAU DANG', 'Đặng Văn Mẫu', 'NAME_REORDERED'],
    ['MUELLER HANS', 'MULLER HANS', 'NAME_TRANSLITERATED'],
    ['DANG MAU', 'DANG VAN MAU', 'NAME_PART_MISSING'],
    ['DANG VAM MAU', 'DANG VAN MAU', 'NAME_SIMILAR'],
  ])('%s and %s: %s', (person, entry, code) => {
    expect(nameEvidence(prepareName(person), prepareName(entry))?.code).toBe(code);
  });

  test('a cut name matches by the beginnings, only when it is said to be cut', () => {
    const entry = prepareName('PAPANDROPOULOUS JONATHON ALEC');
    expect(nameEvidence(prepareName('PAPANDROPOULOUS JONATHON ALE', true), entry)?.code).toBe('NAME_TRUNCATED');
    expect(nameEvidence(prepareName('PAPANDROPOULOUS JONATHON', true), entry)?.code).toBe('NAME_TRUNCATED');
    expect(nameEvidence(prepareName('PAPANDROPOULOUS JONATHON ALE'), entry)?.code).toBe('NAME_SIMILAR');
  });

  test('an empty name meets nothing', () => {
    expect(nameEvidence(prepareName(''), prepareName('MAU'))).toBeNull();
  });

  test('similarity has no side and no reach beyond 0 and 1', () => {
    const word = fc.stringMatching(/^[A-F]{1,8}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const similarity = jaroWinkler(a, b);
        expect(similarity).toBeCloseTo(jaroWinkler(b, a), 1);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
    expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.961, 3);
    expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.813, 3);
  });
});

test.each([
  ['1980-02-03', '1980-02-03', 'BIRTH_DATE_EQUAL'],
  ['1980-02-03', '1980-03-02', 'BIRTH_DATE_SWAPPED'],
  ['1980-02-03', '1980', 'BIRTH_DATE_PARTIAL'],
  ['1980-02', '1980-02-03', 'BIRTH_DATE_PARTIAL'],
  ['1980-02', '1980-03-03', 'BIRTH_DATE_NEAR'],
  ['1980-02-03', '1982-11-30', 'BIRTH_DATE_NEAR'],
  ['1980-02-03', '1983-02-03', 'BIRTH_DATE_NEAR'],
  ['1980-02-03', '1992-02-03', 'BIRTH_DATE_DIFFERENT'],
  ['1980-02-03', '1983-02-04', 'BIRTH_DATE_DIFFERENT'],
  [undefined, '1983-02-03', 'BIRTH_DATE_UNKNOWN'],
  ['1980-02-03', undefined, 'BIRTH_DATE_UNKNOWN'],
])('birth dates %s and %s: %s', (person, entry, code) => {
  expect(matchBirthDates(person, entry)).toBe(code);
});

test('of several birth dates of an entry the one that fits best counts', () => {
  const entry = { birthDate: '1961-02-03', otherBirthDates: ['1964', '1970-05-06'] };
  expect(nearestBirthDate('1970-05-06', entry)).toMatchObject({ date: '1970-05-06' });
  expect(nearestBirthDate('1964-12-24', entry)).toMatchObject({ date: '1964' });
  expect(nearestBirthDate('1961-03-02', entry)).toMatchObject({ date: '1961-02-03' });
  expect(nearestBirthDate('1999-01-02', entry)).toMatchObject({ date: '1961-02-03' });
  expect(nearestBirthDate(undefined, entry)).toMatchObject({ date: '1961-02-03' });
});

describe('judgement', () => {
  const name = { names: [{ surname: 'ĐẶNG', givenNames: 'VĂN MẪU' }], birthDate: '1980-02-03' };
  const person = { surname: 'DANG', givenNames: 'VAN MAU', birthDate: '1980-02-03' };

  test('classes of vocabulary E7', () => {
    expect(judged(person, name)?.matchClass).toBe('PROBABLE');
    expect(judged({ ...person, birthDate: '1980' }, name)?.matchClass).toBe('POSSIBLE');
    expect(judged({ ...person, birthDate: '1990-01-01' }, name)).toBeNull();
    expect(judged({ personalNumber: '1 2 3' }, { ...name, personalNumber: '123' })?.matchClass).toBe('CERTAIN');
    const passport = { names: [], documents: [{ number: 'C1', issuer: 'D' }] };
    expect(judged({ documentNumber: 'c1', issuer: 'DEU' }, passport)?.matchClass).toBe('CERTAIN');
    expect(judged({ documentNumber: 'c1', issuer: 'AUT' }, passport)).toBeNull();
    expect(judged({ documentNumber: 'c1' }, passport)?.matchClass).toBe('POSSIBLE');
  });

  test('sex and nationality lower but never exclude', () => {
    const seen = judge(
      prepareQuery({ on, name: 'DANG MAU', sex: 'F', nationality: 'LAO' }),
      { id: 'E', ...name, sex: 'M', nationalities: ['VNM'] },
      { ...PLAIN, limit: 18 },
    );
    expect(seen?.score).toBe(seen?.threshold);
    expect(seen?.why.map((reason) => reason.code)).toContain('NATIONALITY_DIFFERENT');
  });

  test('an entry counts on the first and the last day it is in force, not before, not after', () => {
    const entry = { ...name, validFrom: '2026-11-22', validTo: '2026-12' };
    const days = ['2026-11-21', '2026-11-22', '2026-12-31', '2027-01-01'];
    const found = days.map((day) => judge(prepareQuery({ ...person, on: day }), { id: 'E', ...entry }) !== null);
    expect(found).toEqual([false, true, true, false]);
  });

  test('the reasons add up to the score, within 0 and 100', () => {
    const names = fc.constantFrom('DANG VAN MAU', 'DANG MAU', 'MAU DANG VAN', 'DANG VAM MAO', 'NGUYEN VAN MAU');
    const dates = fc.constantFrom('1980-02-03', '1980-03-02', '1980', '1981', '');
    const sexes = fc.constantFrom('M', 'F', 'X');
    const issuers = fc.constantFrom('VNM', '');
    fc.assert(
      fc.property(names, dates, sexes, issuers, (written, birthDate, sex, issuer) => {
        const query = { name: written, birthDate, sex, nationality: 'VNM', documentNumber: 'C1', issuer } as const;
        const entry = {
          ...name,
          sex: 'M',
          nationalities: ['LAO'],
          documents: [{ number: 'C1', issuer: 'XXX' }],
        } as const;
        const seen = judged(query, entry);
        const sum = seen?.why.reduce((total, reason) => total + reason.points, 0);
        expect(sum).toBe(seen?.score);
        expect(seen?.score ?? 0).toBeLessThanOrEqual(100);
        expect(seen?.score ?? 100).toBeGreaterThanOrEqual(seen?.threshold ?? 0);
      }),
    );
  });
});

describe('field by field', () => {
  test('always six lines, with what differs marked', () => {
    const lines = compareFields(
      { on, surname: 'DANG', givenNames: 'VAN MAO', birthDate: '1980-03-02', documentNumber: 'C1', issuer: 'VNM' },
      {
        id: 'E',
        names: [{ full: 'DANG VAN MAU' }],
        birthDate: '1980-02-03',
        sex: 'M',
        documents: [{ number: 'C1', issuer: 'VNM' }],
      },
    );
    expect(lines.map((line) => [line.field, line.result, line.note])).toEqual([
      ['NAME', 'SIMILAR', 'NAME_SIMILAR'],
      ['BIRTH_DATE', 'SIMILAR', 'BIRTH_DATE_SWAPPED'],
      ['SEX', 'NO_DATA', null],
      ['NATIONALITY', 'NO_DATA', null],
      ['PERSONAL_NUMBER', 'NO_DATA', null],
      ['DOCUMENT_NUMBER', 'SAME', 'DOCUMENT_EQUAL'],
    ]);
    expect(lines[0]?.differing).toEqual({ person: [{ start: 11, end: 12 }], entry: [{ start: 11, end: 12 }] });
  });

  test('what is not marked as differing is the same text on both sides', () => {
    const text = fc.stringMatching(/^[AB]{0,10}$/);
    const unmarked = (value: string, ranges: readonly { start: number; end: number }[]) =>
      [...value].filter((_, place) => !ranges.some(({ start, end }) => place >= start && place < end)).join('');
    fc.assert(
      fc.property(text, text, (person, entry) => {
        const marks = differing(person, entry);
        expect(unmarked(person, marks.person)).toBe(unmarked(entry, marks.entry));
      }),
    );
  });
});

test('a name that the list itself calls weak says less, and the reasons still add up', () => {
  const query = prepareQuery({ on, name: 'DANG VAN MAU', birthDate: '1980' });
  const entry = (weak: boolean) => ({ id: 'E', names: [{ full: 'DANG VAN MAU', ...(weak ? { weak } : {}) }] });
  const strong = judge(query, entry(false));
  const weak = judge(query, entry(true));
  expect(weak?.score).toBeLessThan(strong?.score ?? 0);
  expect(weak?.why.find((reason) => reason.code === 'NAME_WEAK')?.points).toBeLessThan(0);
  expect(weak?.why.reduce((sum, reason) => sum + reason.points, 0)).toBe(weak?.score);
});
