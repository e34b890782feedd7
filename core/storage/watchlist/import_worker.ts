import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListHeader, WatchlistProblem } from '../../ports/watchlist.ts';
import { serveCalls } from '../serve_calls.ts';
import { guarded } from '../storage_problem.ts';
import { storeKeys } from '../store_keys.ts';
import { asideDirectory, listProblem, makeListDirectories } from './list_file.ts';
import { type ListCounts, type ListWriter, listWriter } from './list_writer.ts';

export interface ImportWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
  readonly header: ListHeader;
  readonly importedAt: number;
  readonly token: string;
}

type Answer<T> = Result<T, WatchlistProblem>;

/** One import on a thread of its own. */
export type ImportWorker = {
  begin(nothing: null): Answer<void>;
  /** Answers with the places, within the batch, of entries whose id was there already. */
  add(entries: readonly WatchlistEntry[]): Answer<readonly number[]>;
  finish(nothing: null): Answer<ListCounts>;
  abandon(nothing: null): Answer<void>;
};

const { directory, key, header, importedAt, token } = workerData as ImportWorkerData;
let writer: ListWriter | null = null;

function answer<T>(work: () => T): Answer<T> {
  const done = guarded(directory, work);
  return done.ok ? done : err(listProblem(done.error));
}

/** No import takes so long: what a crash has left aside. */
const LEFT_OVER_AFTER_MS = 24 * 3600 * 1000;

function clearLeftovers(folder: string, now: number): void {
  for (const name of readdirSync(asideDirectory(folder))) {
    const path = join(asideDirectory(folder), name);
    if (statSync(path).mtimeMs < now - LEFT_OVER_AFTER_MS) rmSync(path, { force: true });
  }
}

function started(): ListWriter {
  if (!writer) throw new Error('the import has not begun');
  return writer;
}

const service: ImportWorker = {
  begin: () =>
    answer(() => {
      makeListDirectories(directory);
      clearLeftovers(directory, importedAt);
      writer = listWriter({ directory, key: storeKeys(key).watchlist, header, importedAt, token });
    }),
  add: (entries) =>
    answer(() => {
      const twice: number[] = [];
      entries.forEach((entry, place) => {
        if (!started().add(entry)) twice.push(place);
      });
      return twice;
    }),
  finish: () => {
    const finished = answer(() => started().finish());
    if (!finished.ok) return finished;
    if (finished.value === null) return err({ code: 'LIST_STORE_DAMAGED', detail: 'read back other than written' });
    return ok(finished.value);
  },
  abandon: () => answer(() => writer?.abandon()),
};

serveCalls(() => service);
