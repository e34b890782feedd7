import type { Clock } from '../../../../core/ports/clock.ts';
import type { Ids } from '../../../../core/ports/ids.ts';
import type { ListHeader } from '../../../../core/ports/watchlist.ts';
import { openStorage, type Storage } from '../../../../core/storage/open_storage.ts';
import { BENCH_KEY } from './bench_key.ts';

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now(), after: () => () => {} };
const ids: Ids = {
  uuid: () => crypto.randomUUID(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

export async function openBenchStorage(directory: string): Promise<Storage> {
  const opened = await openStorage({ directory, key: BENCH_KEY, clock, ids, terminal: 'A07' });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

export function benchHeader(version: string): ListHeader {
  return { list: 'BENCH', kind: 'WANTED', version, asOf: Date.now(), agedAfterHours: 24, expiredAfterHours: 72 };
}
