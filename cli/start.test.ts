import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Running, runBooth, testFolder } from './testing/command_line.ts';

let folder: ReturnType<typeof testFolder>;
let running: Running[] = [];
beforeEach(() => {
  folder = testFolder();
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  running = [];
  folder.remove();
});

function start(...args: string[]): Running {
  const one = runBooth(['start', '--host', 'none', '--data', folder.data, '--page', folder.page, ...args]);
  running.push(one);
  return one;
}

async function urlOf(one: Running): Promise<string> {
  return JSON.parse(await one.nextLine()).url;
}

describe('a lane that starts', () => {
  test('prints one line of JSON whose URL opens the page once, and ends in order at SIGTERM', async () => {
    const lane = start();
    const url = await urlOf(lane);
    const entered = await fetch(url, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', url), { headers: { cookie } });
    expect([entered.status, await page.text()]).toEqual([303, '<!doctype html><title>page</title>']);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(403);
    lane.child.kill('SIGTERM');
    const { code, stdout } = await lane.ended;
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder.data, 'booth.lock'))).toBe(false);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('ends in order too when one Ctrl+C arrives twice, as it does under npm', async () => {
    const lane = start();
    await urlOf(lane);
    lane.child.kill('SIGINT');
    lane.child.kill('SIGINT');
    lane.child.kill('SIGTERM');
    expect((await lane.ended).code).toBe(0);
    expect(existsSync(join(folder.data, 'booth.lock'))).toBe(false);
  });

  test('gives a new URL to whoever holds its standard input', async () => {
    const lane = start();
    const first = await urlOf(lane);
    lane.child.stdin.write('{"ask":"url"}\nnonsense\n');
    const second = await urlOf(lane);
    expect(new URL(second).origin).toBe(new URL(first).origin);
    expect(second).not.toBe(first);
    expect(await lane.nextLine()).toBe('{"error":"NOT_UNDERSTOOD"}');
  });

  test.each(['gate', 'technician'])("opens the %s's window, and the officer's where it is asked for", async (role) => {
    const lane = start('--role', role);
    const first = await urlOf(lane);
    expect((await fetch(first, { redirect: 'manual' })).status).toBe(303);
    lane.child.stdin.write('{"ask":"url","role":"officer"}\n{"ask":"url","role":"king"}\n');
    const second = JSON.parse(await lane.nextLine()).url;
    expect((await fetch(second, { redirect: 'manual' })).status).toBe(303);
    expect(await lane.nextLine()).toBe('{"error":"NOT_UNDERSTOOD"}');
  });

  test('keeps its data to its own user', async () => {
    await urlOf(start());
    expect(statSync(folder.data).mode & 0o077).toBe(0);
    for (const file of ['booth.lock', 'booth.key', 'booth.db']) {
      expect([file, statSync(join(folder.data, file)).mode & 0o077]).toEqual([file, 0]);
    }
  });

  test('takes its key from a pipe, keeps no key file and ends with the shell', async () => {
    const { spawn } = await import('node:child_process');
    const { BOOTH } = await import('./testing/command_line.ts');
    const args = ['start', '--host', 'none', '--data', folder.data, '--page', folder.page, '--key-fd', '3'];
    const child = spawn(process.execPath, [BOOTH, ...args], { stdio: ['pipe', 'pipe', 'ignore', 'pipe'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    (child.stdio[3] as NodeJS.WritableStream).end(Buffer.alloc(32, 7));
    const line = await new Promise<string>((resolve) => child.stdout?.once('data', (chunk) => resolve(String(chunk))));
    expect(JSON.parse(line).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\?token=/);
    expect(existsSync(join(folder.data, 'booth.key'))).toBe(false);
    child.stdin?.end();
    expect(await ended).toBe(0);
  });
});

describe('a second start on the same folder', () => {
  test('is refused in one line while the first runs', async () => {
    await urlOf(start());
    const { code, stdout, stderr } = await start().ended;
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(/already running on .*process \d+/);
  });

  test('succeeds after the first was killed', async () => {
    const first = start();
    await urlOf(first);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(existsSync(join(folder.data, 'booth.lock'))).toBe(true);
    expect(await urlOf(start())).toMatch(/^http:/);
  });
});

describe('training and earnest', () => {
  test('a folder of training is never a real lane', async () => {
    const lane = start('--demo');
    await urlOf(lane);
    lane.child.kill('SIGTERM');
    await lane.ended;
    const device = { driver: 'elyctis-idbox', name: 'mrz-reader', path: join(folder.data, 'none') };
    writeFileSync(join(folder.data, 'settings.json'), JSON.stringify({ devices: [device] }));
    const { code, stderr } = await start().ended;
    expect([code, stderr.includes('was used for training')]).toEqual([2, true]);
  });

  test('training never writes into the folder of a real lane', async () => {
    mkdirSync(folder.data, { mode: 0o700 });
    const device = { driver: 'elyctis-idbox', name: 'mrz-reader', path: join(folder.data, 'none') };
    writeFileSync(join(folder.data, 'settings.json'), JSON.stringify({ devices: [device] }));
    const lane = start();
    await urlOf(lane);
    lane.child.kill('SIGTERM');
    await lane.ended;
    const before = readFileSync(join(folder.data, 'booth.db'));
    const { code, stderr } = await start('--demo').ended;
    expect([code, stderr.includes("holds a real lane's records")]).toEqual([2, true]);
    expect(readFileSync(join(folder.data, 'booth.db')).equals(before)).toBe(true);
  });
});

describe('a start that cannot be', () => {
  test('a taken port is said in one line', async () => {
    const port = new URL(await urlOf(start())).port;
    const other = testFolder();
    const args = ['start', '--host', 'none', '--data', other.data, '--page', other.page, '--port', port];
    const second = runBooth(args);
    running.push(second);
    const { code, stderr } = await second.ended;
    expect([code, stderr.includes('PORT_TAKEN')]).toEqual([2, true]);
    other.remove();
  });

  test.each([
    [['--role', 'king'], '--role is one of'],
    [['--host', 'tv'], '--host is one of'],
    [['--port', '80'], '--port is'],
    [['--port', '99999'], '--port is'],
    [['--key-fd', '1'], '--key-fd is'],
    [['--nonsense'], 'nonsense'],
    [['stray'], 'stray'],
  ])('%j is answered in one line', async (args, words) => {
    const { code, stdout, stderr } = await start(...args).ended;
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(words);
  });
});
