import { ok, type Result } from '../../domain/result.ts';
import type { ImportSummary, ListHeader, PreparedList, WatchlistProblem } from '../../ports/watchlist.ts';
import type { ImportThread } from './import_thread.ts';
import type { ListCounts } from './list_writer.ts';

/** Swaps in once, or leaves no trace; then the thread ends. */
export function preparedList(
  thread: ImportThread,
  header: ListHeader,
  summary: ImportSummary,
  counts: ListCounts,
  swapped: Swapped,
): PreparedList {
  let over: Promise<unknown> | null = null;
  const end = async () => {
    await thread.call('abandon', null);
    await thread.end();
  };
  const swapIn = async (): Promise<Result<ImportSummary, WatchlistProblem>> => {
    const done = await thread.call('swapIn', null);
    if (done.ok) await swapped(header, summary, counts.oldVersion);
    await end();
    return done.ok ? ok(summary) : done;
  };
  return {
    summary,
    oldVersion: counts.oldVersion,
    oldEntries: counts.oldEntries,
    async swapIn() {
      if (over) throw new Error('this list was swapped in or discarded already');
      const swapping = swapIn();
      over = swapping;
      return await swapping;
    },
    async discard() {
      over ??= end();
      await over;
    },
  };
}

export type Swapped = (header: ListHeader, summary: ImportSummary, oldVersion: string | null) => Promise<void>;
