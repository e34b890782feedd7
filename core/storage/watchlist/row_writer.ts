import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldNumber } from '../../domain/screening/fold.ts';
import type { IndexBuilder } from '../../domain/screening/index/index_builder.ts';
import { type EncryptedDatabase, openEncrypted } from '../encrypted_database.ts';

/** Opens a new list file aside, with one transaction begun. Throws SqliteError. */
export function newListFile(path: string, key: Buffer, schema: string): EncryptedDatabase {
  const database = openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'DELETE' });
  database.pragma('cache_size = -131072');
  // What is sorted on the way must not lie in the open on the disk.
  database.pragma('temp_store = MEMORY');
  database.exec(schema);
  return database;
}

/** Another list file under the name `name`, for questions over both. Not within a transaction. */
export function attach(database: EncryptedDatabase, name: string, path: string, key: Buffer): void {
  database.prepare(`ATTACH DATABASE ? AS ${name} KEY ?`).run(path, `x'${key.toString('hex')}'`);
}

/** The last day on which an entry counts, as text that sorts; months and years end with their last day. */
function lastDay(validTo: string): string {
  return validTo + '-12-31'.slice(validTo.length - 4);
}

/** Writes all by which an entry is found: the one place where entries are routed to numbers, days and names. */
export function keyWriter(database: EncryptedDatabase, names: IndexBuilder) {
  const document = database.prepare('INSERT OR IGNORE INTO document_keys VALUES (?, ?)');
  const personal = database.prepare('INSERT OR IGNORE INTO personal_keys VALUES (?, ?)');
  const end = database.prepare('INSERT OR IGNORE INTO ends VALUES (?, ?)');
  return (number: number, entry: WatchlistEntry) => {
    for (const one of entry.documents ?? []) document.run(foldNumber(one.number), number);
    if (entry.personalNumber) personal.run(foldNumber(entry.personalNumber), number);
    if (entry.validTo) end.run(lastDay(entry.validTo), number);
    if (entry.names.length > 0) names.add(number, entry);
  };
}

/** Brings a finished file to the disk. */
export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
