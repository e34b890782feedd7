import { statfsSync } from 'node:fs';
import Database from 'better-sqlite3-multiple-ciphers';
import { err, ok, type Result } from '../domain/result.ts';
import type { StorageProblem, StorageProblemCode } from '../ports/records.ts';

const BY_SQLITE_CODE: readonly (readonly [prefix: string, code: StorageProblemCode])[] = [
  ['SQLITE_CORRUPT', 'STORE_DAMAGED'],
  ['SQLITE_NOTADB', 'STORE_DAMAGED'],
  ['SQLITE_FULL', 'STORE_FULL'],
  ['SQLITE_READONLY', 'STORE_READ_ONLY'],
  ['SQLITE_PERM', 'STORE_READ_ONLY'],
  ['SQLITE_BUSY', 'STORE_BUSY'],
  ['SQLITE_LOCKED', 'STORE_BUSY'],
];

const BY_SYSTEM_CODE: Readonly<Record<string, StorageProblemCode>> = {
  ENOSPC: 'STORE_FULL',
  EDQUOT: 'STORE_FULL',
  EFBIG: 'STORE_FULL',
  EACCES: 'STORE_READ_ONLY',
  EPERM: 'STORE_READ_ONLY',
  EROFS: 'STORE_READ_ONLY',
};

function noSpaceLeft(directory: string): boolean {
  try {
    return statfsSync(directory).bavail === 0;
  } catch {
    return false;
  }
}

/** The stable name of what SQLite or the file system said; null when it is a bug and none of theirs. */
export function storageProblem(problem: unknown, directory: string): StorageProblem | null {
  if (problem instanceof Database.SqliteError) {
    // Only the code goes on: messages may quote values.
    const known = BY_SQLITE_CODE.find(([prefix]) => problem.code.startsWith(prefix));
    if (known) return { code: known[1], detail: problem.code };
    // A shared-memory file that can not grow is reported as an input/output error.
    if (problem.code.startsWith('SQLITE_IOERR') && noSpaceLeft(directory)) {
      return { code: 'STORE_FULL', detail: problem.code };
    }
    return { code: 'STORE_IO', detail: problem.code };
  }
  if (problem instanceof Error && 'code' in problem && 'syscall' in problem) {
    const code = String(problem.code);
    return { code: BY_SYSTEM_CODE[code] ?? 'STORE_IO', detail: `${code} ${String(problem.syscall)}` };
  }
  return null;
}

/** Runs a piece of store work; the outside's failures become values, bugs go on being thrown. */
export function guarded<T>(directory: string, work: () => T): Result<T, StorageProblem> {
  try {
    return ok(work());
  } catch (problem) {
    const named = storageProblem(problem, directory);
    if (!named) throw problem;
    return err(named);
  }
}
