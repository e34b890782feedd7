import type { FormLanguage } from '../domain/forms/form_kinds.ts';
import type { FormContent } from './form_content.ts';
import { type Form, saidIn } from './form_template.ts';
import { INNER, PAGE, type Paper } from './paper.ts';

/** The left column bears who made the paper, the right one the State and its motto (Decree 30/2020/ND-CP, Annex I). */
const LEFT = { x: PAGE.left - 8, width: INNER * 0.42 };
const RIGHT = { x: PAGE.left + INNER * 0.42, width: INNER * 0.58 };
const upper = (text: string, language: FormLanguage): string => text.toLocaleUpperCase(language);

/** A short rule below a centred text: a share of its width. */
function underline(paper: Paper, column: typeof LEFT, width: number, y: number): void {
  paper.rule(column.x + (column.width - width) / 2, width, y);
}

interface Line {
  readonly text: string;
  readonly font: 'plain' | 'strong' | 'slanted';
  readonly size: number;
}

function centred(paper: Paper, column: typeof LEFT, lines: readonly Line[], from: number): number {
  let y = from;
  for (const { text, font, size } of lines)
    for (const line of paper.fonts.lines(text, font, size, column.width)) {
      paper.line({ text: line, font, size, align: 'centre', ...column }, y);
      y += size * 1.35;
    }
  return y;
}

/** The place and day as the language writes it; the day is that of the act, in the gate's own time. */
function placeAndDay({ words }: Form, { place, day }: FormContent, language: FormLanguage): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const values: Record<string, string> = { place, day: date, month, year };
  return saidIn(words.placeDate, language).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** State and motto, who made the paper, number, place and day, title and subject; and that the layout is a specimen. */
export function writeHead(paper: Paper, form: Form, content: FormContent, language: FormLanguage): void {
  const { template, words } = form;
  const say = (text: Parameters<typeof saidIn>[0]) => saidIn(text, language);
  paper.line(
    { text: say(words.specimen), font: 'slanted', size: 8, x: PAGE.left, width: INNER, align: 'right' },
    PAGE.top - 22,
  );
  const unit = upper(content.gate, language);
  const left = centred(
    paper,
    LEFT,
    [
      { text: upper(say(words.superior), language), font: 'plain', size: 10 },
      { text: unit, font: 'strong', size: 10 },
    ],
    paper.y,
  );
  const unitWidth = Math.min(LEFT.width, paper.fonts.widthOf(unit, 'strong', 10));
  underline(paper, LEFT, Math.max(40, unitWidth * 0.4), left + 2);
  const motto: Line = { text: say(words.motto), font: 'strong', size: 11 };
  const right = centred(paper, RIGHT, [{ text: say(words.state), font: 'strong', size: 10.5 }, motto], paper.y);
  underline(paper, RIGHT, Math.min(RIGHT.width, paper.fonts.widthOf(motto.text, 'strong', 11)), right + 2);
  paper.y = Math.max(left, right) + 10;
  const number = { text: `${say(words.number)} ${content.number}`, font: 'plain', size: 10.5 } as const;
  const day = { text: placeAndDay(form, content, language), font: 'slanted', size: 10.5 } as const;
  paper.y = Math.max(centred(paper, LEFT, [number], paper.y), centred(paper, RIGHT, [day], paper.y)) + 14;
  paper.text(upper(say(template.title), language), 'strong', 14, 'centre');
  if (template.subject !== undefined) paper.text(say(template.subject), 'strong', 11.5, 'centre');
  if (language !== 'vi' && language !== 'en') {
    const { title, subject } = template;
    paper.text(subject === undefined ? title.vi : `${title.vi} ${subject.vi}`, 'slanted', 9, 'centre');
  }
  paper.rule(PAGE.left + INNER * 0.4, INNER * 0.2, paper.y + 4);
  paper.gap(16);
}

/** Below every page: the number of the case and the title, and which page of how many. */
export function writeFeet(paper: Paper, { template, words }: Form, number: string, language: FormLanguage): void {
  const { start, count } = paper.pdf.bufferedPageRange();
  const y = PAGE.height - PAGE.bottom + 16;
  const title = saidIn(template.title, language);
  const subject = template.subject === undefined ? '' : ` – ${saidIn(template.subject, language)}`;
  for (let page = 0; page < count; page += 1) {
    paper.pdf.switchToPage(start + page);
    paper.rule(PAGE.left, INNER, y - 4, 0.4);
    const foot = { font: 'plain', size: 8, x: PAGE.left } as const;
    const text = `${number} · ${title}${subject}`;
    const [first = ''] = paper.fonts.lines(text, 'plain', 8, INNER - 80);
    paper.line({ ...foot, text: first, width: INNER }, y);
    const of = saidIn(words.page, language)
      .replace('{page}', String(page + 1))
      .replace('{pages}', String(count));
    paper.line({ ...foot, text: of, width: INNER, align: 'right' }, y);
  }
}
