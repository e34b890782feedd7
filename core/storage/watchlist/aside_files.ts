import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { asideDirectory } from './list_file.ts';

/** No building takes so long: what a crash has left, even if another program has its process number now. */
const LEFT_OVER_AFTER_MS = 24 * 3600 * 1000;

/** Files under construction begin with the number of the process that builds them. */
export function asideName(token: string): string {
  return `${process.pid}-${token}`;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    // EPERM: it lives and belongs to another user.
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}

function remove(directory: string, isLeftOver: (pid: number, path: string) => boolean): void {
  for (const name of readdirSync(asideDirectory(directory))) {
    const path = join(asideDirectory(directory), name);
    const pid = Number(/^(\d+)-/.exec(name)?.[1] ?? 0);
    if (isLeftOver(pid, path)) rmSync(path, { force: true, recursive: true });
  }
}

/** Removes what ended processes have left aside. */
export function clearLeftOvers(directory: string, now: number): void {
  remove(directory, (pid, path) => pid === 0 || !isAlive(pid) || statSync(path).mtimeMs < now - LEFT_OVER_AFTER_MS);
}

/** The same when this process has only just opened the store: what bears its number is of an earlier life. */
export function clearLeftOversAtOpen(directory: string): void {
  try {
    remove(directory, (pid) => pid === 0 || pid === process.pid || !isAlive(pid));
  } catch {
    // No folder yet, or a file held by another: the next import tries again.
  }
}
