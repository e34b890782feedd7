import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitMrzText } from './split_text.ts';

const LINES = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const [FIRST = '', SECOND = ''] = LINES;

test.each([
  ['LF', `${FIRST}\n${SECOND}\n`],
  ['CR as readers send it, with the CR of a missing third line', `${FIRST}\r${SECOND}\r\r`],
  ['CRLF and blank lines', `\r\n${FIRST}\r\n\r\n${SECOND}\r\n`],
  ['one run', FIRST + SECOND],
  ['small letters', `${FIRST}\n${SECOND}`.toLowerCase()],
  ['guillemets', `${FIRST}\n${SECOND}`.replaceAll('<<', '«').replaceAll('<', '‹')],
  ['blanks as noise', `  ${FIRST.slice(0, 20)} ${FIRST.slice(20)}\n${SECOND} `],
  ['blanks for fillers', `${FIRST}\n${SECOND}`.replaceAll('<', ' ')],
  ['control characters', `\ufeff\u0002${FIRST}\n${SECOND}\u0003`],
])('%s', (_, text) => {
  expect(splitMrzText(text)).toEqual(LINES);
});

test('no letter or digit is exchanged for another', () => {
  expect(splitMrzText('o0İß')).toEqual(['O0İß']);
});

test('any text gives lines without line ends, and anything else none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const line of splitMrzText(text)) expect(line).toMatch(/^[^\r\n\t]+$/);
    }),
  );
  expect(splitMrzText(null as unknown as string)).toEqual([]);
});
