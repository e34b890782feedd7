import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../core/ports/clock.ts';

/** Counters of one device over its whole life, by name: `reads`, `releases`, `captures`, `connects`. */
type Counters = Readonly<Record<string, number>>;

const WRITE_EVERY_MS = 60_000;
const book = z.record(z.string(), z.record(z.string(), z.int().min(0)));

/** What the devices of a lane have done in their lives, kept over restarts. Holds no traveller data. */
export interface WearBook {
  of(device: string): Counters;
  count(device: string, what: string): void;
  /** Writes what is not written yet; resolves when it is on the disk, or could not be. */
  close(): Promise<void>;
}

/** A book for this run only, as for simulated devices. */
export function wearInMemory(): WearBook {
  return bookOf(
    new Map(),
    () => {},
    async () => {},
  );
}

/**
 * A book in a file of its own, replaced as a whole at most once a minute and at `close`. A file that cannot be read begins
 * anew: the counters serve maintenance, a lane must not wait for them. A disk that takes nothing is tried again a minute later.
 */
export async function wearInFile(path: string, clock: Clock): Promise<WearBook> {
  const counts = await read(path);
  let dirty = false;
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    if (!dirty) return;
    dirty = false;
    if (!(await replace(path, Object.fromEntries(counts)))) dirty = true;
  };
  const writeLater = (): void => {
    dirty = true;
    cancel ??= clock.after(WRITE_EVERY_MS, () => {
      cancel = null;
      writing = writing.then(write).then(() => {
        if (dirty) writeLater();
      });
    });
  };
  return bookOf(counts, writeLater, async () => {
    cancel?.();
    writing = writing.then(write);
    await writing;
    cancel?.();
  });
}

function bookOf(counts: Map<string, Counters>, changed: () => void, close: () => Promise<void>): WearBook {
  return {
    of: (device) => counts.get(device) ?? {},
    count: (device, what) => {
      const before = counts.get(device) ?? {};
      counts.set(device, { ...before, [what]: (before[what] ?? 0) + 1 });
      changed();
    },
    close,
  };
}

async function read(path: string): Promise<Map<string, Counters>> {
  try {
    return new Map(Object.entries(book.parse(JSON.parse(await readFile(path, 'utf8')))));
  } catch {
    return new Map();
  }
}

async function replace(path: string, content: object): Promise<boolean> {
  const next = `${path}.next`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(next, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600, flush: true });
    await rename(next, path);
    return true;
  } catch {
    await rm(next, { force: true }).catch(() => {});
    return false;
  }
}
