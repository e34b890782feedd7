import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { err, ok, type Result } from '../domain/result.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { WatchlistProblem } from '../ports/watchlist.ts';

/** What can be said of a list file without understanding it. */
export interface ListFileFacts {
  /** First half of the file's SHA-256: two imports of one file have one version. */
  readonly version: string;
  /** When the file was last written, milliseconds: the best known end of the list. */
  readonly asOf: number;
}

function errorCode(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
}

/** Reads the whole file once; LIST_FILE_UNREADABLE or LIST_FILE_EMPTY. */
export async function listFileFacts(path: string): Promise<Result<ListFileFacts, WatchlistProblem>> {
  try {
    const { size, mtimeMs } = statSync(path);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    if (size === 0) return err({ code: 'LIST_FILE_EMPTY', detail: 'the file has no content' });
    return ok({ version: hash.digest('hex').slice(0, 32), asOf: Math.floor(mtimeMs) });
  } catch (problem) {
    return err({ code: 'LIST_FILE_UNREADABLE', detail: errorCode(problem) });
  }
}

/** The error to throw for a failure while rows are drawn. */
export function listFileError(problem: unknown): Error {
  if (problem instanceof ListFileError) return problem;
  const code = errorCode(problem);
  if (code.startsWith('CSV_')) return new ListFileError({ code: 'LIST_FORMAT', detail: code });
  if (problem instanceof Error && 'syscall' in problem) {
    return new ListFileError({ code: 'LIST_FILE_UNREADABLE', detail: code });
  }
  return problem instanceof Error ? problem : new Error('unknown failure');
}
