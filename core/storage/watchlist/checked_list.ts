import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { guarded } from '../storage_problem.ts';
import type { ListParts } from './list_file.ts';
import type { LoadedList } from './list_reader.ts';
import { loadList } from './load_list.ts';

/** What a list's files gave; where one is damaged, its path. */
export type CheckedList = Result<LoadedList, StorageProblem & { readonly damaged?: string }>;

/** Reads and checks the files of a list. Never throws for what a file can do. */
export function checkedList(directory: string, parts: ListParts, key: Buffer): CheckedList {
  const loaded = guarded(directory, () => loadList(parts, key));
  if (!loaded.ok) {
    const damaged = loaded.error.code === 'STORE_DAMAGED' ? { damaged: parts.path } : {};
    return err({ ...loaded.error, ...damaged });
  }
  if ('damaged' in loaded.value) {
    return err({ code: 'STORE_DAMAGED', detail: 'the changes do not hold', damaged: loaded.value.damaged });
  }
  return ok(loaded.value);
}
