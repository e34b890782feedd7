import { existsSync, renameSync } from 'node:fs';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ListStatus, RevertedList, WatchlistProblem } from '../../ports/watchlist.ts';
import { flushDirectory } from '../sealed_file.ts';
import { documentPathsOf } from './document_files.ts';
import { documentPartHolds } from './document_part.ts';
import {
  copiesOf,
  deltaPath,
  imagePath,
  type ListContent,
  type ListFile,
  listPath,
  listsDirectory,
  rowsOfCopy,
} from './list_file.ts';
import { contentOf, openListFile } from './list_layer.ts';
import { statusOf } from './list_reader.ts';
import { bytesOf } from './load_list.ts';
import { readsBack } from './reads_back.ts';
import { stateOf } from './state_in_service.ts';
import { clearGeneration, inTurn } from './swap_in.ts';

/** What the state of a copy says, where every row of the copy still holds; else null. Throws SqliteError. */
function rowsHold(file: ListFile, key: Buffer): ListContent | null {
  const state = stateOf([file], key);
  const database = state && openListFile(file.path, key);
  if (!database) return null;
  try {
    const content = contentOf(database);
    const rows = { entries: rowsOfCopy(content), digest: content.digest };
    return readsBack(file.path, key, rows) && documentPartHolds(file.path, key, content) ? state.content : null;
  } finally {
    database.close();
  }
}

/** The copy that stays behind the one in service, null when there is none. Throws SqliteError and file system errors. */
export function copyBefore(directory: string, key: Buffer, list: string): ListStatus | null {
  const before = copiesOf(directory, list)[1];
  const state = before && stateOf([before], key);
  return state ? statusOf(state.content, 'IN_SERVICE', bytesOf(state.parts)) : null;
}

/** A list file and what lies beside it, the list file last. */
function renameList(from: string, to: string): void {
  const names = documentPathsOf(to);
  for (const [place, path] of documentPathsOf(from).entries()) {
    if (existsSync(path)) renameSync(path, names[place] ?? '');
  }
  renameSync(from, to);
}

/** What to go back to: the list, and the version that the people who ordered it were shown. */
export interface RevertOrder {
  readonly list: string;
  readonly version: string;
}

/**
 * Puts the copy before in service again: it gets the next generation number, and so do its index and its changes; the
 * rename of the copy itself comes last and makes it count. Throws SqliteError and file system errors.
 */
export function revertList(
  directory: string,
  key: Buffer,
  { list, version }: RevertOrder,
): Result<RevertedList, WatchlistProblem> {
  return inTurn(directory, () => {
    const [current, before] = copiesOf(directory, list);
    if (!current || !before) return err({ code: 'LIST_NO_EARLIER_COPY', detail: 'there is one copy only' });
    const content = rowsHold(before, key);
    if (!content) return err({ code: 'LIST_STORE_DAMAGED', detail: 'the copy before reads back other than written' });
    if (content.version !== version) {
      return err({ code: 'LIST_CHANGED_MEANWHILE', detail: 'the copy before is another one by now' });
    }
    const oldVersion = stateOf([current], key)?.content.version ?? '';
    const { slug, image, deltas } = before;
    const generation = current.generation + 1;
    clearGeneration(directory, slug, generation);
    if (existsSync(image)) renameSync(image, imagePath(directory, slug, generation));
    for (const delta of deltas) renameList(delta.path, deltaPath(directory, slug, generation, delta.step));
    renameList(before.path, listPath(directory, slug, generation));
    flushDirectory(listsDirectory(directory));
    return ok({ list, version, oldVersion });
  });
}
