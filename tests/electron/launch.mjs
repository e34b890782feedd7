import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage } from './package_contents.mjs';

/** `npm run test:electron`: the package is whole, and the real shell opens the real booth where Electron is installed. */
const root = join(import.meta.dirname, '..', '..');

/** The Electron binary, or null. The package is not asked, because it would try to download one. */
function electronBinary() {
  const home = join(root, 'node_modules', 'electron');
  const name = existsSync(join(home, 'path.txt')) ? readFileSync(join(home, 'path.txt'), 'utf8').trim() : 'electron';
  const file = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist'), name);
  return existsSync(file) ? file : null;
}

async function launch(executablePath) {
  const { _electron } = await import('@playwright/test');
  const folder = mkdtempSync(join(tmpdir(), 'booth-launch-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shell = await _electron.launch({
    executablePath,
    args: [root, '--demo', '--windowed', `--data=${join(folder, 'data')}`, `--user-data-dir=${folder}`, ...asRoot],
  });
  try {
    const window = await shell.firstWindow();
    await window.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/$/, { timeout: 30_000 });
    assert.equal(await window.evaluate(() => typeof globalThis.process), 'undefined', 'the page sees Node');
    assert.equal(await window.evaluate(() => typeof globalThis.require), 'undefined', 'the page can require');
    assert.equal(await window.evaluate(() => window.open('https://example.invalid/')), null);
    const before = window.url();
    await window.evaluate(() => window.location.assign('https://example.invalid/')).catch(() => undefined);
    await window.waitForTimeout(500);
    assert.equal(window.url(), before, 'the window left the booth');
    assert.equal(shell.windows().length, 1);
  } finally {
    await shell.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.platform === 'linux') {
  await checkPackage();
  console.log('The package is whole, and the booth in it starts on the Node in it.');
} else {
  console.log('NOT RUN: the check of the package, which is written for Linux.');
}
const binary = electronBinary();
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (binary === null) {
  console.log('NOT RUN: the real launch of the kiosk shell, because no Electron binary is installed here.');
} else if (!display) {
  console.log('NOT RUN: the real launch of the kiosk shell, because there is no display.');
} else {
  await launch(binary);
  console.log('The shell opened the booth.');
}
