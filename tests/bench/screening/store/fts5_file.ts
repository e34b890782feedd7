import { writeTrigrams } from '../peers/fts5_trigram.ts';
import type { NameTable } from '../peers/name_table.ts';
import { openPeerFile } from '../peers/peer_file.ts';

/** An encrypted database of persons with their names and birth dates, and a trigram index over the names. */
export function writeEncryptedTrigrams(path: string, table: NameTable, key: Buffer): void {
  const database = openPeerFile(path, key);
  writeTrigrams(database, table);
  database.exec('CREATE TABLE persons (place INTEGER PRIMARY KEY, names TEXT NOT NULL, birth INTEGER NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO persons VALUES (?, ?, ?)');
  database.transaction(() => {
    for (let place = 0; place < table.persons; place++) {
      const names = [...table.formsOf(place)].map((form) => form.join(' ')).join('\n');
      insert.run(place, names, table.births[place] as number);
    }
  })();
  database.close();
}
