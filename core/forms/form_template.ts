import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { FormKind, FormLanguage } from '../domain/forms/form_kinds.ts';

/** A text in Vietnamese and English, and in as many more languages as somebody has put it. */
const text = z.object({ vi: z.string().min(1), en: z.string().min(1) }).catchall(z.string().min(1));
export type FormText = z.infer<typeof text>;
/** Written only where this value is there, or this table has a row. */
const when = z.string().optional();

const block = z.union([
  z.strictObject({ heading: text, when }),
  z.strictObject({ rows: z.array(z.strictObject({ label: text, value: z.string() })), when }),
  z.strictObject({ text, when }),
  z.strictObject({ arithmetic: z.literal(true) }),
  z.strictObject({ check: text, when }),
  z.strictObject({
    table: z.string(),
    /** `share`: of the width, in parts of the sum. */
    columns: z.array(z.strictObject({ label: text, share: z.number().positive() })).min(2),
    when,
  }),
  z.strictObject({
    signatures: z
      .array(z.strictObject({ title: text, name: z.string().optional() }))
      .min(1)
      .max(3),
    when,
  }),
]);
const template = z.strictObject({
  title: text,
  /** What it is about, under the title. */
  subject: text.optional(),
  /** The law it rests on, as rule tables name it. */
  source: z.string().optional(),
  blocks: z.array(block),
});
const SUMS = ['entered', 'granted', 'until', 'extended', 'departure', 'span', 'over'] as const;
/** A text by the plural categories of its language; `other` is always there. */
const counted = z.record(z.string(), z.object({ other: z.string() }).catchall(z.string()));
const words = z.strictObject({
  state: text,
  motto: text,
  superior: text,
  specimen: text,
  number: text,
  page: text,
  placeDate: text,
  by: text,
  officer: text,
  sign: text,
  source: text,
  signedYes: text,
  signedNo: text,
  sum: z.strictObject(Object.fromEntries(SUMS.map((one) => [one, text])) as Record<(typeof SUMS)[number], typeof text>),
  days: counted,
  none: text,
  grounds: z.array(text).length(9),
});
const codes = z.record(z.string(), z.record(z.string(), text));

/** The layout and wording of one paper, as in resources/forms. */
export type FormTemplate = z.infer<typeof template>;
export type FormBlock = FormTemplate['blocks'][number];
/** What all papers say alike. */
export type FormWords = z.infer<typeof words>;
/** Words for codes of the record, by what they name. */
export type FormCodes = z.infer<typeof codes>;
export interface Form {
  readonly template: FormTemplate;
  readonly words: FormWords;
  readonly codes: FormCodes;
}

const FOLDER = new URL('../../resources/forms/', import.meta.url);

async function json(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), 'utf8'));
}

/** Reads a paper of the product; throws when the product's own resources are broken. */
export async function loadForm(kind: FormKind): Promise<Form> {
  return {
    template: template.parse(await json(kind)),
    words: words.parse(await json('words')),
    codes: codes.parse(await json('codes')),
  };
}

/** A text in a language of the paper; in Vietnamese where nobody has put it. */
export const saidIn = (said: FormText, language: FormLanguage): string => said[language] ?? said.vi;

/** Every text of a template. */
function textsOf(value: unknown): readonly FormText[] {
  const found = text.safeParse(value);
  if (found.success) return [found.data];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What a paper of its own says beside its template: the heading of the state, the arithmetic, the foot. */
function common({
  words: { grounds: _grounds, signedYes: _yes, signedNo: _no, by: _by, none: _none, officer: _officer, ...rest },
}: Form) {
  return rest;
}

/** The languages that a paper can be had in: those in which each of its texts stands, Vietnamese and English first. */
export function languagesOf(form: Form): readonly FormLanguage[] {
  const texts = [...textsOf(form.template), ...textsOf(common(form))];
  const all = Object.keys(form.words.state).filter((language) => texts.every((one) => one[language] !== undefined));
  return all.filter((language) => language in form.words.days);
}
