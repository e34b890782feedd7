import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../core/domain/result.ts';

/** Who holds a data folder. */
const lockSchema = z.object({ pid: z.number().int().positive(), started: z.string(), nonce: z.string() });

/** Lets the data folder go; safe to call twice. */
export type Release = () => Promise<void>;

export interface LockProblem {
  readonly code: 'DATA_IN_USE' | 'DATA_UNUSABLE';
  readonly detail: string;
}

/**
 * When a process began, in the kernel's words, so that a process number that was given out again is not taken for the
 * old holder; empty where the system does not say, null when there is no such process.
 */
async function beginOf(pid: number): Promise<string | null> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  if (process.platform !== 'linux') return '';
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is a name in brackets that may hold anything; field 22 is counted from behind it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

async function readLock(path: string): Promise<z.infer<typeof lockSchema> | null> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

/** The process that holds the folder now, or null when it is gone or the file is not ours to read. */
async function holderOf(path: string): Promise<number | null> {
  const lock = await readLock(path);
  if (lock === null) return null;
  return (await beginOf(lock.pid)) === lock.started ? lock.pid : null;
}

/**
 * Takes a data folder for this process; it is made when absent (0700).
 *
 * A stale file is replaced by a rename, and whoever then finds its own nonce in it holds the folder: of two that find the
 * same stale file at once, the later rename wins and the other sees it.
 */
export async function lockDataDirectory(directory: string, nonce: string): Promise<Result<Release, LockProblem>> {
  const path = join(directory, 'booth.lock');
  const mine = `${path}.${nonce}`;
  const content = JSON.stringify({ pid: process.pid, started: await beginOf(process.pid), nonce });
  const release: Release = async () => {
    if ((await readLock(path))?.nonce === nonce) await rm(path, { force: true });
  };
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    try {
      await writeFile(path, content, { flag: 'wx', mode: 0o600 });
      return ok(release);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(path);
    if (holder !== null) return err({ code: 'DATA_IN_USE', detail: `process ${holder}` });
    await writeFile(mine, content, { mode: 0o600 });
    await rename(mine, path);
    await wait(50);
    const winner = await readLock(path);
    return winner?.nonce === nonce
      ? ok(release)
      : err({ code: 'DATA_IN_USE', detail: `process ${winner?.pid ?? '?'}` });
  } catch (error) {
    return err({ code: 'DATA_UNUSABLE', detail: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  }
}
