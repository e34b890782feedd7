import { once } from 'node:events';
import type { Io } from './io.ts';

/** One JSON value as one line of data; waits while the reader is slow. False when the reader has gone away. */
export async function writeJson(io: Io, value: unknown): Promise<boolean> {
  if (io.stdout.destroyed) return false;
  if (!io.stdout.write(`${JSON.stringify(value)}\n`)) {
    await Promise.race([once(io.stdout, 'drain'), once(io.stdout, 'close')]);
  }
  return !io.stdout.destroyed;
}
