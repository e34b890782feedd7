import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockDataDirectory } from './data_lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const lockFile = () => join(directory, 'booth.lock');

test('one of two gets the folder; the other after it was let go', async () => {
  const first = await lockDataDirectory(directory, 'a');
  const second = await lockDataDirectory(directory, 'b');
  expect([first.ok, second]).toMatchObject([true, { ok: false, error: { code: 'DATA_IN_USE' } }]);
  if (first.ok) await first.value();
  expect((await lockDataDirectory(directory, 'b')).ok).toBe(true);
});

test.each([
  ['a process that is gone', JSON.stringify({ pid: 4_194_303, started: '1', nonce: 'x' })],
  ['a process number that was given out again', JSON.stringify({ pid: process.pid, started: '1', nonce: 'x' })],
  ['half a line', '{"pid": 12'],
  ['nothing', ''],
])('the lock of %s is stale', async (_what, content) => {
  writeFileSync(lockFile(), content);
  expect((await lockDataDirectory(directory, 'a')).ok).toBe(true);
  expect(JSON.parse(readFileSync(lockFile(), 'utf8')).nonce).toBe('a');
});

test('of many that find the same stale lock at once, exactly one gets the folder', async () => {
  writeFileSync(lockFile(), JSON.stringify({ pid: 4_194_303, started: '1', nonce: 'x' }));
  const all = await Promise.all(Array.from({ length: 8 }, (_, i) => lockDataDirectory(directory, `n${i}`)));
  expect(all.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a lock that someone else took over is not removed by its old holder', async () => {
  const first = await lockDataDirectory(directory, 'a');
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, started: '1', nonce: 'other' }));
  if (first.ok) await first.value();
  expect(JSON.parse(readFileSync(lockFile(), 'utf8')).nonce).toBe('other');
});

test('a folder that cannot be made is said, not thrown', async () => {
  writeFileSync(join(directory, 'file'), '');
  const locked = await lockDataDirectory(join(directory, 'file', 'data'), 'a');
  expect(locked).toMatchObject({ ok: false, error: { code: 'DATA_UNUSABLE', detail: 'ENOTDIR' } });
});
