import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

export type PeerDatabase = Database.Database;

/** An SQLite file of a peer; with a key, encrypted as the product's own files are. */
export function openPeerFile(path: string, key?: Buffer, readonly = false): PeerDatabase {
  const database = new Database(path, { readonly });
  if (key) {
    database.pragma("cipher = 'sqlcipher'");
    database.pragma('legacy = 4');
    database.pragma(`key = "x'${key.toString('hex')}'"`);
  }
  if (!readonly) {
    database.pragma('journal_mode = OFF');
    database.pragma('synchronous = OFF');
  }
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -65536');
  database.pragma('mmap_size = 1073741824');
  return database;
}

/** A new empty file in the folder for temporary files, and what removes it. */
export function newPeerFile(name: string): { readonly path: string; remove(): void } {
  const path = join(process.env.BOOTH_BENCH_DIR ?? tmpdir(), `booth-bench-${name}-${process.pid}.db`);
  rmSync(path, { force: true });
  return { path, remove: () => rmSync(path, { force: true }) };
}

export function usedBytes(database: PeerDatabase): number {
  const pragma = (what: string) => Number(database.pragma(what, { simple: true }));
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}
