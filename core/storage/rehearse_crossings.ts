import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { RehearsalCount } from '../domain/rehearsal/rehearsal_sums.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { RehearsalOrder, RehearsalProgress, Rehearsals, RunningRehearsal } from '../ports/rehearsals.ts';
import type { RecordsWorker, RecordsWorkerData } from './records_worker.ts';
import type { RehearseMessage, RehearseWorkerData } from './rehearse_worker.ts';
import type { WorkerCalls } from './worker_calls.ts';

/** More threads than this gain nothing on the lane's machine and would hold up its work. */
const MOST_THREADS = 2;
/** Below so many crossings a second thread costs more than it brings. */
const WORTH_A_THREAD = 20_000;

const LOST: StorageProblem = { code: 'STORE_IO', detail: 'the thread of the rehearsal has ended' };

type Ended = Result<RehearsalCount | null, StorageProblem>;

/** One thread over its run of the table. Resolves null when it was cancelled. */
function part(data: RehearseWorkerData, progress: (read: number, found: RehearsalProgress['found']) => void) {
  const worker = new Worker(new URL('./rehearse_worker.ts', import.meta.url), { workerData: data });
  let cancelled = false;
  const ended = new Promise<Ended>((resolve) => {
    worker.on('message', (message: RehearseMessage) => {
      if (message.what === 'FAILED') return resolve(err(message.problem));
      if (message.what === 'SOME') return progress(message.read, message.found);
      progress(message.sums.read, message.found);
      const count = new RehearsalCount();
      count.join(message.sums);
      resolve(ok(count));
    });
    worker.on('error', () => resolve(err(LOST)));
    worker.on('exit', () => resolve(cancelled ? ok(null) : err(LOST)));
  });
  return {
    ended,
    cancel() {
      cancelled = true;
      void worker.terminate();
    },
  };
}

/** Runs of the last so many places, one a thread. */
function runsOf(last: number, end: number): readonly { readonly from: number; readonly to: number }[] {
  const first = Math.max(1, end - last + 1);
  const total = end - first + 1;
  const threads = total < WORTH_A_THREAD ? 1 : Math.min(MOST_THREADS, availableParallelism());
  const share = Math.ceil(total / threads);
  return Array.from({ length: threads }, (_, place) => ({
    from: first + share * place,
    to: Math.min(end, first + share * (place + 1) - 1),
  }));
}

/** The Rehearsals port: reads booth.db beside the thread that owns it, over read-only connections of its own. */
export function rehearsalsBeside(
  worker: Pick<WorkerCalls<RecordsWorker>, 'call'>,
  { directory, key }: Pick<RecordsWorkerData, 'directory' | 'key'>,
): Rehearsals {
  return {
    start(order: RehearsalOrder, progress): RunningRehearsal {
      let cancelled = false;
      const parts: ReturnType<typeof part>[] = [];
      const run = async (): RunningRehearsal['ended'] => {
        const end = await worker.call('lastCrossingPlace', null);
        if (!end.ok) return end;
        if (cancelled) return ok(null);
        const runs = runsOf(order.last, end.value);
        const total = runs.reduce((sum, { from, to }) => sum + Math.max(0, to - from + 1), 0);
        const read = runs.map(() => 0);
        const told = Math.ceil(order.told / runs.length);
        for (const [place, bounds] of runs.entries()) {
          const data = { directory, key, rules: order.rules, told, ...bounds };
          parts.push(
            part(data, (done, found) => {
              read[place] = done;
              progress({ read: read.reduce((sum, one) => sum + one, 0), total, found });
            }),
          );
        }
        const all = new RehearsalCount();
        for (const one of await Promise.all(parts.map(({ ended }) => ended))) {
          if (!one.ok) return one;
          if (one.value === null) return ok(null);
          all.join(one.value.sums());
        }
        return ok(all.sums());
      };
      return {
        ended: run(),
        cancel() {
          cancelled = true;
          for (const one of parts) one.cancel();
        },
      };
    },
  };
}
