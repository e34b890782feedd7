import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MrzFormat, ParsedMrz } from './mrz.ts';
import { parseMrz } from './parse.ts';
import { printMrz } from './print.ts';

const VECTORS: readonly [MrzFormat, readonly string[]][] = [
  ['TD3', ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']],
  ['TD1', ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
  ['TD1', ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<']],
  ['TD2', ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']],
  ['MRV-A', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
  ['MRV-B', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']],
  ['TD3', ['PPVNMNGUYEN<<VAN<A<<<<<<<<<<<<<<<<<<<<<<<<<<', 'P012345673VNM9902152M3502147001099000123<<30']],
  ['TD1', ['IDVNM0990001232001099000123<<3', '9902152M3902150VNM<<<<<<<<<<<6', 'NGUYEN<<VAN<A<<<<<<<<<<<<<<<<<']],
];
const [, VN_PASSPORT] = VECTORS[6] ?? ['TD3', []];
const VN = VN_PASSPORT;

/** The same lines with other characters from a place on. */
function altered(lines: readonly string[], line: number, column: number, text: string): string[] {
  return lines.map((each, at) =>
    at === line ? each.slice(0, column) + text + each.slice(column + text.length) : each,
  );
}

/** The passport of the vectors with another birth date and the check digits that belong to it. */
function born(birthDate: string): readonly string[] {
  const printed = printMrz('TD3', { ...parseMrz(VN).fields, birthDate });
  return printed.ok ? printed.value : [];
}

function codes(parsed: ParsedMrz): string[] {
  return parsed.problems.map(({ code, severity, field }) => `${severity === 'error' ? '!' : ''}${code} ${field ?? ''}`);
}

test.each(VECTORS)('%s %j holds', (format, lines) => {
  const parsed = parseMrz(lines);
  expect(parsed.format).toBe(format);
  expect(parsed.valid).toBe(true);
  expect(new Set(Object.values(parsed.checks))).toEqual(new Set(['ok']));
});

test('the fields of the passport', () => {
  expect(parseMrz(VN)).toEqual({
    format: 'TD3',
    lines: VN,
    valid: true,
    fields: {
      documentCode: 'PP',
      issuer: 'VNM',
      surname: 'NGUYEN',
      givenNames: 'VAN A',
      documentNumber: 'P01234567',
      nationality: 'VNM',
      birthDate: '990215',
      sex: 'M',
      expiryDate: '350214',
      optionalData: '001099000123',
    },
    checks: { documentNumber: 'ok', birthDate: 'ok', expiryDate: 'ok', optionalData: 'ok', composite: 'ok' },
    problems: [],
    corrections: [],
    nameTruncated: false,
  });
});

test('a long document number loses its place in the optional data', () => {
  const { fields } = parseMrz(VECTORS[2]?.[1] ?? []);
  expect(fields).toMatchObject({ documentNumber: 'D23145890734', longDocumentNumber: true, optionalData1: '' });
});

test('a specimen is valid as a string and marked as a specimen', () => {
  expect(codes(parseMrz(VECTORS[0]?.[1] ?? []))).toEqual(['SPECIMEN issuer', 'SPECIMEN nationality']);
});

test.each([
  ['document code', altered(VN, 0, 0, '<P'), ['!FIELD_EMPTY documentCode']],
  ['digit in the document code', altered(VN, 0, 0, '1P'), ['!FIELD_CHARSET documentCode']],
  ['document code of no passport', altered(VN, 0, 0, 'XP'), ['DOCUMENT_CODE_UNKNOWN documentCode']],
  ['no issuer', altered(VN, 0, 2, '<<<'), ['!FIELD_EMPTY issuer']],
  ['digit in the issuer', altered(VN, 0, 2, 'VN1'), ['CODE_UNKNOWN issuer', '!FIELD_CHARSET issuer']],
  ['issuer that nobody knows', altered(VN, 0, 2, 'QQQ'), ['CODE_UNKNOWN issuer']],
  ['deprecated issuer', altered(VN, 0, 2, 'ANT'), ['CODE_DEPRECATED issuer']],
  ['non-standard issuer', altered(VN, 0, 2, 'ZIM'), ['CODE_NON_STANDARD issuer']],
  ['digit in the nationality', altered(VN, 1, 10, 'VN1'), ['CODE_UNKNOWN nationality', 'FIELD_CHARSET nationality']],
  ['no nationality', altered(VN, 1, 10, '<<<'), ['!FIELD_EMPTY nationality']],
  ['no name', altered(VN, 0, 5, '<'.repeat(39)), ['!FIELD_EMPTY surname']],
  ['no surname', altered(VN, 0, 5, '<<VAN<A<'), ['FIELD_EMPTY surname']],
  ['digit in the name', altered(VN, 0, 5, 'NGUY3N'), ['FIELD_CHARSET surname']],
  ['name to the last position', altered(VN, 0, 43, 'B'), ['NAME_TRUNCATED surname']],
  ['sex X', altered(VN, 1, 20, 'X'), ['CODE_NON_STANDARD sex']],
  ['sex not given', altered(VN, 1, 20, '<'), []],
  ['sex of no kind', altered(VN, 1, 20, 'W'), ['!FIELD_CHARSET sex']],
  ['check digit of the number', altered(VN, 1, 9, '4'), ['!CHECK_DIGIT documentNumber', '!CHECK_DIGIT composite']],
  [
    'no check digit of the number',
    altered(VN, 1, 9, '<'),
    ['!CHECK_DIGIT_MISSING documentNumber', '!CHECK_DIGIT composite'],
  ],
  ['check digit of the birth date', altered(VN, 1, 19, '3'), ['!CHECK_DIGIT birthDate', '!CHECK_DIGIT composite']],
  [
    'no check digit of the birth date',
    altered(VN, 1, 19, '<'),
    ['!CHECK_DIGIT_MISSING birthDate', '!CHECK_DIGIT composite'],
  ],
  ['check digit of the expiry date', altered(VN, 1, 27, '8'), ['!CHECK_DIGIT expiryDate', '!CHECK_DIGIT composite']],
  [
    'check digit of the optional data',
    altered(VN, 1, 42, '4'),
    ['!CHECK_DIGIT optionalData', '!CHECK_DIGIT composite'],
  ],
  ['composite digit', altered(VN, 1, 43, '1'), ['!CHECK_DIGIT composite']],
  ['no composite digit', altered(VN, 1, 43, '<'), ['!CHECK_DIGIT_MISSING composite']],
  ['month 13 with its check digits', born('991315'), ['!DATE_IMPOSSIBLE birthDate']],
  ['29 February of a common year', born('990229'), ['DATE_IMPOSSIBLE birthDate']],
  ['29 February of a leap year', born('960229'), []],
  ['30 February', born('990230'), ['!DATE_IMPOSSIBLE birthDate']],
  ['31 April', born('<<0431'), ['!DATE_IMPOSSIBLE birthDate']],
  ['small letter', altered(VN, 0, 5, 'n'), ['!CHARSET ']],
  ['blank', altered(VN, 1, 41, ' '), ['!CHARSET ']],
])('fault found: %s', (_, lines, expected) => {
  const parsed = parseMrz(lines);
  expect(codes(parsed).toSorted()).toEqual(expected.toSorted());
  expect(parsed.valid).toBe(!expected.some((each) => each.startsWith('!')));
});

test('every wrong digit in a checked place is found', () => {
  const checked = [
    ...Array(10).keys(),
    ...Array.from({ length: 7 }, (_, at) => 13 + at),
    ...Array.from({ length: 23 }, (_, at) => 21 + at),
  ];
  for (const column of checked) {
    const printed = VN[1]?.charAt(column) ?? '';
    if (!/\d/.test(printed)) continue;
    const wrong = String((Number(printed) + 1) % 10);
    expect(parseMrz(altered(VN, 1, column, wrong)).valid, `column ${column}`).toBe(false);
  }
});

test.each([
  ['58<<<<', true],
  ['5806<<', true],
  ['<<<<<<', true],
  ['58<<1<', false],
  ['5<0612', false],
])('a birth date %s is read: %s', (date, valid) => {
  const lines = ['V<VNMTRAN<<<<<<<<<<<<<<<<<<<<<<<<<<<', `C12345678<VNM${date}0F3005057<<<<<<<<`];
  const parsed = parseMrz(lines);
  expect(parsed.fields.birthDate).toBe(date);
  expect(codes(parsed).includes('!FIELD_CHARSET birthDate')).toBe(!valid);
});

test('an expiry date may be missing as a whole and not in part', () => {
  const line = 'V<VNMTRAN<<<<<<<<<<<<<<<<<<<<<<<<<<<';
  expect(codes(parseMrz([line, 'C123456781VNM9902152F<<<<<<<<<<<<<<<']))).toContain('FIELD_EMPTY expiryDate');
  expect(codes(parseMrz([line, 'C123456781VNM9902152F30<<<<1<<<<<<<<']))).toContain('!FIELD_CHARSET expiryDate');
});

test.each([
  ['nothing', [], ['!FORMAT_UNKNOWN ', '!LINE_COUNT ']],
  ['one line', [VN[0]], ['!FORMAT_UNKNOWN ', '!LINE_COUNT ']],
  ['a line too short', [VN[0], VN[1]?.slice(1)], ['!FORMAT_UNKNOWN ', '!LINE_LENGTH ']],
  [
    'three lines of a passport',
    [VN[0], VN[1], ''],
    ['!FORMAT_UNKNOWN ', '!LINE_LENGTH ', '!LINE_LENGTH ', '!LINE_LENGTH '],
  ],
  ['a number for a line', [VN[0], 7], ['!FORMAT_UNKNOWN ', '!LINE_LENGTH ']],
  ['small letters in a short line', ['ab', VN[1]], ['!FORMAT_UNKNOWN ', '!CHARSET ', '!CHARSET ', '!LINE_LENGTH ']],
])('no MRZ: %s', (_, lines, expected) => {
  const parsed = parseMrz(lines as string[]);
  expect(parsed).toMatchObject({ format: null, valid: false, fields: {}, checks: {} });
  expect(codes(parsed)).toEqual(expected);
});

test('problems come in reading order', () => {
  const lines = altered(altered(altered(VN, 0, 43, 'B'), 1, 19, '3'), 0, 0, '<P');
  const places = parseMrz(lines).problems.map(({ line, column }) => (line ?? -1) * 100 + (column ?? -1));
  expect(places.length).toBeGreaterThan(3);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('whatever comes, an answer comes back', () => {
  const width = fc.constantFrom(30, 36, 44);
  const mrzLike = fc.tuple(fc.constantFrom(2, 3), width, fc.constantFrom('MRZ', 'any')).chain(([count, length, unit]) =>
    fc.array(
      fc.string({
        unit: unit === 'MRZ' ? fc.constantFrom(...'ABDGIOQSVZ0123456789<<<<') : 'binary',
        minLength: length,
        maxLength: length,
      }),
      { minLength: count, maxLength: count },
    ),
  );
  const anything = fc.oneof(
    mrzLike,
    fc.array(fc.string({ unit: 'binary' })),
    fc.anything({ withSparseArray: true, withNullPrototype: true, withBigInt: true, withTypedArray: true }),
    fc.array(fc.anything(), { maxLength: 4 }),
  );
  fc.assert(
    fc.property(anything, (input) => {
      const parsed = parseMrz(input as string[]);
      expect(parsed.valid).toBe(parsed.format !== null && !parsed.problems.some((each) => each.severity === 'error'));
      expect(parsed.lines.every((line) => typeof line === 'string')).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
