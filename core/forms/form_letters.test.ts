import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { type Piece, pieceOf } from './form_letters.ts';

const require = createRequire(import.meta.url);
const FOLDER = new URL('../../resources/forms/', import.meta.url);
const FACES = ['400-normal', '600-normal', '400-italic'];

/** Whether a piece of the typeface has a glyph; the library keeps that to itself. */
function glyphs(piece: Piece, face: string): (letter: string) => boolean {
  const pdf = new PDFDocument();
  const path = require.resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${piece}-${face}.woff`);
  pdf.font(readFileSync(path));
  const { font } = (pdf as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } })._font;
  return (letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}

const ALL = Array.from({ length: 0x3000 - 0x20 }, (_, place) => String.fromCodePoint(place + 0x20));

test('every letter that is given to a piece of the typeface has a glyph there, in every face', () => {
  for (const piece of new Set(ALL.map(pieceOf)))
    for (const face of FACES) {
      if (piece === null) continue;
      const has = glyphs(piece, face);
      expect(ALL.filter((letter) => pieceOf(letter) === piece && !has(letter))).toEqual([]);
    }
});

test('every letter of the texts of papers can be written', () => {
  const texts = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
  const letters = new Set(texts.join('').normalize('NFC').replace(/\s/g, ''));
  expect([...letters].filter((letter) => pieceOf(letter) === null)).toEqual([]);
});

test.each(['中', '한', 'ไ', 'ខ', 'ع', 'あ', 'क'])(
  '%s has none, so that no paper is offered in its script',
  (letter) => {
    expect(pieceOf(letter)).toBeNull();
  },
);
