import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DRIVER_FACTS } from './driver_facts.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDER = join(ROOT, 'resources', 'locales', 'drivers');
const FILES = readdirSync(FOLDER);

const fileOf = (name: string, language: string): Record<string, string> => {
  const file = `${name}.${language}.json`;
  return FILES.includes(file) ? JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) : {};
};
const textsOf = (driver: string, language: string): Record<string, string> => ({
  ...fileOf('common', language),
  ...fileOf(driver, language),
});

/** Every file of a driver's folder that tells steps, as text: a step's name stands in it as a literal. */
function stepsOf(driver: string): string[] {
  const folder = join(ROOT, 'native', 'driver', driver.replaceAll('-', '_'));
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const source = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const named = [/\bstep: '([\w.-]+)'/g, /^\s*\['([a-z][\w-]*)', /gm].flatMap((form) => [...source.matchAll(form)]);
  return [...new Set(named.map(([, step = '']) => step))];
}

describe.each(['en', 'vi'])('a technician reads of each driver (%s)', (language) => {
  test.each(DRIVER_FACTS.map(({ id, options }) => ({ id, options })))(
    '$id: what each option is and why one would change it',
    ({ id, options }) => {
      const texts = textsOf(id, language);
      const wanted = options.flatMap(({ path }) => [`option.${path}`, `option.${path}.why`]);
      expect(wanted.length).toBeGreaterThan(0);
      expect(wanted.filter((key) => (texts[key] ?? '').trim() === '')).toEqual([]);
    },
  );

  test.each(DRIVER_FACTS.map(({ id }) => id))('%s: what each question of its self test is', (id) => {
    const texts = textsOf(id, language);
    expect(stepsOf(id).filter((step) => (texts[`step.${step}`] ?? '').trim() === '')).toEqual([]);
  });
});

test('every text belongs to a driver, and both languages have the same ones', () => {
  const drivers = ['common', ...DRIVER_FACTS.map(({ id }) => id)];
  const known = drivers.flatMap((id) => [`${id}.en.json`, `${id}.vi.json`]);
  expect(FILES.filter((file) => !known.includes(file))).toEqual([]);
  for (const id of drivers) {
    expect([id, Object.keys(fileOf(id, 'vi')).sort()]).toEqual([id, Object.keys(fileOf(id, 'en')).sort()]);
  }
});
