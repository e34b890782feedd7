import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryCodes } from './country_codes.ts';
import type { MrzFields, MrzFormat } from './mrz.ts';
import { parseMrz } from './parse.ts';
import { printMrz } from './print.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const alphanumeric = [...letters, ...'0123456789'];
const two = (value: number) => String(value).padStart(2, '0');

const text = (unit: readonly string[], min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...unit), minLength: min, maxLength: max });
const country = fc.constantFrom(...countryCodes('current'));
const whole = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map(two).join(''));
const birth = fc.oneof(
  whole,
  whole.map((date) => `${date.slice(0, 4)}<<`),
  whole.map((date) => `${date.slice(0, 2)}<<<<`),
  fc.constant('<<<<<<'),
);
/** Data whose last character is no filler, as the parser gives it. */
const data = (max: number) => text([...alphanumeric, '<'], 0, max).map((value) => value.replace(/<+$/, ''));
const name = (max: number) =>
  fc.array(text(letters, 1, 8), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' ').slice(0, max).trim());
const sex = fc.constantFrom('M', 'F', '<');

const common = (nameWidth: number) => ({
  issuer: country,
  nationality: country,
  documentNumber: text(alphanumeric, 1, 9),
  birthDate: birth,
  sex,
  expiryDate: whole,
  surname: name(Math.floor((nameWidth - 2) / 2)),
  // One position stays free: a letter in the last one means a cut name.
  givenNames: fc.oneof(name(Math.floor((nameWidth - 4) / 2)), fc.constant('')),
});
const cardCode = fc.constantFrom('I', 'ID', 'AC', 'IP', 'C');
const longNumber = (rest: number) => ({
  documentNumber: text(alphanumeric, 10, 9 + rest),
  longDocumentNumber: fc.constant(true),
});

/** A French TD2 without a year of birth cannot be told from the French card of 1988. */
function isNoFrenchCard({ documentCode, issuer, birthDate }: MrzFields): boolean {
  return documentCode !== 'ID' || issuer !== 'FRA' || birthDate?.charAt(0) !== '<';
}

const FIELDS: readonly [string, MrzFormat, fc.Arbitrary<MrzFields>][] = [
  ['TD3', 'TD3', fc.record({ ...common(39), documentCode: fc.constantFrom('P', 'PP', 'PD'), optionalData: data(14) })],
  [
    'TD1',
    'TD1',
    fc.record({ ...common(30), documentCode: cardCode, optionalData1: data(15), optionalData2: data(11) }),
  ],
  [
    'TD1 with a long number',
    'TD1',
    fc.record({
      ...common(30),
      ...longNumber(9),
      documentCode: cardCode,
      optionalData1: data(4),
      optionalData2: data(11),
    }),
  ],
  ['TD2', 'TD2', fc.record({ ...common(31), documentCode: cardCode, optionalData: data(7) }).filter(isNoFrenchCard)],
  [
    'TD2 with a long number',
    'TD2',
    fc
      .record({ ...common(31), ...longNumber(3), documentCode: cardCode, optionalData: data(2) })
      .filter(isNoFrenchCard),
  ],
  ['MRV-A', 'MRV-A', fc.record({ ...common(39), documentCode: fc.constantFrom('V', 'VN'), optionalData: data(16) })],
  ['MRV-B', 'MRV-B', fc.record({ ...common(31), documentCode: fc.constantFrom('V', 'VN'), optionalData: data(8) })],
  [
    'French card',
    'FRA-ID-1988',
    fc.record({
      documentCode: fc.constant('ID'),
      issuer: fc.constant('FRA'),
      departmentOfIssue: data(3),
      officeOfIssue: data(3),
      documentNumber: text(alphanumeric, 12, 12),
      birthDate: birth,
      sex,
      surname: name(24),
      // Two fillers part given names here, so two short ones must fit.
      givenNames: fc.tuple(text(letters, 1, 5), text(letters, 0, 5)).map((parts) => parts.join(' ').trim()),
    }),
  ],
];

test.each(FIELDS)('%s: what is printed is read again', (_, format, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (fields) => {
      const printed = printMrz(format, fields);
      if (!printed.ok) throw new Error(`${printed.error.code} ${printed.error.field}`);
      const parsed = parseMrz(printed.value);
      expect(parsed.problems).toEqual([]);
      expect(parsed.fields).toEqual(fields);
      expect(parsed.format).toBe(format);
      expect(parsed.valid).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a name that does not fit is cut and says so', () => {
  const long = fc.array(text(letters, 2, 12), { minLength: 6, maxLength: 9 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(long, long, (surname, givenNames) => {
      const printed = printMrz('TD1', { ...PERSON, surname, givenNames });
      if (!printed.ok) throw new Error(printed.error.code);
      const parsed = parseMrz(printed.value);
      expect(parsed.valid).toBe(true);
      expect(parsed.nameTruncated || surname.length + givenNames.length < 28).toBe(true);
      expect(parsed.fields.givenNames).not.toBe('');
      const components = [...surname.split(' '), ...givenNames.split(' ')];
      for (const part of `${parsed.fields.surname} ${parsed.fields.givenNames}`.split(' ')) {
        expect(components.some((component) => component.startsWith(part))).toBe(true);
      }
    }),
  );
});

const PERSON: MrzFields = {
  documentCode: 'I',
  issuer: 'PRT',
  documentNumber: '123456789',
  nationality: 'PRT',
  birthDate: '800101',
  sex: 'F',
  expiryDate: '300101',
  surname: 'SILVA',
  givenNames: 'ANA',
};

test('the check digit of a long number may count the filler', () => {
  const fields = { ...PERSON, documentNumber: '000024759ZZ7', checkOverFiller: true };
  const printed = printMrz('TD1', fields);
  if (!printed.ok) throw new Error(printed.error.code);
  expect(parseMrz(printed.value)).toMatchObject({
    valid: true,
    fields: { documentNumber: '000024759ZZ7', longDocumentNumber: true, checkOverFiller: true, optionalData1: '' },
  });
});

test.each([
  ['no surname', { surname: '' }, 'FIELD_MISSING', 'surname'],
  ['small letters', { surname: 'silva' }, 'FIELD_CHARSET', 'surname'],
  ['an issuer with a digit', { issuer: 'PR7' }, 'FIELD_CHARSET', 'issuer'],
  ['half an expiry date', { expiryDate: '30<<<<' }, 'FIELD_CHARSET', 'expiryDate'],
  ['too much optional data', { optionalData2: '123456789012' }, 'FIELD_TOO_LONG', 'optionalData2'],
  ['too long a number', { documentNumber: 'A'.repeat(23) }, 'FIELD_TOO_LONG', 'documentNumber'],
  ['a filler in the rest of a long number', { documentNumber: '123456789<1' }, 'FIELD_CHARSET', 'documentNumber'],
])('%s is not printed', (_, fields, code, field) => {
  expect(printMrz('TD1', { ...PERSON, ...fields })).toEqual({ ok: false, error: { code, field } });
});

test('a long number has no place in a passport or a visa', () => {
  for (const format of ['TD3', 'MRV-A', 'MRV-B'] as const) {
    const printed = printMrz(format, { ...PERSON, documentNumber: '1234567890' });
    expect(printed).toEqual({ ok: false, error: { code: 'FIELD_TOO_LONG', field: 'documentNumber' } });
  }
});
