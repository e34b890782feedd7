import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { MrzFormat, ParsedMrz } from './mrz.ts';
import { parseMrz } from './parse.ts';

/** A string from the collection, with what an independent program made of it. */
interface Collected {
  readonly id: string;
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  readonly expected: Readonly<Record<string, unknown>>;
  readonly checks: Readonly<Record<string, string>>;
  readonly valid: boolean;
  /** `field` = wrong check digit, `field:charset`, `field:check-missing`. */
  readonly errors: readonly string[];
}

/** Where parser and collection differ on purpose: id and reason. Nothing at present. */
const DIFFERS: Readonly<Record<string, string>> = {};

const root = resolve(import.meta.dirname, '../../..');
const path = resolve(root, process.env.BOOTH_DATA ?? '../shared/data', 'mrz/mrz.jsonl');

function collection(): readonly Collected[] {
  if (!existsSync(path)) {
    console.warn(`NOT RUN: no collected MRZ strings at ${path} (set BOOTH_DATA)`);
    return [];
  }
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
const strings = collection();

/** The problems among the parser's own that say what the collection says. */
function finds(parsed: ParsedMrz, error: string): boolean {
  const [field, kind] = error.split(':');
  const code = kind === 'charset' ? 'FIELD_CHARSET' : kind === 'check-missing' ? 'CHECK_DIGIT_MISSING' : 'CHECK_DIGIT';
  return parsed.problems.some((each) => each.code === code && each.field === field && each.severity === 'error');
}

test('fields, checks and verdict agree with the collection', () => {
  const seen = strings.filter(({ id }) => DIFFERS[id] === undefined);
  const ours = seen.map(({ id, lines }) => {
    const { format, fields, checks, valid } = parseMrz(lines);
    return { id, format, fields, checks, valid };
  });
  expect(ours).toEqual(
    seen.map(({ id, format, expected, checks, valid }) => ({ id, format, fields: expected, checks, valid })),
  );
  if (strings.length > 0) expect(seen.length).toBeGreaterThan(150);
});

test('every planted fault is found, and no other error', () => {
  for (const { id, lines, errors, valid } of strings) {
    const parsed = parseMrz(lines);
    expect(
      errors.filter((error) => !finds(parsed, error)),
      id,
    ).toEqual([]);
    if (valid) expect(parsed.problems.filter((each) => each.severity === 'error')).toEqual([]);
  }
});
