import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';

export interface KeepProblem {
  readonly code: 'STORE_IO' | 'STORE_FULL' | 'STORE_READ_ONLY';
  readonly detail: string;
}

/**
 * Writes the devices into `settings.json` of a data folder; every other key stays as it stands. The old file is there
 * whole until the new one is, also when the power goes.
 */
export async function keepDevices(directory: string, devices: readonly unknown[]): Promise<Result<void, KeepProblem>> {
  const path = join(directory, 'settings.json');
  const temporary = join(directory, 'settings.json.new');
  try {
    const settings = { ...(await readSettings(path)), devices };
    await writeWhole(temporary, `${JSON.stringify(settings, null, 2)}\n`);
    await rename(temporary, path);
    await syncFolder(directory);
    return ok(undefined);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    return err(problemOf(error));
  }
}

/** A file that is no JSON object is not overwritten: somebody is at work on it. */
async function readSettings(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  const read: unknown = JSON.parse(text);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new Error('settings.json is no object');
  return read as Record<string, unknown>;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file is safe from a power cut when its folder is. Windows cannot and need not do this. */
async function syncFolder(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(directory, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function problemOf(error: unknown): KeepProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
  const detail = `settings.json: ${code}`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'STORE_FULL', detail };
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return { code: 'STORE_READ_ONLY', detail };
  return { code: 'STORE_IO', detail };
}
