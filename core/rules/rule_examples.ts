import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Facts } from '../domain/entry/facts.ts';
import { OUTCOMES } from '../domain/entry/outcome.ts';
import { parseFacts } from './facts_schema.ts';

const example = z.strictObject({
  /** A case of `bases`, changed by `set`. */
  base: z.string(),
  set: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    outcome: z.enum(OUTCOMES),
    stayUntil: z.iso.date().optional(),
    tier: z.int().optional(),
    reasons: z.array(z.string()),
  }),
});

const file = z.strictObject({
  bases: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** For each rule a crossing to which it applies, and one close by to which it does not, or which it turns away. */
  rules: z.record(z.string(), z.strictObject({ applies: example, not: example })),
});

export type RuleExamples = z.infer<typeof file>;
export type RuleExample = z.infer<typeof example>;

/** Reads `examples.json` of a rule folder; throws where it is wrong, as it is a part of the product and held by a test. */
export function readExamples(directory: string): RuleExamples {
  return file.parse(JSON.parse(readFileSync(join(directory, 'examples.json'), 'utf8')));
}

/** The facts of an example. */
export function factsOf(examples: RuleExamples, { base, set }: RuleExample): Facts {
  const facts = parseFacts(JSON.stringify(changed(examples.bases[base] ?? {}, set)));
  if (!facts.ok) throw new Error(`example on ${base}: ${facts.error}`);
  return facts.value;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function changed(base: Record<string, unknown>, set: Record<string, unknown>): Record<string, unknown> {
  const result = { ...base };
  for (const [key, value] of Object.entries(set)) {
    const before = result[key];
    result[key] = isPlain(before) && isPlain(value) ? changed(before, value) : value;
  }
  return result;
}
