import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListChange, ListHeader, ListStatus, RevertedList, WatchlistProblem } from '../../ports/watchlist.ts';
import { serveCalls } from '../serve_calls.ts';
import { guarded } from '../storage_problem.ts';
import { storeKeys } from '../store_keys.ts';
import { asideName, clearLeftOvers } from './aside_files.ts';
import { compactOne } from './compact_list.ts';
import { listProblem, makeListDirectories } from './list_file.ts';
import type { ListCounts } from './list_writer.ts';
import { openWriter, type RowWriter } from './open_writer.ts';
import { copyBefore, type RevertOrder, revertList } from './revert_list.ts';

export interface ImportWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
}

export interface ImportBegin {
  readonly header: ListHeader;
  readonly importedAt: number;
  /** A name that no other import uses. */
  readonly token: string;
}

/** A row that was not taken in, and why. */
export interface Refused {
  readonly place: number;
  readonly reason: string;
}

type Answer<T> = Result<T, WatchlistProblem>;

/** One import, or one return to the copy before, on a thread of its own. */
export type ImportWorker = {
  begin(order: ImportBegin): Answer<void>;
  /** Answers with the rows that were not taken in, by their place within the batch. */
  add(rows: readonly (WatchlistEntry | ListChange)[]): Answer<readonly Refused[]>;
  /** Builds, reads back and compares; the list in service stays. */
  finish(nothing: null): Answer<ListCounts>;
  swapIn(nothing: null): Answer<void>;
  abandon(nothing: null): Answer<void>;
  copyBefore(list: string): Answer<ListStatus | null>;
  revert(order: RevertOrder): Answer<RevertedList>;
  /** Makes a new copy of one list with many changes: its name, or null when there is none. */
  compact(token: string): Answer<string | null>;
};

const { directory, key } = workerData as ImportWorkerData;
let writer: RowWriter | null = null;

function answer<T>(work: () => T): Answer<T> {
  const done = guarded(directory, work);
  return done.ok ? done : err(listProblem(done.error));
}

function started(): RowWriter {
  if (!writer) throw new Error('the import has not begun');
  return writer;
}

const service: ImportWorker = {
  begin: ({ header, importedAt, token }) => {
    const begun = answer(() => {
      makeListDirectories(directory);
      clearLeftOvers(directory, importedAt);
      const { watchlist } = storeKeys(key);
      return openWriter({ directory, key: watchlist, header, importedAt, token: asideName(token) });
    });
    if (!begun.ok) return begun;
    if (!begun.value.ok) return begun.value;
    writer = begun.value.value;
    return ok(undefined);
  },
  add: (rows) =>
    answer(() =>
      rows.flatMap((row, place) => {
        const reason = started().add(row);
        return reason === null ? [] : [{ place, reason }];
      }),
    ),
  finish: () => {
    const finished = answer(() => started().finish());
    if (!finished.ok) return finished;
    if (finished.value === null) return err({ code: 'LIST_STORE_DAMAGED', detail: 'read back other than written' });
    return ok(finished.value);
  },
  swapIn: () => {
    const swapped = answer(() => started().swapIn());
    if (!swapped.ok) return swapped;
    if (!swapped.value) return err({ code: 'LIST_CHANGED_MEANWHILE', detail: 'another copy was put in service' });
    return ok(undefined);
  },
  abandon: () => answer(() => writer?.abandon()),
  copyBefore: (list) =>
    answer(() => {
      makeListDirectories(directory);
      return copyBefore(directory, storeKeys(key).watchlist, list);
    }),
  compact: (token) =>
    answer(() => {
      makeListDirectories(directory);
      return compactOne(directory, storeKeys(key).watchlist, asideName(token));
    }),
  revert: (order) => {
    const reverted = answer(() => {
      makeListDirectories(directory);
      return revertList(directory, storeKeys(key).watchlist, order);
    });
    return reverted.ok ? reverted.value : reverted;
  },
};

serveCalls(() => service);
