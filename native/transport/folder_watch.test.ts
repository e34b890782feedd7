import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchFolders } from './folder_watch.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'booth-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('tells every listener of files that come, go and change their names, and of nothing else', async () => {
  const first: (string | null)[] = [];
  const second: (string | null)[] = [];
  const stopFirst = watchFolders([folder, folder], (name) => first.push(name));
  const stopSecond = watchFolders([folder], (name) => second.push(name));
  await writeFile(join(folder, 'port'), '');
  await expect.poll(() => first).toEqual(['port']);
  await writeFile(join(folder, 'port'), 'written to');
  await rename(join(folder, 'port'), join(folder, 'other'));
  await expect.poll(() => first).toEqual(['port', 'port', 'other']);
  stopFirst();
  await rm(join(folder, 'other'));
  await expect.poll(() => second).toEqual(['port', 'port', 'other', 'other']);
  expect(first).toHaveLength(3);
  stopSecond();
});

it('says nothing of a folder that is not there', () => {
  const stop = watchFolders([join(folder, 'nothing')], () => {});
  expect(stop()).toBeUndefined();
});
