import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DRIVERS } from './catalogue.ts';

const FOLDER = join(import.meta.dirname, '../../resources/locales/drivers');

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The paths of all options that hold a value themselves. */
function leaves(schema: Schema, path: readonly string[] = []): string[] {
  const inner = Object.entries(schema.properties ?? {});
  if (inner.length === 0) return path.length === 0 ? [] : [path.join('.')];
  return inner.flatMap(([name, part]) => leaves(part, [...path, name]));
}

function texts(name: string, language: string): Record<string, string> {
  const file = join(FOLDER, `${name}.${language}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

describe.each(DRIVERS)('$id', ({ id, settings }) => {
  const options = leaves(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as Schema);

  it.each(['en', 'vi'])('has a title and a reason for each option: %s', (language) => {
    const known = { ...texts('common', language), ...texts(id, language) };
    const wanted = options.flatMap((path) => [`option.${path}`, `option.${path}.why`]);
    expect(wanted.filter((key) => (known[key] ?? '').trim() === '')).toEqual([]);
  });

  it('says the same things in both languages', () => {
    expect(Object.keys(texts(id, 'vi')).sort()).toEqual(Object.keys(texts(id, 'en')).sort());
  });

  it('has a default for each option', () => {
    expect(settings.safeParse({}).success).toBe(true);
  });
});
