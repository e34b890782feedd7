import { expect, test } from 'vitest';
import { checkDigit } from './characters.ts';

test.each([
  ['L898902C3', 6],
  ['D23145890', 7],
  ['D23145890734', 9],
  ['740812', 2],
  ['120415', 9],
  ['ZE184226B<<<<<', 1],
  ['<<<<<<', 0],
  ['', 0],
])('the check digit of %s is %i', (text, digit) => {
  expect(checkDigit(text)).toBe(digit);
});

test.each(['l898902c3', 'A B', 'Ä', '\u0000', '١٢'])('%j holds a character that no MRZ may hold', (text) => {
  expect(checkDigit(text)).toBeNull();
});
