import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { err, ok, type Result } from '../domain/result.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { WatchlistProblem } from '../ports/watchlist.ts';

/** What can be said of a list file without understanding it. */
export interface ListFileFacts {
  /** First half of the SHA-256 of its files, or what the list itself calls its version. */
  readonly version: string;
  /** When the authority closed the list, or, unsaid, when the file was last written: milliseconds since 1970. */
  readonly asOf: number;
}

export type ListFileFactsAnswer = Promise<Result<ListFileFacts, WatchlistProblem>>;

function errorCode(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown';
}

/**
 * Reads the file, and those of the same list that stand beside it, once: two imports of the same files have one version.
 * LIST_FILE_UNREADABLE or LIST_FILE_EMPTY.
 */
export async function listFileFacts(path: string, beside: readonly string[] = []): ListFileFactsAnswer {
  try {
    const { size, mtimeMs } = statSync(path);
    const hash = createHash('sha256');
    for (const file of [path, ...beside]) {
      for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
    }
    if (size === 0) return err({ code: 'LIST_FILE_EMPTY', detail: 'the file has no content' });
    return ok({ version: hash.digest('hex').slice(0, 32), asOf: Math.floor(mtimeMs) });
  } catch (problem) {
    return err({ code: 'LIST_FILE_UNREADABLE', detail: errorCode(problem) });
  }
}

/** Gzip that is cut or damaged, and text that is not UTF-8, are faults of the file and not of the disk. */
const FORMAT_ERRORS = /^(Z_|ERR_ENCODING_INVALID)/;

/** The error to throw for a failure while rows are drawn. */
export function listFileError(problem: unknown): Error {
  if (problem instanceof ListFileError) return problem;
  const code = errorCode(problem);
  if (FORMAT_ERRORS.test(code)) return new ListFileError({ code: 'LIST_FORMAT', detail: code });
  if (problem instanceof Error && 'syscall' in problem) {
    return new ListFileError({ code: 'LIST_FILE_UNREADABLE', detail: code });
  }
  return problem instanceof Error ? problem : new Error('unknown failure');
}

/** A file whose last row breaks off was not received whole: half a list must not go in service. */
export function cutOff(): ListFileError {
  return new ListFileError({ code: 'LIST_FORMAT', detail: 'CUT_OFF' });
}
