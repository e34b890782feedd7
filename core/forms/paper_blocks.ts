import type { FormLanguage } from '../domain/forms/form_kinds.ts';
import type { FormContent } from './form_content.ts';
import { type FormBlock, type FormText, saidIn } from './form_template.ts';
import { BODY, type Cell, INNER, PAGE, type Paper, TORN } from './paper.ts';

const LABEL = 150;
/** The arithmetic has longer labels and short numbers. */
const SUM_LABEL = 250;
/** Values longer than this are texts to be read, not facts to be found. */
const FACT = 80;
/** Signatures with their titles, the space to sign in and a name of two lines. */
const SIGNATURES = 118;
const TABLE_SIZE = 9;
const PAD = 3;

interface Writing {
  readonly paper: Paper;
  readonly content: FormContent;
  readonly language: FormLanguage;
  /** What stands under the title of a signature. */
  readonly sign: string;
}
type Of<K extends string> = Extract<FormBlock, Record<K, unknown>>;

/** A paper in a third language repeats in Vietnamese what it says, small, for the officer who signs or hands it over. */
function inVietnamese({ paper, language }: Writing, text: string, width = INNER): void {
  if (language === 'vi' || language === 'en') return;
  paper.cells([{ text, font: 'slanted', size: 8, x: PAGE.left, width }]);
}

function row(writing: Writing, [label, vietnamese, value]: readonly [string, string, string], left = LABEL): void {
  writing.paper.cells([
    { text: label, font: 'plain', x: PAGE.left, width: left - 10 },
    { text: value, font: value.length > FACT ? 'plain' : 'strong', x: PAGE.left + left, width: INNER - left },
  ]);
  inVietnamese(writing, vietnamese, left - 10);
  writing.paper.gap(1);
}

function rows(writing: Writing, block: Of<'rows'>): void {
  const { content, language } = writing;
  for (const { label, value } of block.rows) {
    const said = content.values[value] ?? '';
    if (said !== '') row(writing, [saidIn(label, language), label.vi, said]);
  }
}

function paragraph(writing: Writing, text: FormText): void {
  const { paper, content, language } = writing;
  const filled = (said: string) => said.replace(/\{(\w+)\}/g, (_, name: string) => content.values[name] ?? '');
  paper.text(filled(saidIn(text, language)));
  inVietnamese(writing, filled(text.vi));
}

function check({ paper, language }: Writing, text: FormText): void {
  paper.need(24);
  const { y } = paper;
  const mark = paper.pdf.moveTo(PAGE.left, y + 7).lineTo(PAGE.left + 4, y + 11);
  mark
    .lineTo(PAGE.left + 12, y + 2)
    .lineWidth(1.6)
    .stroke();
  paper.cells([{ text: saidIn(text, language), font: 'strong', x: PAGE.left + 18, width: INNER - 18 }]);
}

/** The columns of a table, and what stands in them as cells. */
function columnsOf(block: Of<'table'>) {
  const whole = block.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = block.columns.map(({ share }) => (INNER * share) / whole);
  const cells = (texts: readonly string[], font: Cell['font']): readonly Cell[] =>
    widths.map((width, column) => ({
      text: texts[column] ?? '',
      font,
      size: TABLE_SIZE,
      x: PAGE.left + widths.slice(0, column).reduce((sum, one) => sum + one, 0) + PAD,
      width: width - 2 * PAD,
    }));
  return { widths, cells };
}

/** The points that the beginning of a table needs: its heads and its first row. */
function beginningOf({ paper, content, language }: Writing, block: Of<'table'>): number {
  const { cells } = columnsOf(block);
  const heads = block.columns.map(({ label }) => saidIn(label, language));
  const first = content.tables[block.table]?.[0] ?? [];
  return paper.heightOf(cells(heads, 'strong'), PAD) + Math.min(TORN, paper.heightOf(cells(first, 'plain'), PAD));
}

/** A table with its heads repeated on each page that it goes on to. */
function table(writing: Writing, block: Of<'table'>): void {
  const { paper, content, language } = writing;
  const { widths, cells } = columnsOf(block);
  const box = (top: number, end: number) => {
    let x: number = PAGE.left;
    for (const width of widths) {
      paper.pdf
        .rect(x, top, width, end - top)
        .lineWidth(0.4)
        .stroke();
      x += width;
    }
  };
  const heads = block.columns.map(({ label }) => saidIn(label, language));
  const head = () => paper.cells(cells(heads, 'strong'), box, PAD);
  paper.need(beginningOf(writing, block));
  head();
  paper.under(head, () => {
    for (const texts of content.tables[block.table] ?? []) paper.cells(cells(texts, 'plain'), box, PAD);
  });
}

/** The places for signatures, side by side and never parted from each other. */
function signatures({ paper, content, language, sign }: Writing, block: Of<'signatures'>): void {
  paper.need(SIGNATURES);
  paper.gap(8);
  const top = paper.y;
  const width = INNER / block.signatures.length;
  for (const [place, { title, name }] of block.signatures.entries()) {
    const column = { x: PAGE.left + place * width + 4, width: width - 8, align: 'centre' } as const;
    paper.y = top;
    paper.cells([{ ...column, text: saidIn(title, language).toLocaleUpperCase(language), font: 'strong', size: 10 }]);
    paper.cells([{ ...column, text: sign, font: 'slanted', size: 9 }]);
    const said = content.values[name ?? ''] ?? '';
    paper.y = top + 82;
    if (said !== '') paper.cells([{ ...column, text: said, font: 'strong', size: 10 }]);
  }
  paper.y = top + SIGNATURES - 8;
}

/** Whether a block is written: always, or where the value or the table that it hangs on is there. */
export function isDue(block: FormBlock, { values, tables }: FormContent): boolean {
  const when = 'table' in block ? (block.when ?? block.table) : 'when' in block ? block.when : undefined;
  if (when === undefined) return true;
  return (values[when] ?? '') !== '' || (tables[when]?.length ?? 0) > 0;
}

/** One block of a paper. `next` is written after it: a heading goes with what it heads, the last words with the signatures. */
export function writeBlock(writing: Writing, block: FormBlock, next: FormBlock | null): void {
  const { paper, language } = writing;
  if ('heading' in block) {
    paper.need(24 + (next !== null && 'table' in next ? beginningOf(writing, next) : 46));
    paper.text(saidIn(block.heading, language), 'strong', BODY + 0.5);
    paper.gap(3);
    return;
  }
  if (next !== null && 'signatures' in next) paper.need(SIGNATURES + 50);
  if ('rows' in block) rows(writing, block);
  else if ('arithmetic' in block) for (const line of writing.content.sums) row(writing, line, SUM_LABEL);
  else if ('check' in block) check(writing, block.check);
  else if ('table' in block) table(writing, block);
  else if ('signatures' in block) signatures(writing, block);
  else paragraph(writing, block.text);
  paper.gap(6);
}
