import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../core/domain/result.ts';

/** What the page is made of. */
const SOURCES = [
  'renderer',
  'electron',
  'contract',
  'core/domain',
  'resources/locales',
  'resources/icons',
  'resources/sounds',
];
const SOURCE_FILES = ['package-lock.json', 'electron.vite.config.ts'];

async function newestIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  const times = await Promise.all(files.map((entry) => changedAt(join(entry.parentPath, entry.name))));
  return Math.max(0, ...times);
}

async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.mtimeMs ?? 0;
}

/** True when there is no page, or a source is newer than it. A product without sources is always up to date. */
export async function pageIsStale(root: string): Promise<boolean> {
  const built = await changedAt(join(root, 'out', 'renderer', 'index.html'));
  if (!existsSync(join(root, 'renderer'))) return false;
  if (built === 0) return true;
  const newest = await Promise.all([
    ...SOURCES.map((folder) => newestIn(join(root, folder))),
    ...SOURCE_FILES.map((file) => changedAt(join(root, file))),
  ]);
  return Math.max(...newest) > built;
}

/** Builds the page with the project's own build. @returns the last lines of the build's words when it fails. */
export function buildPage(root: string): Promise<Result<null, string>> {
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'error'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    const keep = (chunk: Buffer): void => {
      words = (words + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve(err(error.message)));
    child.on('close', (code) => resolve(code === 0 ? ok(null) : err(words.trim())));
  });
}
