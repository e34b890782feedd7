import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { incomingLists } from './incoming_lists.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-incoming-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const put = (name: string, content: string, seconds: number) => {
  const path = join(directory, 'incoming', name);
  writeFileSync(path, content);
  utimesSync(path, seconds, seconds);
};

test('shows plain files, newest first, and nothing that could lead elsewhere', async () => {
  const lists = incomingLists(directory);
  expect(await lists.files()).toEqual({ ok: true, value: [] });
  put('older.jsonl', '{}', 1000);
  put('Danh sách mới (2).jsonl', '{}\n', 2000);
  put('.hidden', '{}', 3000);
  put('two\nlines.jsonl', '{}', 3000);
  mkdirSync(join(directory, 'incoming', 'folder.jsonl'));
  writeFileSync(join(directory, 'secret.jsonl'), '{}');
  symlinkSync(join(directory, 'secret.jsonl'), join(directory, 'incoming', 'link.jsonl'));
  expect(await lists.files()).toEqual({
    ok: true,
    value: [
      { name: 'Danh sách mới (2).jsonl', bytes: 3, writtenAt: 2_000_000 },
      { name: 'older.jsonl', bytes: 2, writtenAt: 1_000_000 },
    ],
  });
});

test('opens a file of the folder by its name, and nothing else', async () => {
  const lists = incomingLists(directory);
  await lists.files();
  put('list.jsonl', '{"id":"A1","names":[{"full":"MAU"}]}\n', 1000);
  writeFileSync(join(directory, 'secret.jsonl'), '{}');
  symlinkSync(join(directory, 'secret.jsonl'), join(directory, 'incoming', 'link.jsonl'));
  const opened = await lists.open('list.jsonl', 'jsonl');
  if (!opened.ok) throw new Error(opened.error.code);
  const rows: unknown[] = [];
  for await (const row of opened.value.rows) rows.push(row);
  expect(rows).toMatchObject([{ id: 'A1' }]);
  expect(opened.value.asOf).toBe(1_000_000);
  for (const name of ['../secret.jsonl', 'link.jsonl', 'absent.jsonl', join(directory, 'secret.jsonl'), '..', '']) {
    expect([name, await lists.open(name, 'jsonl')]).toMatchObject([
      name,
      { ok: false, error: { code: 'LIST_FILE_UNREADABLE' } },
    ]);
  }
  for (const format of ['punch-cards', 'constructor', '__proto__']) {
    expect((await lists.open('list.jsonl', format)).ok).toBe(false);
  }
});

test('a folder that can not be read is said so', async () => {
  writeFileSync(join(directory, 'incoming'), 'a file in its place');
  expect(await incomingLists(directory).files()).toMatchObject({ ok: false, error: { code: 'LIST_FILE_UNREADABLE' } });
});
