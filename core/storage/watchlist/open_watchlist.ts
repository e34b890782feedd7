import { err } from '../../domain/result.ts';
import type { JournalInput, Records } from '../../ports/records.ts';
import type {
  ImportSummary,
  ListHeader,
  RevertedList,
  Watchlist,
  WatchlistImport,
  WatchlistProblem,
} from '../../ports/watchlist.ts';
import type { StorageOptions } from '../storage_options.ts';
import { workerCalls } from '../worker_calls.ts';
import { clearLeftOversAtOpen } from './aside_files.ts';
import { compactor } from './compactor.ts';
import type { ReaderWorker } from './reader_worker.ts';
import { listPreparer, listReplacer } from './replace_list.ts';
import { copyBeforeFinder, listReverter } from './return_to_copy_before.ts';

const THREAD_LOST: WatchlistProblem = { code: 'LIST_STORE_IO', detail: 'the look-up thread has ended' };

/** The Watchlist and WatchlistImport ports over their threads. Each list taken in is told to the journal. */
export function openWatchlist(
  options: StorageOptions,
  records: Records,
): Watchlist & WatchlistImport & { close(): Promise<void> } {
  const { directory, key, clock, terminal } = options;
  const script = new URL('./reader_worker.ts', import.meta.url);
  const reader = workerCalls<ReaderWorker>(script, { directory, key }, err(THREAD_LOST));

  // The list is in service whether or not this can be written; the next decision names its version in any case.
  const tell = async (event: 'LIST_REPLACED' | 'LIST_REVERTED', data: JournalInput['data']) => {
    await reader.call('swapped', null);
    const entry: JournalInput = { event, at: clock.now(), actor: 'system', terminal, clearance: null, data };
    await records.commit({ entries: [entry] });
  };
  const swapped = (header: ListHeader, summary: ImportSummary, oldVersion: string | null) => {
    const { list, version, read, added, changed, removed, rejectedCount } = summary;
    const told = tell('LIST_REPLACED', {
      list,
      oldVersion,
      version,
      delta: header.base !== undefined,
      signedBy: header.signedBy ?? null,
      exceptionOrdered: header.exceptionOrdered === true,
      read,
      added,
      changed,
      removed,
      rejected: rejectedCount,
    });
    if (header.base !== undefined) void told.then(() => compacting.look());
    return told;
  };
  const reverted = ({ list, version, oldVersion }: RevertedList) =>
    tell('LIST_REVERTED', { list, oldVersion, version });
  clearLeftOversAtOpen(directory);
  const compacting = compactor(options, async () => void (await reader.call('swapped', null)));
  const prepare = listPreparer(options, swapped);
  // Reading begins at once, so that the first traveller does not wait for it.
  void reader.call('status', null);

  return {
    screen: (query) => reader.call('screen', query),
    status: () => reader.call('status', null),
    lapsed: (from, before) => reader.call('ended', { from, before }),
    prepare,
    replace: listReplacer(prepare),
    copyBefore: copyBeforeFinder(options),
    revert: listReverter(options, reverted),
    compact: compacting.look,
    async close() {
      await compacting.stop();
      await reader.call('close', null);
      await reader.end();
    },
  };
}
