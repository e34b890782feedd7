import Database from 'better-sqlite3-multiple-ciphers';

export type EncryptedDatabase = Database.Database;

export interface DatabaseOptions {
  /** FULL: a commit survives power loss. NORMAL: it survives a crash of the program. */
  readonly synchronous: 'FULL' | 'NORMAL';
  readonly journalMode: 'WAL' | 'DELETE';
  readonly readOnly?: boolean;
}

const SYNCHRONOUS_NUMBER = { NORMAL: 1, FULL: 2 } as const;

function expectPragma(database: EncryptedDatabase, name: string, expected: unknown): void {
  const found = database.pragma(name, { simple: true });
  if (found !== expected) throw new Error(`pragma ${name} is ${String(found)} instead of ${String(expected)}`);
}

/**
 * Opens an encrypted file (SQLCipher 4 pages, raw 32-byte key) with every setting stated and read back: the build's
 * own default for WAL would be NORMAL. Throws SqliteError; SQLITE_NOTADB for a wrong key and for a damaged head alike.
 */
export function openEncrypted(path: string, key: Buffer, options: DatabaseOptions): EncryptedDatabase {
  const database = new Database(path, { readonly: options.readOnly === true, timeout: 5000 });
  try {
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    database.pragma(`key = "x'${key.toString('hex')}'"`);
    // The first read of a page: a wrong key shows here.
    database.pragma('schema_version');
    if (options.readOnly !== true) {
      database.pragma(`journal_mode = ${options.journalMode}`);
      expectPragma(database, 'journal_mode', options.journalMode.toLowerCase());
    }
    database.pragma(`synchronous = ${options.synchronous}`);
    expectPragma(database, 'synchronous', SYNCHRONOUS_NUMBER[options.synchronous]);
    database.pragma('foreign_keys = ON');
    expectPragma(database, 'foreign_keys', 1);
    database.pragma('trusted_schema = OFF');
    expectPragma(database, 'trusted_schema', 0);
    return database;
  } catch (problem) {
    database.close();
    throw problem;
  }
}
