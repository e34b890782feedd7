import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test, vi } from 'vitest';
import { CASE_PAPERS, type FormKind } from '../domain/forms/form_kinds.ts';
import { inventedPaper } from '../testing/invented_papers.ts';
import type { FormContent } from './form_content.ts';
import { formPdf } from './form_pdf.ts';
import { type Form, type FormBlock, languagesOf, loadForm, saidIn } from './form_template.ts';

// Fonts are read and cut anew for every paper, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

const KINDS: readonly FormKind[] = [...CASE_PAPERS, 'incident-daily', 'incident-special', 'shift-report'];
/** Papers of which the longest goes over more than one page. */
const LONG: readonly FormKind[] = [
  'refusal',
  'overstay-minutes',
  'stay-calculation',
  'incident-special',
  'shift-report',
];

async function pagesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: false });
  return text.map((page) => page.normalize('NFC').replace(/\s+/g, ' '));
}

/** Lines are broken where they end, and a hash in its middle: only the letters count. */
const letters = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

function labelsOf(block: FormBlock, { values, tables }: FormContent, language: string): readonly string[] {
  const there = (name: string | undefined) =>
    name === undefined || (values[name] ?? '') !== '' || (tables[name]?.length ?? 0) > 0;
  const when = 'table' in block ? (block.when ?? block.table) : 'when' in block ? block.when : undefined;
  if (!there(when)) return [];
  const say = (text: Form['words']['state']) => saidIn(text, language);
  if ('heading' in block) return [say(block.heading)];
  if ('rows' in block) return block.rows.filter(({ value }) => there(value)).map(({ label }) => say(label));
  if ('check' in block) return [say(block.check)];
  if ('table' in block) return block.columns.map(({ label }) => say(label));
  if ('signatures' in block) return block.signatures.map(({ title }) => say(title).toLocaleUpperCase(language));
  if ('arithmetic' in block) return [];
  return [say(block.text).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')];
}

/** The values that a template writes, by name. */
function namesOf({ blocks }: Form['template']): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => {
      if ('rows' in block) return block.rows.map(({ value }) => value);
      if ('signatures' in block) return block.signatures.flatMap(({ name }) => name ?? []);
      return 'text' in block ? [...block.text.vi.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '') : [];
    }),
  );
}

describe.each(KINDS)('%s', (kind) => {
  test('says every label and every value in each of its languages, leaves no place to be filled, and is the same bytes again', async () => {
    const form = await loadForm(kind);
    const content = inventedPaper(kind, false);
    expect(languagesOf(form).slice(0, 2)).toEqual(['vi', 'en']);
    for (const language of languagesOf(form)) {
      const { bytes } = await formPdf(form, content, language);
      if (language === 'vi') expect((await formPdf(form, content, language)).bytes).toEqual(bytes);
      const all = letters((await pagesOf(bytes)).join(''));
      const labels = form.template.blocks.flatMap((block) => labelsOf(block, content, language));
      const values = [...namesOf(form.template)].map((name) => content.values[name] ?? '');
      const arithmetic = form.template.blocks.some((block) => 'arithmetic' in block) ? content.sums.flat() : [];
      const tables = form.template.blocks.flatMap((block) =>
        'table' in block ? (content.tables[block.table] ?? []) : [],
      );
      const { state, motto, specimen } = form.words;
      const heads = [state, motto, specimen].map((text) => saidIn(text, language));
      for (const said of [...heads, ...labels, ...values, ...arithmetic, ...tables.flat(), content.number])
        expect(all).toContain(letters(said));
      expect(all).not.toMatch(/[{}]|undefined|null|\[U\+/);
    }
  });

  test('keeps every word of the longest values, over as many pages as they need, each with its number and the case', async () => {
    const form = await loadForm(kind);
    const content = inventedPaper(kind, true);
    for (const language of ['vi', 'en']) {
      const { bytes } = await formPdf(form, content, language);
      const pages = await pagesOf(bytes);
      const all = letters(pages.join(''));
      const values = [...namesOf(form.template)].map((name) => content.values[name] ?? '');
      const tables = form.template.blocks.flatMap((block) =>
        'table' in block ? (content.tables[block.table] ?? []) : [],
      );
      for (const word of [...values, ...tables.flat()].join(' ').split(/\s+/)) expect(all).toContain(letters(word));
      if (LONG.includes(kind)) expect(pages.length).toBeGreaterThan(1);
      for (const [place, page] of pages.entries()) {
        expect(page).toContain(content.number);
        const [from, of] = [place + 1, pages.length];
        expect(page).toContain(language === 'vi' ? `Trang ${from}/${of}` : `Page ${from} of ${of}`);
      }
    }
  });
});

test('another record is other bytes under another hash', async () => {
  const form = await loadForm('receipt');
  const content = inventedPaper('receipt', false);
  const { hash } = await formPdf(form, content, 'vi');
  expect((await formPdf(form, { ...content, number: 'A07-2026-0048' }, 'vi')).hash).not.toBe(hash);
});

test('a table that goes on repeats its heads on every page', async () => {
  const form = await loadForm('shift-report');
  const pages = await pagesOf((await formPdf(form, inventedPaper('shift-report', true), 'en')).bytes);
  const withItems = pages.filter((page) => page.includes('Không nhận'));
  expect(withItems.length).toBeGreaterThan(2);
  for (const page of withItems) expect(page).toContain('Incoming officer');
});

test('the stay of a traveller is told in more languages, with what it says in Vietnamese below', async () => {
  const form = await loadForm('stay-calculation');
  expect(languagesOf(form)).toEqual(['vi', 'en', 'ru', 'fr', 'de', 'es', 'id', 'ms']);
  const [russian = ''] = await pagesOf((await formPdf(form, inventedPaper('stay-calculation', false), 'ru')).bytes);
  for (const said of ['Гражданство', 'Quốc tịch', 'не является решением о штрафе', 'không phải quyết định xử phạt'])
    expect(russian).toContain(said);
});

test('a letter that the typeface lacks is written as its number, never as an empty box', async () => {
  const form = await loadForm('not-paid');
  const { values, ...rest } = inventedPaper('not-paid', false);
  const { bytes } = await formPdf(form, { ...rest, values: { ...values, unpaid: '中 → Ñandú, Şentürk, Жуков' } }, 'en');
  expect((await pagesOf(bytes)).join(' ')).toContain('[U+4E2D] -> Ñandú, Şentürk, Жуков');
});
