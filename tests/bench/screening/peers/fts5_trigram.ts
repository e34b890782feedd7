import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import type { NameTable } from './name_table.ts';
import { MOST_CANDIDATES, type Peer, type PeerMaker } from './peer.ts';
import { newPeerFile, openPeerFile, type PeerDatabase, usedBytes } from './peer_file.ts';
import { queryWords } from './reference_scorer.ts';

const NAME = 'SQLite FTS5 trigram + Jaro-Winkler';

/** Writes one row a person, all names in it; the row's number is the person's place. */
export function writeTrigrams(database: PeerDatabase, table: NameTable): void {
  database.exec("CREATE VIRTUAL TABLE names USING fts5(name, content='', tokenize='trigram')");
  const insert = database.prepare('INSERT INTO names (rowid, name) VALUES (?, ?)');
  database.transaction(() => {
    for (let place = 0; place < table.persons; place++) {
      insert.run(place, [...table.formsOf(place)].map((form) => form.join(' ')).join('\n'));
    }
  })();
  database.exec("INSERT INTO names (names) VALUES ('optimize')");
}

/** Any of the name's groups of three letters, the blank between two words being one. */
export function trigramQuery(query: ScreeningQuery): string {
  const text = queryWords(query).join(' ');
  const groups = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at++) groups.add(text.slice(at, at + 3));
  return [...groups].map((group) => `"${group}"`).join(' OR ');
}

export const SELECT_NAMES = `SELECT rowid FROM names WHERE names MATCH ? ORDER BY rank LIMIT ${MOST_CANDIDATES}`;

/** SQLite's full text index over trigrams, the best 200 by BM25. */
export const fts5Trigram: PeerMaker = {
  name: NAME,
  build(table): Peer {
    const file = newPeerFile('trigram');
    const database = openPeerFile(file.path);
    writeTrigrams(database, table);
    const select = database.prepare<[string], number>(SELECT_NAMES).pluck();
    return {
      name: NAME,
      diskBytes: usedBytes(database),
      candidates(query) {
        const wanted = trigramQuery(query);
        return wanted === '' ? [] : select.all(wanted);
      },
      close() {
        database.close();
        file.remove();
      },
    };
  },
};
