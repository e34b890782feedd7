import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { seal } from './store_keys.ts';

/** A new name lasts only once its folder is flushed. Folders can be flushed on POSIX systems only. */
export function flushDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(directory, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Small files beside the database: one line of JSON, a blank, an HMAC. Written aside and renamed, so that a reader
 * finds the old or the new one, never half of one.
 */
export function writeSealed(path: string, key: Buffer, content: unknown): void {
  const text = JSON.stringify(content);
  const aside = `${path}.new`;
  const file = openSync(aside, 'w', 0o600);
  try {
    writeSync(file, `${text} ${seal(key, text)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const isNew = !existsSync(path);
  renameSync(aside, path);
  if (isNew) flushDirectory(dirname(path));
}

export type SealedContent =
  | { readonly found: 'ABSENT' }
  | { readonly found: 'BROKEN' }
  | { readonly found: 'SEALED'; readonly content: unknown };

/** Reads such a file; BROKEN when its seal does not hold under this key. */
export function readSealed(path: string, key: Buffer): SealedContent {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trimEnd();
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return { found: 'ABSENT' };
    throw problem;
  }
  const cut = text.lastIndexOf(' ');
  const content = text.slice(0, Math.max(cut, 0));
  if (cut < 0 || seal(key, content) !== text.slice(cut + 1)) return { found: 'BROKEN' };
  return { found: 'SEALED', content: JSON.parse(content) };
}
