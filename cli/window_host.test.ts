import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { browserArguments, chooseProgram } from './window_host.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'booth-host-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function program(...path: string[]): string {
  const file = join(root, ...path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

const display = () => ({ DISPLAY: ':1', PATH: join(root, 'bin') });

test('Electron goes before Chromium, Chromium before a URL to open by hand', () => {
  expect(chooseProgram('auto', root, display())).toEqual({ ok: true, value: null });
  const browser = program('bin', 'chromium');
  expect(chooseProgram('auto', root, display())).toEqual({ ok: true, value: { kind: 'browser', path: browser } });
  const electron = program('node_modules', 'electron', 'dist', 'electron');
  expect(chooseProgram('auto', root, display())).toEqual({ ok: true, value: { kind: 'electron', path: electron } });
  expect(chooseProgram('browser', root, display())).toMatchObject({ value: { kind: 'browser' } });
});

test('an Electron elsewhere is taken from where the environment says', () => {
  const electron = program('elsewhere', 'electron');
  const env = { ...display(), ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') };
  expect(chooseProgram('electron', root, env)).toEqual({ ok: true, value: { kind: 'electron', path: electron } });
});

test('what was asked for by name and is not there is said', () => {
  expect(chooseProgram('electron', root, display())).toMatchObject({ ok: false });
  expect(chooseProgram('browser', root, display())).toMatchObject({ ok: false });
});

test.runIf(process.platform === 'linux')('without a display nothing is started', () => {
  program('bin', 'chromium');
  const env = { PATH: join(root, 'bin') };
  expect(chooseProgram('auto', root, env)).toEqual({ ok: true, value: null });
  expect(chooseProgram('browser', root, env)).toMatchObject({ ok: false, error: expect.stringContaining('display') });
});

test("a browser's window has its own profile and keeps its sandbox", () => {
  const args = browserArguments('http://127.0.0.1:1/open?token=x', '/data/browser');
  expect(args).toContain('--app=http://127.0.0.1:1/open?token=x');
  expect(args).toContain('--user-data-dir=/data/browser');
  expect(args).not.toContain('--no-sandbox');
  expect(args.join(' ')).not.toContain('host-resolver-rules');
});

test('a browser is told that the name of a door is this machine', () => {
  const args = browserArguments('http://localhost:1/open?token=x', '/data/browser');
  expect(args).toContain('--host-resolver-rules=MAP localhost 127.0.0.1');
});
