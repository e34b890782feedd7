import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BoothProcess, type BoothProcessOptions } from './booth_process.ts';

let root: string;
let booth: BoothProcess | null = null;
let urls: string[];
let downs: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'booth-shell-'));
  urls = [];
  downs = [];
});
afterEach(async () => {
  await booth?.stop();
  booth = null;
  rmSync(root, { recursive: true, force: true });
});

function startBooth(changes: Partial<BoothProcessOptions> = {}): BoothProcess {
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  booth = new BoothProcess({
    node: process.execPath,
    entry: join(import.meta.dirname, '..', 'cli', 'booth.mjs'),
    arguments: ['--data', join(root, 'data'), '--page', root],
    key: new Uint8Array(32).fill(9),
    onReady: (url) => urls.push(url),
    onDown: (reason, delayMs) => downs.push(`${reason} ${delayMs}`),
    onLine: () => undefined,
    ...changes,
  });
  booth.start();
  return booth;
}

/** A stand-in for the booth with this program. */
function stub(program: string): string {
  const file = join(root, 'stub.mjs');
  writeFileSync(file, program);
  return file;
}

const soon = { timeout: 20_000 };

describe('the real booth as a child', () => {
  test('gets its key by the pipe, says its URL, gives another when asked, ends in order', async () => {
    const child = startBooth();
    await expect.poll(() => urls.length, soon).toBe(1);
    expect(existsSync(join(root, 'data', 'booth.key'))).toBe(false);
    child.askForUrl();
    await expect.poll(() => urls.length, soon).toBe(2);
    expect(urls[1]).not.toBe(urls[0]);
    expect((await fetch(urls[1] ?? '', { redirect: 'manual' })).status).toBe(303);
    await child.stop();
    expect([child.pid, downs]).toEqual([null, []]);
    expect(existsSync(join(root, 'data', 'booth.lock'))).toBe(false);
  });

  test('is started again when it is killed, with the same key and records', async () => {
    const child = startBooth();
    await expect.poll(() => urls.length, soon).toBe(1);
    const pid = child.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => urls.length, soon).toBe(2);
    expect(downs).toEqual(['ended 500']);
    expect(child.pid).not.toBe(pid);
  });
});

describe('a child that does not behave', () => {
  test('one that refuses is tried again, ever more slowly', async () => {
    startBooth({ entry: stub('process.exit(2)') });
    await expect.poll(() => downs.slice(0, 3), soon).toEqual(['refused 500', 'refused 1000', 'refused 2000']);
  });

  test('one that cannot be started at all counts as an end', async () => {
    startBooth({ node: join(root, 'no-such-node') });
    await expect.poll(() => downs[0], soon).toBe('ended 500');
  });

  test('a URL that is not the booth is not believed', async () => {
    const lines = [
      'not json',
      '{"url":"https://evil.example/open?token=x"}',
      '{"url":"http://localhost.evil.example:1/open?token=x"}',
      '{"url":5}',
      'null',
      '{"url":"http://127.0.0.1:41000/open?token=good"}',
    ];
    startBooth({ entry: stub(`console.log(${JSON.stringify(lines.join('\n'))}); setInterval(() => {}, 1000);`) });
    await expect.poll(() => urls, soon).toEqual(['http://127.0.0.1:41000/open?token=good']);
  });

  test('one that takes the key and dies does not take the shell with it', async () => {
    startBooth({ entry: stub('process.kill(process.pid, "SIGKILL")'), key: new Uint8Array(32) });
    await expect.poll(() => downs[0], soon).toBe('ended 500');
  });
});
