import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIntl } from 'react-intl';
import { describe, expect, test } from 'vitest';
import { EN_AREAS, en, VI_AREAS, vi } from './messages.ts';

const LOCALES: Record<string, Record<string, string>> = { vi, en };
const KEYS = Object.keys(vi);
/** Marks in a message where a value goes; the branches of a plural begin with # or with more than one word. */
const argumentsOf = (message: string): string[] =>
  [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map((found) => found[1] ?? ''))].sort();

function sourceOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.startsWith('examples'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
}
const SOURCE = sourceOf(join(import.meta.dirname, '..'));
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Ids put together at run time, as patterns: `notice.${code}.detail` stands for every notice. */
const PATTERNS = [...SOURCE.matchAll(/`(\w[\w.-]*\.\$\{[^`]+)`/g)].map(
  ([, template = '']) =>
    new RegExp(
      `^${template
        .split(/\$\{[^}]+\}/)
        .map(escaped)
        .join('[^.]+')}$`,
    ),
);

describe('messages of both languages', () => {
  test('have the same keys, in the same order', () => {
    expect(Object.keys(en)).toEqual(KEYS);
  });

  test.each([VI_AREAS, EN_AREAS])('stand in one area each', (areas) => {
    const keys = Object.values(areas).flatMap((area) => Object.keys(area));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  test('take the same values', () => {
    for (const key of KEYS) {
      expect([key, ...argumentsOf(LOCALES.en?.[key] ?? '')]).toEqual([key, ...argumentsOf(LOCALES.vi?.[key] ?? '')]);
    }
  });

  test.each(['vi', 'en'])('are whole sentences of the message format (%s)', (locale) => {
    const messages = LOCALES[locale] ?? {};
    const intl = createIntl({
      locale,
      messages,
      onError: (problem) => {
        throw problem;
      },
    });
    for (const [id, message] of Object.entries(messages)) {
      const values = Object.fromEntries(argumentsOf(message).map((name) => [name, 2]));
      const shown = intl.formatMessage({ id }, values);
      expect(`${id} ${shown}`).not.toMatch(/[{}]/);
      expect(shown.trim(), id).not.toBe('');
    }
  });

  test('are all used by the page', () => {
    const unused = KEYS.filter((key) => !SOURCE.includes(`'${key}'`) && !SOURCE.includes(`"${key}"`)).filter(
      (key) => !PATTERNS.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test('use no capitals in running Vietnamese; only names of the standards have them', () => {
    const names = /\b(MRZ|PIN|IR|UV|DG\d|USB|JSON|ABTC|PAI|PAXLST|VNeID)\b/g;
    const shouted = Object.entries(vi).filter(([, message]) => /\p{Lu}{2}/u.test(message.replace(names, '')));
    expect(shouted).toEqual([]);
  });
});
