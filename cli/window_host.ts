import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { err, ok, type Result } from '../core/domain/result.ts';
import type { Host } from './start_options.ts';

/** A program that can show the booth's window. */
export interface WindowProgram {
  readonly kind: 'electron' | 'browser';
  readonly path: string;
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A Chromium in PATH, or null. */
export function findBrowser(env: NodeJS.ProcessEnv): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return BROWSERS.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

/** The Electron binary that is installed, or null. Requiring the package would try to download one, so its files are read. */
export function findElectron(root: string, env: NodeJS.ProcessEnv): string | null {
  const home = join(root, 'node_modules', 'electron');
  const nameFile = join(home, 'path.txt');
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron';
  const file = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist'), name);
  return isExecutable(file) ? file : null;
}

/** True when a window can be shown at all. */
export function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || (env.DISPLAY ?? '') !== '' || (env.WAYLAND_DISPLAY ?? '') !== '';
}

/**
 * Chooses what shows the window: Electron, else Chromium, else nothing (a person opens the URL).
 * @returns null for nothing; one line when what was asked for by name is not there.
 */
export function chooseProgram(host: Host, root: string, env: NodeJS.ProcessEnv): Result<WindowProgram | null, string> {
  if (host === 'none') return ok(null);
  const display = hasDisplay(env, process.platform);
  if (!display) return host === 'auto' ? ok(null) : err(`--host ${host} needs a display, and there is none`);
  const electron = host === 'browser' ? null : findElectron(root, env);
  if (electron !== null) return ok({ kind: 'electron', path: electron });
  if (host === 'electron') return err('the Electron binary is not installed; --host browser shows the same page');
  const browser = findBrowser(env);
  if (browser !== null) return ok({ kind: 'browser', path: browser });
  return host === 'browser' ? err('no Chromium in PATH') : ok(null);
}

/** Arguments that make a Chromium one plain window with its own empty profile. */
export function browserArguments(url: string, profile: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profile}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-extensions',
    '--disable-sync',
    // What stands on the screen must not be offered to anyone for translation.
    '--disable-features=Translate',
    '--password-store=basic',
    // The booth listens on 127.0.0.1 alone; where it goes by a name, another user's program could wait on [::1].
    ...(new URL(url).hostname === 'localhost' ? ['--host-resolver-rules=MAP localhost 127.0.0.1'] : []),
  ];
}

/** Starts a program that shows a window; `onGone` hears of its end. */
export function showWindow(path: string, args: readonly string[], onGone: () => void): () => void {
  const child = spawn(path, args, { stdio: 'ignore' });
  child.on('error', onGone);
  child.on('exit', onGone);
  return () => child.kill();
}
