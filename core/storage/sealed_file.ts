import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { seal } from './store_keys.ts';

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
  renameSync(aside, path);
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
