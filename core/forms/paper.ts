import { type Font, type Fonts, writeLine } from './form_fonts.ts';

/** Points to a millimetre. */
const MM = 72 / 25.4;
/** A4 with the margins of administrative documents (Decree 30/2020/ND-CP, Annex I: left 30-35 mm, right 15-20, top and bottom 20-25). */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 30 * MM,
  right: 15 * MM,
  top: 20 * MM,
  bottom: 22 * MM,
} as const;
export const INNER = PAGE.width - PAGE.left - PAGE.right;
const LOWEST = PAGE.height - PAGE.bottom;
export const BODY = 10.5;
const LEADING = 1.42;
/** What is higher than this may be torn between two pages. */
export const TORN = (LOWEST - PAGE.top) / 3;

export type Align = 'left' | 'centre' | 'right';
/** A text in one column: where it stands and how. */
export interface Cell {
  readonly text: string;
  readonly font: Font;
  readonly x: number;
  readonly width: number;
  readonly size?: number;
  readonly align?: Align;
}

/** One paper being written from top to bottom over as many pages as it needs. */
export class Paper {
  readonly pdf: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  y: number = PAGE.top;
  /** Called when a page is full, to write anew what stands above a column. */
  #onNewPage: () => void = () => {};

  constructor(pdf: PDFKit.PDFDocument, fonts: Fonts) {
    this.pdf = pdf;
    this.fonts = fonts;
  }

  /** Begins a new page where less than so many points are left. */
  need(points: number): void {
    if (this.y + points > LOWEST && this.y > PAGE.top) this.newPage();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = PAGE.top;
    this.#onNewPage();
  }

  /** While something is written, every new page begins with this. */
  under(head: () => void, written: () => void): void {
    const before = this.#onNewPage;
    this.#onNewPage = head;
    written();
    this.#onNewPage = before;
  }

  line({ text, font, x, width, size = BODY, align = 'left' }: Cell, y = this.y): void {
    writeLine(this.pdf, this.fonts, text, { font, size, x, y, width, align });
  }

  rule(x: number, width: number, y = this.y, weight = 0.6): void {
    this.pdf
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(weight)
      .stroke();
  }

  /** How high the highest of these texts is. */
  heightOf(cells: readonly Cell[], pad = 0): number {
    const heights = cells.map(({ text, font, size = BODY, width }) => {
      return size * LEADING * this.fonts.lines(text, font, size, width).length;
    });
    return Math.max(...heights) + 2 * pad;
  }

  /** Texts side by side; what does not fit goes on in the same columns of the next page. Calls `drawn` with the top and end of each part. */
  cells(cells: readonly Cell[], drawn: (top: number, end: number) => void = () => {}, pad = 0): void {
    const columns = cells.map((cell) => {
      const size = cell.size ?? BODY;
      return { cell, high: size * LEADING, lines: this.fonts.lines(cell.text, cell.font, size, cell.width) };
    });
    const height = Math.max(...columns.map(({ high, lines }) => high * lines.length)) + 2 * pad;
    // What fits on one page is not torn; what is longer begins where it stands, if a few lines of it fit.
    if (height <= TORN) this.need(height);
    else this.need(4 * BODY * LEADING + 2 * pad);
    let done = columns.map(() => 0);
    for (;;) {
      const top = this.y;
      let end = top;
      const fits = done.map((from, column) => {
        const { cell, high, lines } = columns[column] as (typeof columns)[number];
        const most = Math.max(1, Math.floor((LOWEST - top - 2 * pad) / high));
        const to = Math.min(lines.length, from + most);
        for (const [place, text] of lines.slice(from, to).entries())
          this.line({ ...cell, text }, top + pad + place * high);
        end = Math.max(end, top + 2 * pad + (to - from) * high);
        return to;
      });
      drawn(top, end);
      this.y = end;
      done = fits;
      if (columns.every(({ lines }, column) => (done[column] ?? 0) >= lines.length)) return;
      this.newPage();
    }
  }

  text(text: string, font: Font = 'plain', size = BODY, align: Align = 'left'): void {
    for (const paragraph of text.split('\n'))
      this.cells([{ text: paragraph, font, size, align, x: PAGE.left, width: INNER }]);
  }

  gap(points: number): void {
    this.y += points;
  }
}
