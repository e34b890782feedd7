import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import { legalSource } from '../domain/entry/legal_source.ts';
import type { FormLanguage } from '../domain/forms/form_kinds.ts';
import type { FormContent } from './form_content.ts';
import { loadFonts } from './form_fonts.ts';
import { type Form, saidIn } from './form_template.ts';
import { Paper } from './paper.ts';
import { isDue, writeBlock } from './paper_blocks.ts';
import { writeFeet, writeHead } from './paper_head.ts';

/** A paper as PDF; no chance and no clock goes into its bytes. */
export async function formPdf(
  form: Form,
  content: FormContent,
  language: FormLanguage,
): Promise<{ readonly hash: string; readonly bytes: Uint8Array }> {
  const { template, words } = form;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: language,
    info: {
      Title: `${saidIn(template.title, language)} ${content.number}`,
      Author: content.gate,
      CreationDate: new Date(content.at),
    },
  });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  const paper = new Paper(pdf, await loadFonts(pdf));
  writeHead(paper, form, content, language);
  const sign = saidIn(words.sign, language);
  for (const [place, block] of template.blocks.entries()) {
    const next = template.blocks.slice(place + 1).find((one) => isDue(one, content)) ?? null;
    if (isDue(block, content)) writeBlock({ paper, content, language, sign }, block, next);
  }
  const { source } = template;
  if (source !== undefined)
    paper.text(`${saidIn(words.source, language)}: ${legalSource(source, language)}`, 'plain', 8);
  writeFeet(paper, form, content.number, language);
  pdf.end();
  await ended;
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
}
