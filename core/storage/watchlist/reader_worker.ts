import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import { prepareQuery } from '../../domain/screening/classify.ts';
import type { Hit, MatchClass, ScreeningQuery } from '../../domain/screening/entry.ts';
import type { LapsedEntry, ListStatus, Screening, WatchlistProblem } from '../../ports/watchlist.ts';
import { serveCalls } from '../serve_calls.ts';
import { storageProblem } from '../storage_problem.ts';
import { storeKeys } from '../store_keys.ts';
import { listProblem } from './list_file.ts';
import type { ListReader } from './list_reader.ts';
import { listsInService } from './lists_in_service.ts';

export interface ReaderWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
}

type Answer<T> = Promise<Result<T, WatchlistProblem>>;

/** Days as YYYY-MM-DD: the first that counts, and the first after the last that counts. */
export interface EndedAsk {
  readonly from: string;
  readonly before: string;
}

/** Look-ups on a thread of their own: no import and no commit is in their way. */
export type ReaderWorker = {
  screen(query: ScreeningQuery): Answer<Screening>;
  status(nothing: null): Answer<readonly ListStatus[]>;
  ended(ask: EndedAsk): Answer<readonly LapsedEntry[]>;
  swapped(nothing: null): Answer<void>;
  close(nothing: null): Answer<void>;
};

const { directory, key } = workerData as ReaderWorkerData;
let opened: ReturnType<typeof listsInService> | null = null;

function lists(): ReturnType<typeof listsInService> {
  opened ??= listsInService(directory, storeKeys(key).watchlist);
  return opened;
}

async function answer<T>(work: () => Promise<T>): Promise<Result<T, WatchlistProblem>> {
  try {
    return ok(await work());
  } catch (problem) {
    const named = storageProblem(problem, directory);
    if (!named) throw problem;
    const lost = named.detail.startsWith('EDAMAGED');
    return err(lost ? { code: 'LIST_STORE_DAMAGED', detail: 'no readable copy of a list' } : listProblem(named));
  }
}

const RANK: Readonly<Record<MatchClass, number>> = { CERTAIN: 0, PROBABLE: 1, POSSIBLE: 2 };

/** Asks one list; null when its file turns out damaged. */
function ask(reader: ListReader, prepared: ReturnType<typeof prepareQuery>): Hit[] | null {
  try {
    return reader.screen(prepared);
  } catch (problem) {
    if (storageProblem(problem, directory)?.code !== 'STORE_DAMAGED') throw problem;
    return null;
  }
}

async function askAll(query: ScreeningQuery): Promise<Omit<Screening, 'tookMs'>> {
  const prepared = prepareQuery(query);
  await lists().ready();
  for (;;) {
    const readers = lists().readers();
    const answers = readers.map((reader) => ask(reader, prepared));
    const spoilt = readers[answers.indexOf(null)];
    if (spoilt) {
      // Each damaged file is left for good, so this ends: with an answer, or with no state left.
      await lists().fallBack(spoilt);
      continue;
    }
    const hits = answers.flatMap((found) => found ?? []);
    hits.sort((a, b) => RANK[a.matchClass] - RANK[b.matchClass] || b.score - a.score);
    return { hits, lists: readers.map((reader) => reader.status) };
  }
}

async function ended(ask: EndedAsk): Promise<readonly LapsedEntry[]> {
  await lists().settled();
  return lists()
    .readers()
    .flatMap((reader) =>
      reader.ended(ask.from, ask.before).map(({ id, validTo }) => ({ list: reader.status.list, entry: id, validTo })),
    );
}

const service: ReaderWorker = {
  async screen(query) {
    const start = performance.now();
    const asked = await answer(() => askAll(query));
    return asked.ok ? ok({ ...asked.value, tookMs: performance.now() - start }) : asked;
  },
  status: () =>
    answer(async () => {
      await lists().settled();
      return lists()
        .readers()
        .map((reader) => reader.status);
    }),
  ended: (ask) => answer(() => ended(ask)),
  swapped: () => answer(() => lists().settled()),
  close: () => answer(async () => await opened?.close()),
};

serveCalls(() => service);
