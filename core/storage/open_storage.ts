import { mkdirSync } from 'node:fs';
import { err, ok, type Result } from '../domain/result.ts';
import type { Accounts } from '../ports/accounts.ts';
import type { AdvanceData } from '../ports/advance_data.ts';
import type { CaseFiles } from '../ports/case_files.ts';
import type { Crossings } from '../ports/crossings.ts';
import type { Exclusions } from '../ports/exclusions.ts';
import type { Patterns } from '../ports/patterns.ts';
import type { Records, StorageProblem } from '../ports/records.ts';
import type { Rehearsals } from '../ports/rehearsals.ts';
import type { SecurityKeys } from '../ports/security_keys.ts';
import type { Watchlist, WatchlistImport } from '../ports/watchlist.ts';
import { openAdvance } from './advance/open_advance.ts';
import {
  accountsOverWorker,
  caseFilesOverWorker,
  crossingsOverWorker,
  exclusionsOverWorker,
  patternsOverWorker,
  recordsOverWorker,
  securityKeysOverWorker,
  startRecordsWorker,
} from './records_over_worker.ts';
import { rehearsalsBeside } from './rehearse_crossings.ts';
import { lastSetAside } from './set_aside.ts';
import type { StorageOptions } from './storage_options.ts';
import { guarded } from './storage_problem.ts';
import { openWatchlist } from './watchlist/open_watchlist.ts';

export interface Storage {
  readonly records: Records;
  readonly accounts: Accounts;
  readonly securityKeys: SecurityKeys;
  readonly exclusions: Exclusions;
  readonly caseFiles: CaseFiles;
  readonly crossings: Crossings;
  readonly patterns: Patterns;
  readonly rehearsals: Rehearsals;
  readonly watchlist: Watchlist & WatchlistImport;
  readonly advance: AdvanceData;
  /** The folder of a damaged database in whose place this one was made just now, or null. */
  readonly setAside: string | null;
  /** Brings everything to rest. What was committed is safe without it. */
  close(): Promise<void>;
}

export type { StorageOptions } from './storage_options.ts';

/** Opens everything that lasts in one data folder. */
export async function openStorage(options: StorageOptions): Promise<Result<Storage, StorageProblem>> {
  if (options.key.length !== 32) throw new Error('the store key has 32 bytes');
  const { directory, key, terminal } = options;
  const made = guarded(directory, () => mkdirSync(directory, { recursive: true, mode: 0o700 }));
  if (!made.ok) return err(made.error);
  const data = { directory, key, terminal };
  const worker = startRecordsWorker(data);
  const records = recordsOverWorker(worker, data);
  // The lists are read while the records open: a lane is ready when both are.
  const watchlist = openWatchlist(options, records);
  const opened = await worker.call('open', null);
  if (!opened.ok) {
    await watchlist.close();
    await worker.end();
    return opened;
  }
  const advance = openAdvance({ directory, key });
  return ok({
    records,
    accounts: accountsOverWorker(worker),
    securityKeys: securityKeysOverWorker(worker),
    exclusions: exclusionsOverWorker(worker),
    caseFiles: caseFilesOverWorker(worker),
    crossings: crossingsOverWorker(worker),
    patterns: patternsOverWorker(worker),
    rehearsals: rehearsalsBeside(worker, data),
    watchlist,
    advance,
    setAside: opened.value.created ? lastSetAside(directory) : null,
    async close() {
      await watchlist.close();
      await advance.close();
      await worker.call('close', null);
      await worker.end();
    },
  });
}
