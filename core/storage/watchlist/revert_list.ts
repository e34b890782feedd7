import { renameSync } from 'node:fs';
import { err, ok, type Result } from '../../domain/result.ts';
import type { ListStatus, RevertedList, WatchlistProblem } from '../../ports/watchlist.ts';
import { openEncrypted } from '../encrypted_database.ts';
import { flushDirectory } from '../sealed_file.ts';
import { copiesOf, type ListContent, type ListFile, listPath, listsDirectory } from './list_file.ts';
import { readsBack } from './reads_back.ts';

function contentOf(file: ListFile, key: Buffer): ListContent | null {
  const options = { synchronous: 'NORMAL', journalMode: 'DELETE', readOnly: true } as const;
  const database = openEncrypted(file.path, key, options);
  try {
    const header = database.prepare<[], string>('SELECT content FROM header').pluck().get();
    return header === undefined ? null : (JSON.parse(header) as ListContent);
  } finally {
    database.close();
  }
}

/** A copy in service that can no longer be read is the best of reasons to go back. */
function versionInService(file: ListFile, key: Buffer): string {
  try {
    return contentOf(file, key)?.version ?? '';
  } catch {
    return '';
  }
}

/** The copy that stays behind the one in service, null when there is none. Throws SqliteError and file system errors. */
export function copyBefore(directory: string, key: Buffer, list: string): ListStatus | null {
  const before = copiesOf(directory, list)[1];
  const content = before && contentOf(before, key);
  if (!content) return null;
  const { digest: _digest, ...status } = content;
  return status;
}

/** What to go back to: the list, and the version that the people who ordered it were shown. */
export interface RevertOrder {
  readonly list: string;
  readonly version: string;
}

/** Gives the copy before the next generation number, by one rename. Throws SqliteError and file system errors. */
export function revertList(
  directory: string,
  key: Buffer,
  { list, version }: RevertOrder,
): Result<RevertedList, WatchlistProblem> {
  const [current, before] = copiesOf(directory, list);
  if (!current || !before) return err({ code: 'LIST_NO_EARLIER_COPY', detail: 'there is one copy only' });
  const content = contentOf(before, key);
  if (!content || !readsBack(before.path, key, content)) {
    return err({ code: 'LIST_STORE_DAMAGED', detail: 'the copy before reads back other than written' });
  }
  if (content.version !== version) {
    return err({ code: 'LIST_CHANGED_MEANWHILE', detail: 'the copy before is another one by now' });
  }
  const oldVersion = versionInService(current, key);
  renameSync(before.path, listPath(directory, before.slug, current.generation + 1));
  flushDirectory(listsDirectory(directory));
  return ok({ list, version, oldVersion });
}
