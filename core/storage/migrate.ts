import { chmodSync, copyFileSync } from 'node:fs';
import { err, ok, type Result } from '../domain/result.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';

/**
 * Brings the file forward, step by step, each in a transaction of its own, after a copy beside it
 * (`booth.db.before-0002`). A file from a newer program is refused untouched.
 */
export function migrate(
  database: EncryptedDatabase,
  path: string,
  migrations: readonly string[],
): Result<{ readonly from: number; readonly to: number }, StorageProblem> {
  const from = Number(database.pragma('user_version', { simple: true }));
  if (from > migrations.length) {
    return err({ code: 'STORE_TOO_NEW', detail: `version ${from}, this program knows ${migrations.length}` });
  }
  if (from > 0 && from < migrations.length) {
    // All that the write-ahead log holds goes into the main file first, so that the copy is whole.
    database.pragma('wal_checkpoint(TRUNCATE)');
    const backup = `${path}.before-${String(from + 1).padStart(4, '0')}`;
    copyFileSync(path, backup);
    chmodSync(backup, 0o600);
  }
  for (let version = from + 1; version <= migrations.length; version++) {
    database.transaction(() => {
      database.exec(migrations[version - 1] ?? '');
      database.pragma(`user_version = ${version}`);
    })();
  }
  return ok({ from, to: migrations.length });
}
