import { err } from '../../domain/result.ts';
import type { Records } from '../../ports/records.ts';
import type { ImportSummary, Watchlist, WatchlistImport, WatchlistProblem } from '../../ports/watchlist.ts';
import type { StorageOptions } from '../storage_options.ts';
import { workerCalls } from '../worker_calls.ts';
import type { ReaderWorker } from './reader_worker.ts';
import { listReplacer } from './replace_list.ts';

const THREAD_LOST: WatchlistProblem = { code: 'LIST_STORE_IO', detail: 'the look-up thread has ended' };

/** The Watchlist and WatchlistImport ports over their threads. Each list taken in is told to the journal. */
export function openWatchlist(
  options: StorageOptions,
  records: Records,
): Watchlist & WatchlistImport & { close(): Promise<void> } {
  const { directory, key, clock, terminal } = options;
  const script = new URL('./reader_worker.ts', import.meta.url);
  const reader = workerCalls<ReaderWorker>(script, { directory, key }, err(THREAD_LOST));

  const swapped = async (summary: ImportSummary, oldVersion: string | null) => {
    await reader.call('swapped', null);
    const { list, version, read, added, changed, removed, rejectedCount } = summary;
    const data = { list, oldVersion, version, read, added, changed, removed, rejected: rejectedCount };
    const entry = {
      event: 'LIST_REPLACED',
      at: clock.now(),
      actor: 'system',
      terminal,
      clearance: null,
      data,
    } as const;
    // The list is in service whether or not this can be written; the next decision names its version in any case.
    await records.commit({ entries: [entry] });
  };

  return {
    screen: (query) => reader.call('screen', query),
    status: () => reader.call('status', null),
    replace: listReplacer(options, swapped),
    async close() {
      await reader.call('close', null);
      await reader.end();
    },
  };
}
