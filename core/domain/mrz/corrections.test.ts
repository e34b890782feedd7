import { expect, test } from 'vitest';
import type { MrzCorrection } from './mrz.ts';
import { parseMrz } from './parse.ts';
import { printMrz } from './print.ts';

const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

function misread(line: number, column: number, character: string, lines: readonly string[] = TD3): string[] {
  return lines.map((text, at) => (at === line ? text.slice(0, column) + character + text.slice(column + 1) : text));
}

function applied(lines: readonly string[], correction: MrzCorrection | undefined): string[] {
  if (correction === undefined) throw new Error('no correction was proposed');
  const { line, column, read, proposed } = correction;
  expect(lines[line]?.slice(column, column + read.length)).toBe(read);
  return lines.map((text, at) =>
    at === line ? text.slice(0, column) + proposed + text.slice(column + read.length) : text,
  );
}

test.each([
  ['letter O for 0 in the birth date', 15, 'O', 'birthDate'],
  ['B for 8 in the birth date', 16, 'B', 'birthDate'],
  ['Z for the check digit of the birth date', 19, 'Z', 'birthDate'],
  ['I for 1 in the expiry date', 21, 'I', 'expiryDate'],
  ['B for 8 in the document number', 1, 'B', 'documentNumber'],
  ['Z for 2 in the document number', 6, 'Z', 'documentNumber'],
  ['G for the check digit of the document number', 9, 'G', 'documentNumber'],
  ['2 for Z in the optional data', 28, '2', 'optionalData'],
  ['O for the composite digit', 43, 'O', 'composite'],
])('%s is proposed, confirmed and not applied', (_, column, character, field) => {
  const lines = misread(1, column, character);
  const parsed = parseMrz(lines);
  expect(parsed.valid).toBe(false);
  expect(parsed.lines).toEqual(lines);
  // Another reading may satisfy the check digit too; every candidate does, and the true one is among them.
  const readings = parsed.corrections.map((each) => applied(lines, each));
  expect(readings).toContainEqual(TD3);
  expect(readings.map((reading) => parseMrz(reading).valid)).toEqual(readings.map(() => true));
  expect(new Set(parsed.corrections.map((each) => each.field))).toEqual(new Set([field]));
});

test('two misread dates and a misread composite digit are all found', () => {
  const lines = [TD3[0] ?? '', 'L898902C36UTO740BIZZF12041S9ZE184226B<<<<<1O'];
  const { corrections } = parseMrz(lines);
  expect(corrections.map((each) => each.field)).toEqual(['birthDate', 'expiryDate', 'composite']);
  expect(corrections.reduce((read, each) => applied(read, each), lines)).toEqual(TD3);
});

test('a character of a long document number is found behind its field', () => {
  const printed = printMrz('TD1', {
    documentCode: 'I',
    issuer: 'VNM',
    documentNumber: 'D23145890785',
    nationality: 'VNM',
    birthDate: '340712',
    sex: 'M',
    expiryDate: '350712',
    surname: 'TRAN',
  });
  if (!printed.ok) throw new Error(printed.error.code);
  const lines = misread(0, 17, 'S', printed.value);
  const { corrections } = parseMrz(lines);
  expect(corrections).toHaveLength(1);
  expect(applied(lines, corrections[0])).toEqual(printed.value);
});

test('a check digit that fails without any look-alike to blame gives no proposal', () => {
  expect(parseMrz(misread(1, 9, '7')).corrections).toEqual([]);
  expect(parseMrz(misread(1, 14, '3')).corrections).toEqual([]);
  // A letter that looks like no digit.
  expect(parseMrz(misread(1, 14, 'K')).corrections).toEqual([]);
});

test('a correction never makes an impossible date', () => {
  // 741312 with its right check digit, the 1 of the month read as I.
  const lines = misread(1, 16, '3', misread(1, 15, 'I'));
  expect(parseMrz(lines).corrections).toEqual([]);
});
