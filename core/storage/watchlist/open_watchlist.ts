import { err, ok } from '../../domain/result.ts';
import type { Records } from '../../ports/records.ts';
import type { Watchlist, WatchlistImport } from '../../ports/watchlist.ts';

export function openWatchlist(
  _options: unknown,
  _records: Records,
): Watchlist & WatchlistImport & { close(): Promise<void> } {
  return {
    screen: async () => ok({ hits: [], lists: [], tookMs: 0 }),
    status: async () => ok([]),
    replace: async () => err({ code: 'LIST_STORE_IO', detail: 'not there yet' }),
    close: async () => {},
  };
}
