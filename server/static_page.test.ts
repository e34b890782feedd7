import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileFor, listPage } from './static_page.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'booth-static-'));
  mkdirSync(join(root, 'page', 'assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('exactly the files of the page are known; a link out of it is not', async () => {
  for (const name of ['index.html', 'assets/main-AbCd_123.js', 'assets/main-AbCd_123.js.map', 'plain.css']) {
    writeFileSync(join(root, 'page', name), name);
  }
  symlinkSync(join(root, 'secret.txt'), join(root, 'page', 'link.txt'));
  symlinkSync(root, join(root, 'page', 'folder'));
  const page = await listPage(join(root, 'page'));
  if (!page.ok) throw new Error(page.error.detail);
  expect([...page.value.keys()].sort()).toEqual(['/', '/assets/main-AbCd_123.js', '/plain.css']);
  expect(page.value.get('/')).toMatchObject({ contentType: 'text/html; charset=utf-8', cacheControl: 'no-store' });
  expect(page.value.get('/assets/main-AbCd_123.js')?.cacheControl).toContain('immutable');
  expect(page.value.get('/plain.css')?.cacheControl).toBe('no-store');
});

test('a page without index.html is missing', async () => {
  expect(await listPage(join(root, 'page'))).toMatchObject({ ok: false, error: { code: 'PAGE_MISSING' } });
  expect(await listPage(join(root, 'nothing'))).toMatchObject({ ok: false, error: { code: 'PAGE_MISSING' } });
});

test("a traveller's window gets its own page and no other window gets that one, whatever they ask for", async () => {
  for (const name of ['index.html', 'traveller.html', 'plain.css']) writeFileSync(join(root, 'page', name), name);
  const page = await listPage(join(root, 'page'));
  if (!page.ok) throw new Error(page.error.detail);
  const text = async (role: 'officer' | 'gate', target: string) =>
    String(await fileFor(page.value, role, target)?.read());
  expect(await text('gate', '/')).toBe('traveller.html');
  expect(await text('officer', '/')).toBe('index.html');
  for (const role of ['gate', 'officer'] as const) {
    expect(await text(role, '/traveller.html')).toBe('undefined');
    expect(await text(role, '/index.html')).toBe('undefined');
    expect(await text(role, '/plain.css')).toBe('plain.css');
  }
});
