import { workerData } from 'node:worker_threads';
import { ok, type Result } from '../domain/result.ts';
import type { StorageProblem } from '../ports/records.ts';
import { MIGRATIONS } from './migrations/all_migrations.ts';
import { openBoothDatabase } from './open_booth_database.ts';
import { type RecordsService, recordsService } from './records_service.ts';
import { serveCalls } from './serve_calls.ts';
import { guarded } from './storage_problem.ts';
import { storeKeys } from './store_keys.ts';

/** What the thread is started with. */
export interface RecordsWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
  readonly terminal: string;
}

export type RecordsWorker = RecordsService & {
  open(nothing: null): Result<{ readonly created: boolean }, StorageProblem>;
};

const data = workerData as RecordsWorkerData;

function open(): Result<{ readonly created: boolean }, StorageProblem> {
  const keys = storeKeys(data.key);
  const opened = guarded(data.directory, () => {
    const booth = openBoothDatabase(data.directory, keys, MIGRATIONS);
    if (!booth.ok) return booth;
    service = recordsService(booth.value.database, keys, data.directory, data.terminal);
    return ok({ created: booth.value.created });
  });
  return opened.ok ? opened.value : opened;
}

let service: RecordsService | null = null;
serveCalls(() => ({ ...service, open }));
