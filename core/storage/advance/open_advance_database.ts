import { chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';
import { storageProblem } from '../storage_problem.ts';
import { ADVANCE_SQL, ADVANCE_VERSION } from './advance_schema.ts';

export const advancePath = (directory: string): string => join(directory, 'advance.db');

/** Waits so long for another process that takes in a file, ms. */
const BUSY_MS = 2_000;

/** One line to the file: what is committed survives a crash of the program; a lost minute of copies can be brought again. */
function open(path: string, key: Buffer): EncryptedDatabase {
  const database = openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'WAL' });
  database.pragma('secure_delete = ON');
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  return database;
}

function version(database: EncryptedDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function make(database: EncryptedDatabase): void {
  database
    .transaction(() => {
      if (version(database) !== 0) return;
      database.exec(ADVANCE_SQL);
      database.pragma(`user_version = ${ADVANCE_VERSION}`);
    })
    .immediate();
}

function usable(path: string, key: Buffer): EncryptedDatabase | null {
  let database: EncryptedDatabase | null = null;
  try {
    database = open(path, key);
    make(database);
    if (version(database) === ADVANCE_VERSION) return database;
  } catch (problem) {
    if (storageProblem(problem, path)?.code !== 'STORE_DAMAGED') {
      database?.close();
      throw problem;
    }
  }
  database?.close();
  return null;
}

/**
 * Opens advance.db, made new where there is none. One that is damaged, of another key or of another version is deleted and begun
 * anew: everything in it can be brought in again. Throws SqliteError and errors of the file system.
 */
export function openAdvanceDatabase(
  directory: string,
  key: Buffer,
): { readonly database: EncryptedDatabase; readonly another: () => EncryptedDatabase; readonly renewed: boolean } {
  const path = advancePath(directory);
  const was = existsSync(path);
  const first = usable(path, key);
  const another = () => open(path, key);
  if (first !== null) {
    if (!was) chmodSync(path, 0o600);
    return { database: first, another, renewed: false };
  }
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
  const made = open(path, key);
  make(made);
  chmodSync(path, 0o600);
  return { database: made, another, renewed: true };
}
