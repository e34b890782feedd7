import { openEncrypted } from '../encrypted_database.ts';
import { entryDigest, listDigest } from './entry_digest.ts';
import type { ListContent } from './list_file.ts';

/** Reads a finished file back as a stranger would: every entry, its digest, their number and order. Throws SqliteError. */
export function readsBack(path: string, key: Buffer, expected: Pick<ListContent, 'entries' | 'digest'>): boolean {
  const database = openEncrypted(path, key, { synchronous: 'NORMAL', journalMode: 'DELETE', readOnly: true });
  try {
    const digest = listDigest();
    let entries = 0;
    for (const body of database.prepare<[], string>('SELECT body FROM entries ORDER BY number').pluck().iterate()) {
      digest.add(entryDigest(body));
      entries++;
    }
    return entries === expected.entries && digest.result() === expected.digest;
  } finally {
    database.close();
  }
}
