import { lstat, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { IncomingRules, RulesProblem } from '../ports/rules_in_force.ts';

/** A folder with more files than this is not what people look through. */
const MOST_FILES = 200;
/** Names that can be shown and said: no control characters, no hidden files. */
const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()+,=@-]{0,199}$/u;
/** The first bytes of every package of rules, whatever its schema. */
const BEGINNING = Buffer.from('{"rules":');

async function isPackage(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING.length), 0, BEGINNING.length, 0);
    return bytesRead === BEGINNING.length && buffer.equals(BEGINNING);
  } finally {
    await file.close();
  }
}

/** The packages of rules in the folder `incoming` of a data folder, newest first. A link in it is no file. */
export async function incomingRules(directory: string): Promise<Result<readonly IncomingRules[], RulesProblem>> {
  const folder = join(directory, 'incoming');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found: IncomingRules[] = [];
    for (const one of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, one.name);
      if (!one.isFile() || !PLAIN_NAME.test(one.name) || !(await isPackage(path))) continue;
      const { size, mtimeMs } = await lstat(path);
      found.push({ file: one.name, bytes: size, writtenAt: Math.floor(mtimeMs) });
    }
    found.sort((a, b) => b.writtenAt - a.writtenAt || a.file.localeCompare(b.file));
    return ok(found.slice(0, MOST_FILES));
  } catch (problem) {
    const detail = problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
    return err({ code: 'RULES_UNREADABLE', detail });
  }
}

/** Where a file of `incomingRules` stands; the page names a file, never a path. */
export async function incomingPath(directory: string, file: string): Promise<Result<string, RulesProblem>> {
  const known = await incomingRules(directory);
  if (!known.ok) return known;
  if (known.value.some((one) => one.file === file)) return ok(join(directory, 'incoming', file));
  return err({ code: 'RULES_UNREADABLE', detail: 'no such file' });
}
