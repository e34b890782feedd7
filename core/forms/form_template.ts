import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { FormKind } from '../domain/forms/form_kinds.ts';

const text = z.object({ vi: z.string().min(1), en: z.string().min(1) });
const block = z.union([
  z.object({ rows: z.array(z.object({ label: text, value: z.string() })) }),
  z.object({ text, when: z.string().optional() }),
  z.object({ arithmetic: z.literal(true) }),
  z.object({ check: text }),
  z.object({ signatures: z.array(text).min(1).max(3) }),
]);
const template = z.object({ title: text, source: z.string(), blocks: z.array(block) });
const SUMS = ['entered', 'granted', 'until', 'extended', 'departure', 'span', 'over', 'days'] as const;
const words = z.object({
  state: text,
  motto: text,
  specimen: text,
  number: text,
  by: text,
  signedYes: text,
  signedNo: text,
  sum: z.object(Object.fromEntries(SUMS.map((one) => [one, text])) as Record<(typeof SUMS)[number], typeof text>),
  none: text,
  grounds: z.array(text).length(9),
});

/** The layout and wording of one paper, as in resources/forms. */
export type FormTemplate = z.infer<typeof template>;
/** What all papers say alike. */
export type FormWords = z.infer<typeof words>;

const FOLDER = new URL('../../resources/forms/', import.meta.url);

async function json(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`${name}.json`, FOLDER), 'utf8'));
}

/** Reads a paper of the product; throws when the product's own resources are broken. */
export async function loadForm(
  kind: FormKind,
): Promise<{ readonly template: FormTemplate; readonly words: FormWords }> {
  return { template: template.parse(await json(kind)), words: words.parse(await json('words')) };
}
