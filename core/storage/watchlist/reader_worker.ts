import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import { prepareQuery } from '../../domain/screening/classify.ts';
import type { Hit, MatchClass, ScreeningQuery } from '../../domain/screening/entry.ts';
import type { ListStatus, Screening, WatchlistProblem } from '../../ports/watchlist.ts';
import { serveCalls } from '../serve_calls.ts';
import { guarded, storageProblem } from '../storage_problem.ts';
import { storeKeys } from '../store_keys.ts';
import { listProblem } from './list_file.ts';
import type { ListReader } from './list_reader.ts';
import { listsInService } from './lists_in_service.ts';

export interface ReaderWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
}

/** Look-ups on a thread of their own: no import and no commit is in their way. */
export type ReaderWorker = {
  screen(query: ScreeningQuery): Result<Screening, WatchlistProblem>;
  status(nothing: null): Result<readonly ListStatus[], WatchlistProblem>;
  swapped(nothing: null): Result<void, WatchlistProblem>;
  close(nothing: null): Result<void, WatchlistProblem>;
};

const { directory, key } = workerData as ReaderWorkerData;
let opened: ReturnType<typeof listsInService> | null = null;

function lists(): ReturnType<typeof listsInService> {
  opened ??= listsInService(directory, storeKeys(key).watchlist);
  return opened;
}

function answer<T>(work: () => T): Result<T, WatchlistProblem> {
  const done = guarded(directory, work);
  if (done.ok) return done;
  const lost = done.error.detail.startsWith('EDAMAGED');
  return err(lost ? { code: 'LIST_STORE_DAMAGED', detail: 'no readable copy of a list' } : listProblem(done.error));
}

const RANK: Readonly<Record<MatchClass, number>> = { CERTAIN: 0, PROBABLE: 1, POSSIBLE: 2 };

/** Asks one list; when its file turns out damaged, the caller is to ask again with the copy before. */
function ask(reader: ListReader, prepared: ReturnType<typeof prepareQuery>): Hit[] | null {
  try {
    return reader.screen(prepared);
  } catch (problem) {
    if (storageProblem(problem, directory)?.code !== 'STORE_DAMAGED') throw problem;
    lists().fallBack(reader);
    return null;
  }
}

function askAll(query: ScreeningQuery): Omit<Screening, 'tookMs'> {
  const prepared = prepareQuery(query);
  for (;;) {
    const readers = lists().readers();
    const answers = readers.map((reader) => ask(reader, prepared));
    // Each damaged copy is left for good, so this ends: with an answer, or with no copy left.
    if (answers.includes(null)) continue;
    const hits = answers.flatMap((found) => found ?? []);
    hits.sort((a, b) => RANK[a.matchClass] - RANK[b.matchClass] || b.score - a.score);
    return { hits, lists: readers.map((reader) => reader.status) };
  }
}

const service: ReaderWorker = {
  screen(query) {
    const start = performance.now();
    const asked = answer(() => askAll(query));
    return asked.ok ? ok({ ...asked.value, tookMs: performance.now() - start }) : asked;
  },
  status: () =>
    answer(() =>
      lists()
        .readers()
        .map((reader) => reader.status),
    ),
  swapped: () => answer(() => lists().forget()),
  close: () => answer(() => opened?.close()),
};

serveCalls(() => service);
