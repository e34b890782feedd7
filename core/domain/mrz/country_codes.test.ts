import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { countryCodeStatus, countryCodeStatusAt, countryCodes } from './country_codes.ts';

const countries: { getAlpha3Codes(): Record<string, string> } = createRequire(import.meta.url)('i18n-iso-countries');

test('the table holds ISO 3166-1 as another list has it, but for Germany and Kosovo', () => {
  const iso = Object.keys(countries.getAlpha3Codes()).filter((code) => code !== 'DEU' && code !== 'XKK');
  expect(iso.length).toBe(248);
  expect(iso.filter((code) => countryCodeStatus(code) !== 'current')).toEqual([]);
  const additions = countryCodes('current').filter((code) => !iso.includes(code));
  expect(additions).toEqual(
    'D GBD GBN GBO GBP GBS RKS EUE UNO UNA UNK XBA XIM XCC XCE XCO XEC XPO XES XMP XOM XDC XXA XXB XXC XXX'.split(' '),
  );
});

test.each([
  ['UTO', 'specimen'],
  ['ANT', 'deprecated'],
  ['NTZ', 'deprecated'],
  ['ZIM', 'non-standard'],
  ['DEU', 'non-standard'],
  ['IAO', 'non-standard'],
  ['UT0', 'unknown'],
  ['', 'unknown'],
  ['constructor', 'unknown'],
] as const)('%s is %s', (code, status) => {
  expect(countryCodeStatus(code)).toBe(status);
});

test('both ways to look a code up agree on all 27 x 27 x 27, and digits are unknown', () => {
  const characters = '<ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const first of characters) {
    for (const second of characters) {
      for (const third of characters) {
        const code = first + second + third;
        const codes = Uint8Array.from(code, (character) => character.charCodeAt(0));
        if (countryCodeStatusAt(codes, 0) !== countryCodeStatus(code.replace(/<+$/, ''))) expect.fail(code);
      }
    }
  }
  expect(countryCodeStatusAt(Uint8Array.from([85, 84, 48]), 0)).toBe('unknown');
});
