import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { incomingLists } from './incoming_lists.ts';
import type { ListAuthority } from './list_authorities.ts';
import { signedHeader } from './sign_package.ts';

const LIST = { list: 'LOCAL', kind: 'OTHER' } as const;

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
  const lists = incomingLists(directory, []);
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
  const lists = incomingLists(directory, []);
  await lists.files();
  put('list.jsonl', '{"id":"A1","names":[{"full":"MAU"}]}\n', 1000);
  writeFileSync(join(directory, 'secret.jsonl'), '{}');
  symlinkSync(join(directory, 'secret.jsonl'), join(directory, 'incoming', 'link.jsonl'));
  const opened = await lists.open('list.jsonl', 'jsonl', LIST);
  if (!opened.ok) throw new Error(opened.error.code);
  const rows: unknown[] = [];
  for await (const row of opened.value.rows) rows.push(row);
  expect(rows).toMatchObject([{ id: 'A1' }]);
  expect(opened.value.header.asOf).toBe(1_000_000);
  for (const name of ['../secret.jsonl', 'link.jsonl', 'absent.jsonl', join(directory, 'secret.jsonl'), '..', '']) {
    expect([name, await lists.open(name, 'jsonl', LIST)]).toMatchObject([
      name,
      { ok: false, error: { code: 'LIST_FILE_UNREADABLE' } },
    ]);
  }
  for (const format of ['punch-cards', 'constructor', '__proto__']) {
    expect((await lists.open('list.jsonl', format, LIST)).ok).toBe(false);
  }
});

test('a folder that can not be read is said so', async () => {
  writeFileSync(join(directory, 'incoming'), 'a file in its place');
  expect(await incomingLists(directory, []).files()).toMatchObject({
    ok: false,
    error: { code: 'LIST_FILE_UNREADABLE' },
  });
});

test('a package says itself which list it is, and who has signed it', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
  const authorities: ListAuthority[] = [{ name: 'A08', publicKey: key }];
  const lists = incomingLists(directory, authorities);
  await lists.files();
  put('rows', '{"id":"A1","names":[{"full":"MAU"}]}\n', 1000);
  const said = { list: 'BANS', kind: 'ENTRY_BAN', version: '7', base: null, sequence: 7, asOf: 5, authority: 'A08' };
  const head = await signedHeader(join(directory, 'incoming', 'rows'), { ...said, kind: 'ENTRY_BAN' }, privateKey);
  put('bans.package', `${head}{"id":"A1","names":[{"full":"MAU"}]}\n`, 2000);
  expect(await lists.namedBy('bans.package')).toEqual({ ok: true, value: { list: 'BANS', kind: 'ENTRY_BAN' } });
  expect(await lists.namedBy('rows')).toMatchObject({ error: { code: 'LIST_FORMAT' } });
  expect(await incomingLists(directory, []).namedBy('bans.package')).toMatchObject({
    error: { code: 'SIGNATURE_UNKNOWN_AUTHORITY' },
  });
  const as = { list: 'BANS', kind: 'ENTRY_BAN' } as const;
  expect(await lists.open('bans.package', 'package', as)).toMatchObject({
    value: { header: { version: '7', sequence: 7, asOf: 5, signedBy: 'A08' } },
  });
  expect(await lists.open('bans.package', 'package', LIST)).toMatchObject({ error: { code: 'LIST_FORMAT' } });
});
