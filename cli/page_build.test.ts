import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageIsStale } from './page_build.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'booth-page-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function file(path: string, second: number): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, second, second);
}

test('a page is stale when it is missing or older than any of its sources', async () => {
  file('renderer/officer/deep/screen.tsx', 100);
  expect(await pageIsStale(root)).toBe(true);
  file('out/renderer/index.html', 200);
  expect(await pageIsStale(root)).toBe(false);
  file('renderer/officer/deep/screen.test.tsx', 300);
  expect(await pageIsStale(root)).toBe(false);
  file('resources/locales/vi/counter.json', 300);
  expect(await pageIsStale(root)).toBe(true);
});

test('a product without sources builds nothing', async () => {
  file('out/renderer/index.html', 200);
  expect(await pageIsStale(root)).toBe(false);
});
