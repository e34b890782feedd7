import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { NOT_SAVED } from './hardening.ts';
import { app, asked, dialog, session, setting } from './testing/fake_electron.ts';

vi.mock('electron', () => import('./testing/fake_electron.ts'));

/** The shell as it is, on a stand-in for Electron, against the real booth as its child. One story, told in order. */
const checkout = join(import.meta.dirname, '..');
const root = mkdtempSync(join(tmpdir(), 'booth-main-'));
const data = join(root, 'data');
const stopped = pathToFileURL(join(checkout, 'electron', 'booth_stopped.html')).href;
const soon = { timeout: 30_000 };

/** The one-time URLs that were loaded, in order. */
function boothUrls(): string[] {
  return asked.urls.filter((url) => url.startsWith('http:'));
}
function originNow(): string {
  return new URL(boothUrls().at(-1) ?? '').origin;
}
function boothPid(): number {
  return JSON.parse(readFileSync(join(data, 'booth.lock'), 'utf8')).pid;
}
function contents() {
  const first = asked.windows[0];
  if (first === undefined) throw new Error('no window');
  return first.window.webContents;
}
/** Whether the shell let this navigation happen. */
function goes(event: string, url: string): boolean {
  let prevented = false;
  contents().emit(event, {
    url,
    preventDefault: () => {
      prevented = true;
    },
  });
  return !prevented;
}

beforeAll(async () => {
  mkdirSync(join(root, 'page'));
  writeFileSync(join(root, 'page', 'index.html'), '<!doctype html>');
  setting.appPath = checkout;
  setting.userData = join(root, 'user');
  process.argv = ['electron', checkout, '--demo', `--data=${data}`, `--page=${join(root, 'page')}`];
  await import('./main.ts');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('it opens one hardened window that waits, then goes to the booth by a one-time URL', async () => {
  await expect.poll(() => boothUrls().length, soon).toBe(1);
  expect(asked.urls[0]).toBe(`${stopped}#starting`);
  expect(asked.windows).toHaveLength(1);
  expect(asked.windows[0]?.options).toMatchObject({ kiosk: true, webPreferences: { sandbox: true, devTools: false } });
  expect([asked.sandboxEnabled, asked.menu]).toEqual([true, null]);
  asked.windows[0]?.window.emit('ready-to-show');
  expect(asked.windows[0]?.window.shown).toBe(true);
  expect((await fetch(boothUrls()[0] ?? '', { redirect: 'manual' })).status).toBe(303);
});

test('the key is in the OS key store and in no file of the booth', () => {
  expect(existsSync(join(data, 'booth.key'))).toBe(false);
  expect(existsSync(join(setting.userData, 'booth_key.sealed'))).toBe(true);
});

test('the page goes nowhere else, opens nothing, keeps no file but its own, is permitted nothing', () => {
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect([event, goes(event, `${originNow()}/`)]).toEqual([event, true]);
    expect([event, goes(event, 'https://evil.example/')]).toEqual([event, false]);
    expect([event, goes(event, 'file:///etc/passwd')]).toEqual([event, false]);
  }
  expect(goes('will-attach-webview', '')).toBe(false);
  expect(contents().openHandler({ url: originNow() })).toEqual({ action: 'deny' });
  const guarded = session.fromPartition('booth');
  const verdicts: unknown[] = [guarded.check(), guarded.device()];
  guarded.request(null, 'media', (allowed) => verdicts.push(allowed));
  guarded.before({ url: 'https://evil.example/' }, ({ cancel }) => verdicts.push(cancel));
  guarded.before({ url: `${originNow()}/` }, ({ cancel }) => verdicts.push(cancel));
  guarded.before({ url: `${originNow().replace('http', 'ws')}/rpc` }, ({ cancel }) => verdicts.push(cancel));
  expect(verdicts).toEqual([false, false, false, true, false, false]);
  let end: (state: string) => void = () => {};
  /** Where a download went, or null where it was prevented. */
  const keptAt = (url: string, fileName: string): string | null => {
    let path: string | null = 'chosen by the person';
    const prevent = { preventDefault: () => (path = null) };
    const item = {
      getURL: () => url,
      getFilename: () => fileName,
      setSavePath: (given: string) => (path = given),
      once: (_event: string, told: (event: null, state: string) => void) => (end = (state) => told(null, state)),
    };
    guarded.emit('will-download', prevent, item);
    return path;
  };
  expect(keptAt('https://evil.example/x.jsonl', 'x.jsonl')).toBeNull();
  expect(keptAt(`blob:${originNow()}/1`, 'wire.exe')).toBeNull();
  expect(keptAt(`blob:${originNow()}/1`, 'wire.jsonl')).toBe(join(data, 'exports', 'wire.jsonl'));
  end('completed');
  expect(dialog.shown).toEqual([]);
  expect(keptAt(`blob:${originNow()}/1`, 'refusal-A07-2026-0047-vi.pdf')).toBe(
    join(data, 'papers', 'refusal-A07-2026-0047-vi.pdf'),
  );
  end('interrupted');
  expect(dialog.shown).toEqual([NOT_SAVED.title]);
});

test('a page that crashed, or that the door refused, comes in by a new URL of the same booth', async () => {
  const origin = originNow();
  contents().emit('render-process-gone', {}, { reason: 'crashed' });
  await expect.poll(() => boothUrls().length, soon).toBe(2);
  contents().emit('did-navigate', {}, `${origin}/`, 401);
  await expect.poll(() => boothUrls().length, soon).toBe(3);
  contents().emit('did-navigate', {}, `${origin}/`, 200);
  expect([new Set(boothUrls()).size, originNow()]).toEqual([3, origin]);
});

test('a booth that dies is said on the screen and started again', async () => {
  const before = originNow();
  const pid = boothPid();
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => asked.urls.includes(`${stopped}#ended`), soon).toBe(true);
  expect(goes('will-navigate', `${before}/`)).toBe(false);
  await expect.poll(() => boothUrls().length, soon).toBe(4);
  expect(boothPid()).not.toBe(pid);
  expect(goes('will-navigate', `${originNow()}/`)).toBe(true);
});

test('closing the shell ends the booth in order first', async () => {
  const pid = boothPid();
  app.emit('window-all-closed');
  expect(asked.quits).toBe(0);
  await expect.poll(() => asked.quits, soon).toBe(1);
  expect(existsSync(join(data, 'booth.lock'))).toBe(false);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
