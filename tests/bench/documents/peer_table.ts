import { openEncrypted } from '../../../core/storage/encrypted_database.ts';
import { ISSUERS, numberOf, rankOf, statusOf } from './invented_documents.ts';

const PAGE_CACHE_KIB = 65_536;

export interface PeerTable {
  find(issuer: string, number: string): number | undefined;
  close(): void;
}

/**
 * What a good developer would write: one table of the same encrypted SQLite, keyed by issuer and number as text, filled
 * in the order of its key, with 64 MB of pages kept in memory.
 */
export function peerTable(path: string, key: Buffer, documents: number): PeerTable {
  const database = openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'DELETE' });
  database.pragma(`cache_size = -${PAGE_CACHE_KIB}`);
  database.exec(`CREATE TABLE documents (issuer TEXT NOT NULL, number TEXT NOT NULL, status INTEGER NOT NULL,
    PRIMARY KEY (issuer, number)) STRICT, WITHOUT ROWID; BEGIN`);
  const insert = database.prepare('INSERT INTO documents VALUES (?, ?, ?)');
  ISSUERS.forEach((issuer, first) => {
    const ranks = new Float64Array(Math.ceil((documents - first) / ISSUERS.length));
    for (let turn = 0; turn < ranks.length; turn++) ranks[turn] = rankOf(turn * ISSUERS.length + first);
    ranks.sort();
    for (const rank of ranks) insert.run(issuer.issuer, numberOf(issuer, rank), statusOf(rank).length);
  });
  database.exec('COMMIT');
  const find = database
    .prepare<[string, string], number>('SELECT status FROM documents WHERE issuer = ? AND number = ?')
    .pluck();
  return { find: (issuer, number) => find.get(issuer, number), close: () => void database.close() };
}
