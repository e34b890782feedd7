import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Piece, pieceOf } from './form_letters.ts';

export type Font = 'plain' | 'strong' | 'slanted';
type Pdf = PDFKit.PDFDocument;

const FACES = { plain: '400-normal', strong: '600-normal', slanted: '400-italic' } as const;
const PIECES = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek'] as const;

export interface Fonts {
  /** Breaks a text into lines that fit, at spaces; a word wider than the line is broken where the line ends. */
  lines(text: string, font: Font, size: number, width: number): readonly string[];
  widthOf(text: string, font: Font, size: number): number;
}

/**
 * Letters that stand beside each other in the same piece of the typeface. One that no piece has is written as its number,
 * such as `[U+4E2D]`: a paper that is signed may not show an empty box in its place.
 */
function runs(text: string): readonly { readonly piece: Piece; readonly text: string }[] {
  const found: { piece: Piece; text: string }[] = [];
  const add = (piece: Piece, letters: string) => {
    const last = found.at(-1);
    if (last?.piece === piece) last.text += letters;
    else found.push({ piece, text: letters });
  };
  for (const sign of text.normalize('NFC')) {
    const letter = PLAINLY[sign] ?? sign;
    const piece = pieceOf(letter);
    if (piece === null) add('latin', `[U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`);
    else add(piece, letter);
  }
  return found;
}

const nameOf = (piece: Piece, font: Font): string => `${piece}-${font}`;

/** Signs that the typeface lacks, as typewriters wrote them. */
const PLAINLY: Readonly<Record<string, string>> = {
  '\u2192': '->',
  '\u2010': '-',
  '\u2011': '-',
  '\u2015': '\u2014',
  '\t': ' ',
};

/** The longest beginning of a word that fits, at least one letter; and the rest. */
function broken(word: string, fits: (text: string) => boolean): readonly [string, string] {
  const letters = Array.from(word);
  let taken = 1;
  while (taken < letters.length && fits(letters.slice(0, taken + 1).join(''))) taken += 1;
  return [letters.slice(0, taken).join(''), letters.slice(taken).join('')];
}

/** One paragraph in lines that fit. */
function linesOf(paragraph: string, fits: (text: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line) && Array.from(line).length > 1) {
      const [first, rest] = broken(line, fits);
      lines.push(first);
      line = rest;
    }
  }
  return [...lines, line];
}

/** Gives a paper the typeface of the screens, embedded, in all the scripts that it has. */
export async function loadFonts(pdf: Pdf): Promise<Fonts> {
  const require = createRequire(import.meta.url);
  for (const piece of PIECES)
    for (const [font, face] of Object.entries(FACES)) {
      const path = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-${piece}-${face}.woff`;
      pdf.registerFont(nameOf(piece, font as Font), await readFile(require.resolve(path)));
    }
  const widths = new Map<string, number>();
  const measured = (text: string, font: Font, size: number): number =>
    runs(text).reduce((sum, run) => sum + pdf.font(nameOf(run.piece, font), size).widthOfString(run.text), 0);
  /** Words come again and again; what was measured once stands at size 1. */
  const wordWidth = (word: string, font: Font): number => {
    const key = `${font} ${word}`;
    const known = widths.get(key) ?? measured(word, font, 1);
    widths.set(key, known);
    return known;
  };
  const widthOf = (text: string, font: Font, size: number): number => {
    const words = text.split(' ');
    const spaces = (words.length - 1) * wordWidth(' ', font);
    return size * (spaces + words.reduce((sum, word) => sum + (word === '' ? 0 : wordWidth(word, font)), 0));
  };
  return {
    widthOf,
    lines: (text, font, size, width) =>
      text.split('\n').flatMap((paragraph) => linesOf(paragraph, (line) => widthOf(line, font, size) <= width)),
  };
}

/** Writes one line, run by run. */
export function writeLine(
  pdf: Pdf,
  fonts: Fonts,
  text: string,
  place: { font: Font; size: number; x: number; y: number; width: number; align: 'left' | 'centre' | 'right' },
): void {
  const { font, size, width, y, align } = place;
  const spare = align === 'left' ? 0 : Math.max(0, width - fonts.widthOf(text, font, size));
  let x = place.x + (align === 'centre' ? spare / 2 : spare);
  for (const run of runs(text)) {
    pdf.font(nameOf(run.piece, font), size).text(run.text, x, y, { lineBreak: false });
    x += pdf.widthOfString(run.text);
  }
}
