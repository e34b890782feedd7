import { workerData } from 'node:worker_threads';
import type { Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { serveCalls } from '../serve_calls.ts';
import { guarded } from '../storage_problem.ts';
import { type CheckedList, checkedList } from './checked_list.ts';
import type { ListParts } from './list_file.ts';
import { rebuildFilters, rebuildImage } from './load_list.ts';

export interface LoadWorkerData {
  readonly directory: string;
  /** The key of the lists. */
  readonly key: Uint8Array;
}

/** Reads, checks and remakes beside the look-ups, so that none of them waits. A damaged file is named by its path. */
export type LoadWorker = {
  load(parts: ListParts): CheckedList;
  rebuild(parts: ListParts): Result<Uint8Array, StorageProblem>;
  rebuildFilters(parts: ListParts): Result<void, StorageProblem>;
};

const { directory, key: keyBytes } = workerData as LoadWorkerData;
const key = Buffer.from(keyBytes);

const service: LoadWorker = {
  load: (parts) => checkedList(directory, parts, key),
  rebuild: (parts) => guarded(directory, () => rebuildImage(directory, parts, key)),
  rebuildFilters: (parts) => guarded(directory, () => rebuildFilters(parts, key)),
};

serveCalls(() => service);
