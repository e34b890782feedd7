import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { serveCalls } from '../serve_calls.ts';
import { guarded } from '../storage_problem.ts';
import type { ListParts } from './list_file.ts';
import type { LoadedList } from './list_reader.ts';
import { loadList, rebuildFilters, rebuildImage } from './load_list.ts';

export interface LoadWorkerData {
  readonly directory: string;
  /** The key of the lists. */
  readonly key: Uint8Array;
}

/** Reads, checks and remakes beside the look-ups, so that none of them waits. A damaged file is named by its path. */
export type LoadWorker = {
  load(parts: ListParts): Result<LoadedList, StorageProblem & { readonly damaged?: string }>;
  rebuild(parts: ListParts): Result<Uint8Array, StorageProblem>;
  rebuildFilters(parts: ListParts): Result<void, StorageProblem>;
};

const { directory, key: keyBytes } = workerData as LoadWorkerData;
const key = Buffer.from(keyBytes);

const service: LoadWorker = {
  load(parts) {
    const loaded = guarded(directory, () => loadList(parts, key));
    if (!loaded.ok) {
      const damaged = loaded.error.code === 'STORE_DAMAGED' ? { damaged: parts.path } : {};
      return err({ ...loaded.error, ...damaged });
    }
    if ('damaged' in loaded.value) {
      return err({ code: 'STORE_DAMAGED', detail: 'the changes do not hold', damaged: loaded.value.damaged });
    }
    return ok(loaded.value);
  },
  rebuild: (parts) => guarded(directory, () => rebuildImage(directory, parts, key)),
  rebuildFilters: (parts) => guarded(directory, () => rebuildFilters(parts, key)),
};

serveCalls(() => service);
