import { err } from '../../domain/result.ts';
import type { AdvanceData, AdvanceProblem } from '../../ports/advance_data.ts';
import { type WorkerCalls, workerCalls } from '../worker_calls.ts';
import type { AdvanceWorker, AdvanceWorkerData } from './advance_worker.ts';

const THREAD_LOST: AdvanceProblem = { code: 'STORE_IO', detail: 'the thread of the advance data has ended' };

/** The AdvanceData port over the thread that owns advance.db: files are read and written there, nobody waits for them. */
export function openAdvance(data: AdvanceWorkerData): AdvanceData & { close(): Promise<void> } {
  // Many who open a store never ask: the thread starts with the first question.
  let started: WorkerCalls<AdvanceWorker> | null = null;
  const worker = (): WorkerCalls<AdvanceWorker> => {
    started ??= workerCalls<AdvanceWorker>(new URL('./advance_worker.ts', import.meta.url), data, err(THREAD_LOST));
    return started;
  };
  const listeners = new Set<() => void>();
  /** The answer of a write, after those who listen were told of it. */
  const telling = async <T>(write: Promise<T>): Promise<T> => {
    const answer = await write;
    for (const listener of listeners) listener();
    return answer;
  };
  return {
    known: (query) => worker().call('known', query),
    booking: (key) => worker().call('booking', key),
    take: (file, progress) => telling(worker().call('take', file, progress)),
    giveUp: () => void worker().call('giveUp', null),
    remember: (knowledge, now) => telling(worker().call('remember', { knowledge, now })),
    stood: (found) => telling(worker().call('stood', found)),
    copies: () => worker().call('copies', null),
    flights: (query) => worker().call('flights', query),
    expected: (query) => worker().call('expected', query),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: (days) => worker().call('status', days),
    purge: (now, retention) => telling(worker().call('purge', { now, retention })),
    async close() {
      if (started === null) return;
      await started.call('close', null);
      await started.end();
    },
  };
}
