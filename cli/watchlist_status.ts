import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/ports/clock.ts';
import type { Storage } from '../core/storage/open_storage.ts';
import { EXIT, type Io, wrongUse } from './io.ts';
import { writeJson } from './json_output.ts';

const HOUR_MS = 3600 * 1000;

function bytesIn(directory: string): number {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile())
    .reduce((sum, found) => sum + statSync(join(found.parentPath, found.name)).size, 0);
}

function ageState(ageHours: number, agedAfter: number, expiredAfter: number): 'FRESH' | 'AGED' | 'EXPIRED' {
  if (ageHours >= expiredAfter) return 'EXPIRED';
  return ageHours >= agedAfter ? 'AGED' : 'FRESH';
}

/** One object: every list with version, age and count, and what they take on the disk together. */
export async function listStatus(storage: Storage, io: Io, clock: Clock, directory: string): Promise<number> {
  const status = await storage.watchlist.status();
  if (!status.ok) return wrongUse(io, `${status.error.code}: ${status.error.detail}`);
  const lists = status.value.map(({ state: service, ...list }) => {
    const ageHours = Math.round(((clock.now() - list.asOf) / HOUR_MS) * 10) / 10;
    return { ...list, service, ageHours, state: ageState(ageHours, list.agedAfterHours, list.expiredAfterHours) };
  });
  await writeJson(io, { lists, bytes: bytesIn(join(directory, 'watchlist')) });
  return EXIT.DONE;
}
