import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Clock } from '../../core/ports/clock.ts';
import { wearInFile } from './wear_book.ts';

let directory = '';
let due: (() => void)[] = [];
const clock: Clock = {
  now: () => 0,
  monotonic: () => 0,
  after: (_delayMs, run) => {
    due.push(run);
    return () => {
      due = due.filter((one) => one !== run);
    };
  },
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'booth-wear-'));
  due = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('keeps the counters of a device over restarts', async () => {
  const path = join(directory, 'folder', 'wear.json');
  const first = await wearInFile(path, clock);
  first.count('reader #1', 'reads');
  first.count('reader #1', 'reads');
  first.count('gate east', 'releases');
  await first.close();
  const second = await wearInFile(path, clock);
  second.count('reader #1', 'reads');
  expect([second.of('reader #1'), second.of('gate east'), second.of('nobody')]).toEqual([
    { reads: 3 },
    { releases: 1 },
    {},
  ]);
  await second.close();
  expect(await readdir(join(directory, 'folder'))).toEqual(['wear.json']);
});

it('writes once for many counts, and not before its time', async () => {
  const path = join(directory, 'wear.json');
  const book = await wearInFile(path, clock);
  for (let n = 0; n < 1000; n += 1) book.count('reader #1', 'reads');
  expect(due).toHaveLength(1);
  expect(await readdir(directory)).toEqual([]);
  due.shift()?.();
  await expect.poll(() => readdir(directory)).toEqual(['wear.json']);
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ 'reader #1': { reads: 1000 } });
  await book.close();
  expect(due).toEqual([]);
});

it.each(['', '{"reader":', '{"reader":{"reads":-1}}', '[]'])('begins anew where the file says %j', async (content) => {
  const path = join(directory, 'wear.json');
  await writeFile(path, content);
  const book = await wearInFile(path, clock);
  expect(book.of('reader')).toEqual({});
  book.count('reader', 'reads');
  await book.close();
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ reader: { reads: 1 } });
});

it('a place that cannot be written stops nothing, and is tried again', async () => {
  const path = join(directory, 'file', 'wear.json');
  await writeFile(join(directory, 'file'), 'in the way');
  const book = await wearInFile(path, clock);
  book.count('reader', 'reads');
  due.shift()?.();
  await expect.poll(() => due).toHaveLength(1);
  await book.close();
  expect(book.of('reader')).toEqual({ reads: 1 });
});
