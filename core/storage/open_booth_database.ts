import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { StorageProblem } from '../ports/records.ts';
import { type EncryptedDatabase, openEncrypted } from './encrypted_database.ts';
import { readAnchor } from './journal_anchor.ts';
import { migrate } from './migrate.ts';
import { readSealed, writeSealed } from './sealed_file.ts';
import { storageProblem } from './storage_problem.ts';
import type { StoreKeys } from './store_keys.ts';

export function boothDatabasePath(directory: string): string {
  return join(directory, 'booth.db');
}

export function keyCheckPath(directory: string): string {
  return join(directory, 'booth.key-check');
}

const KEY_CHECK = { purpose: 'border-booth key check 1' };

function tryOpen(path: string, keys: StoreKeys, directory: string): Result<EncryptedDatabase, StorageProblem> {
  try {
    return ok(openEncrypted(path, keys.database, { synchronous: 'FULL', journalMode: 'WAL' }));
  } catch (problem) {
    const named = storageProblem(problem, directory);
    if (!named) throw problem;
    // A file that can not be opened at all, in a folder that can not be written.
    if (named.detail.startsWith('SQLITE_CANTOPEN')) return err({ code: 'STORE_READ_ONLY', detail: named.detail });
    return err(named);
  }
}

function isEmptyOrAbsent(path: string): boolean {
  return !existsSync(path) || statSync(path).size === 0;
}

/**
 * Opens booth.db, made new in an empty folder. A wrong key (STORE_KEY_WRONG) is told from a damaged file
 * (STORE_DAMAGED) by a small sealed file beside it; a database that has gone while its companions stand is damage
 * too, never a reason to begin anew. Nothing that is there is overwritten.
 */
export function openBoothDatabase(
  directory: string,
  keys: StoreKeys,
  migrations: readonly string[],
): Result<{ readonly database: EncryptedDatabase; readonly created: boolean }, StorageProblem> {
  const path = boothDatabasePath(directory);
  const keyCheck = readSealed(keyCheckPath(directory), keys.keyCheck);
  if (keyCheck.found === 'BROKEN') return err({ code: 'STORE_KEY_WRONG', detail: 'key check does not hold' });
  const absent = isEmptyOrAbsent(path);
  if (absent && readAnchor(directory, keys.journal).found !== 'ABSENT') {
    return err({ code: 'STORE_DAMAGED', detail: 'booth.db is missing or empty' });
  }
  const opened = tryOpen(path, keys, directory);
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    if (absent) chmodSync(path, 0o600);
    const migrated = migrate(database, path, migrations);
    if (!migrated.ok) {
      database.close();
      return migrated;
    }
    if (keyCheck.found === 'ABSENT') writeSealed(keyCheckPath(directory), keys.keyCheck, KEY_CHECK);
    return ok({ database, created: migrated.value.from === 0 });
  } catch (problem) {
    database.close();
    throw problem;
  }
}
