import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

export type Font = 'plain' | 'strong';
type Pdf = PDFKit.PDFDocument;

const WEIGHTS = { plain: 400, strong: 600 } as const;
/** The typeface comes in pieces by script; the first piece that has a letter writes it. */
const PIECES = ['latin', 'latin-ext', 'vietnamese'] as const;
type Piece = (typeof PIECES)[number];

const VIETNAMESE = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/;
const LATIN = /[ -\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac]/;
const pieceOf = (letter: string): Piece =>
  VIETNAMESE.test(letter) ? 'vietnamese' : LATIN.test(letter) ? 'latin' : 'latin-ext';

export interface Fonts {
  /** Breaks a text into lines that fit, at spaces. */
  lines(text: string, font: Font, size: number, width: number): readonly string[];
  widthOf(text: string, font: Font, size: number): number;
}

/** Letters that stand beside each other in the same piece of the typeface. */
function runs(text: string): readonly { readonly piece: Piece; readonly text: string }[] {
  const found: { piece: Piece; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const piece = pieceOf(letter);
    const last = found.at(-1);
    if (last?.piece === piece) last.text += letter;
    else found.push({ piece, text: letter });
  }
  return found;
}

const nameOf = (piece: Piece, font: Font): string => `${piece}-${font}`;

/** Gives a paper the typeface of the screens, embedded, with all Vietnamese marks. */
export async function loadFonts(pdf: Pdf): Promise<Fonts> {
  const require = createRequire(import.meta.url);
  for (const piece of PIECES)
    for (const font of ['plain', 'strong'] as const) {
      const path = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-${piece}-${WEIGHTS[font]}-normal.woff`;
      pdf.registerFont(nameOf(piece, font), await readFile(require.resolve(path)));
    }
  const widthOf = (text: string, font: Font, size: number): number =>
    runs(text).reduce((sum, run) => sum + pdf.font(nameOf(run.piece, font), size).widthOfString(run.text), 0);
  return {
    widthOf,
    lines(text, font, size, width) {
      const lines: string[] = [];
      for (const paragraph of text.split('\n')) {
        let line = '';
        for (const word of paragraph.split(' ')) {
          const longer = line === '' ? word : `${line} ${word}`;
          if (line !== '' && widthOf(longer, font, size) > width) {
            lines.push(line);
            line = word;
          } else line = longer;
        }
        lines.push(line);
      }
      return lines;
    },
  };
}

/** Writes one line, run by run. */
export function writeLine(
  pdf: Pdf,
  fonts: Fonts,
  text: string,
  place: { font: Font; size: number; x: number; y: number; width: number; centred: boolean },
): void {
  const { font, size, width, y } = place;
  let x = place.centred ? place.x + Math.max(0, (width - fonts.widthOf(text, font, size)) / 2) : place.x;
  for (const run of runs(text)) {
    pdf.font(nameOf(run.piece, font), size).text(run.text, x, y, { lineBreak: false });
    x += pdf.widthOfString(run.text);
  }
}
