import { err } from '../../domain/result.ts';
import type { WatchlistProblem } from '../../ports/watchlist.ts';
import { type WorkerCalls, workerCalls } from '../worker_calls.ts';
import type { ImportWorker, ImportWorkerData } from './import_worker.ts';

const THREAD_LOST: WatchlistProblem = { code: 'LIST_STORE_IO', detail: 'the import thread has ended' };

export type ImportThread = WorkerCalls<ImportWorker>;

export function startImportThread(data: ImportWorkerData): ImportThread {
  return workerCalls<ImportWorker>(new URL('./import_worker.ts', import.meta.url), data, err(THREAD_LOST));
}
