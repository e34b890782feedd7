import type { RevertedList, WatchlistImport } from '../../ports/watchlist.ts';
import type { StorageOptions } from '../storage_options.ts';
import { startImportThread } from './import_thread.ts';

/** Makes `WatchlistImport.revert`; `reverted` is told once the copy before is in service again. */
export function listReverter(
  { directory, key }: StorageOptions,
  reverted: (what: RevertedList) => Promise<void>,
): WatchlistImport['revert'] {
  return async (list, version) => {
    const thread = startImportThread({ directory, key });
    try {
      const done = await thread.call('revert', { list, version });
      if (done.ok) await reverted(done.value);
      return done;
    } finally {
      await thread.end();
    }
  };
}

/** Makes `WatchlistImport.copyBefore`. */
export function copyBeforeFinder({ directory, key }: StorageOptions): WatchlistImport['copyBefore'] {
  return async (list) => {
    const thread = startImportThread({ directory, key });
    try {
      return await thread.call('copyBefore', list);
    } finally {
      await thread.end();
    }
  };
}
