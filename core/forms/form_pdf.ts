import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { FormLanguage } from '../domain/forms/form_kinds.ts';
import { type Font, type Fonts, loadFonts, writeLine } from './form_fonts.ts';
import type { FormTemplate, FormWords } from './form_template.ts';

/** What is written into a paper. */
export interface FormContent {
  readonly number: string;
  readonly gate: string;
  /** Wall time (ms) of the act that the paper tells of: the same file gives the same bytes. */
  readonly at: number;
  /** By the names that the template uses; what is absent or empty leaves its row out. */
  readonly values: Readonly<Record<string, string>>;
  /** The arithmetic, a line each. */
  readonly sums: readonly (readonly [string, string])[];
}

const A4 = { width: 595.28, height: 841.89 };
const MARGIN = 56;
const LABEL = 170;

/** One paper being written from top to bottom. */
class Paper {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #fonts: Fonts;
  y = MARGIN;

  constructor(pdf: PDFKit.PDFDocument, fonts: Fonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
  }

  write(text: string, font: Font, size: number, x = MARGIN, width = A4.width - MARGIN - x, centred = false): void {
    for (const line of this.#fonts.lines(text, font, size, width)) {
      if (this.y > A4.height - 2 * MARGIN) {
        this.#pdf.addPage();
        this.y = MARGIN;
      }
      writeLine(this.#pdf, this.#fonts, line, { font, size, x, y: this.y, width, centred });
      this.y += size * 1.45;
    }
  }

  centre(text: string, font: Font, size: number): void {
    this.write(text, font, size, MARGIN, A4.width - 2 * MARGIN, true);
  }

  row(label: string, value: string): void {
    const top = this.y;
    this.write(label, 'plain', 10, MARGIN, LABEL - 10);
    const below = this.y;
    // A label that went onto a new page takes its value with it.
    this.y = below > top ? top : MARGIN;
    this.write(value, 'strong', 10, MARGIN + LABEL);
    this.y = Math.max(below, this.y) + 2;
  }

  check(text: string): void {
    const { y } = this;
    const mark = this.#pdf.moveTo(MARGIN, y + 7).lineTo(MARGIN + 4, y + 11);
    mark
      .lineTo(MARGIN + 12, y + 2)
      .lineWidth(1.6)
      .stroke();
    this.write(text, 'strong', 10, MARGIN + 18);
  }

  signatures(names: readonly string[]): void {
    this.y += 24;
    const width = (A4.width - 2 * MARGIN) / names.length;
    const top = this.y;
    for (const [place, name] of names.entries()) {
      this.y = top;
      this.write(name, 'strong', 10, MARGIN + place * width, width, true);
    }
    this.y += 60;
  }
}

type Block = FormTemplate['blocks'][number];

function writeBlock(paper: Paper, block: Block, { values, sums }: FormContent, language: FormLanguage): void {
  const value = (name: string): string => values[name] ?? '';
  if ('rows' in block) {
    const rows = block.rows.filter((one) => value(one.value) !== '');
    for (const { label, value: name } of rows) paper.row(label[language], value(name));
  } else if ('arithmetic' in block) for (const [label, said] of sums) paper.row(label, said);
  else if ('check' in block) paper.check(block.check[language]);
  else if ('signatures' in block) paper.signatures(block.signatures.map((one) => one[language]));
  else if (block.when === undefined || value(block.when) !== '')
    paper.write(
      block.text[language].replace(/\{(\w+)\}/g, (_, name: string) => value(name)),
      'plain',
      10,
    );
  paper.y += 10;
}

/** A paper as PDF; no chance and no clock goes into its bytes. */
export async function formPdf(
  { template, words }: { readonly template: FormTemplate; readonly words: FormWords },
  content: FormContent,
  language: FormLanguage,
): Promise<{ readonly hash: string; readonly bytes: Uint8Array }> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: template.title[language], Author: content.gate, CreationDate: new Date(content.at) },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  const paper = new Paper(pdf, await loadFonts(pdf));
  paper.centre(words.state[language], 'strong', 11);
  paper.centre(words.motto[language], 'strong', 10);
  paper.y += 6;
  paper.centre(words.specimen[language], 'plain', 8);
  paper.y += 14;
  paper.centre(template.title[language], 'strong', 16);
  paper.centre(`${words.number[language]} ${content.number} · ${content.gate}`, 'plain', 10);
  paper.y += 14;
  for (const block of template.blocks) writeBlock(paper, block, content, language);
  paper.write(template.source, 'plain', 8);
  pdf.end();
  await ended;
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}
