import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import { type NameTable, packDate } from './name_table.ts';
import { MOST_CANDIDATES, type Peer, type PeerMaker } from './peer.ts';
import { newPeerFile, openPeerFile, usedBytes } from './peer_file.ts';
import { queryWords } from './reference_scorer.ts';
import { soundOf } from './sound.ts';

const NAME = 'B-tree on birth date and sound + Jaro-Winkler';
/** Words of a name that make pairs. */
const PAIRED = 5;
/** Rows read from one key. */
const PER_KEY = 500;

/** 48 bits of a text, as one number. */
function hash(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b) ^ (low >>> 15);
  }
  return (high & 0xffff) * 2 ** 32 + (low >>> 0);
}

/** The sound of each word is worked out once. */
const sounds = new Map<string, string>();

function sound(word: string): string {
  let known = sounds.get(word);
  if (known === undefined) {
    known = soundOf(word);
    sounds.set(word, known);
  }
  return known;
}

/** What every two words of a name sound like, in one order; for a name of one word that word. */
function soundPairs(words: readonly string[]): string[] {
  const heard = [...new Set(words.map(sound))].sort().slice(0, PAIRED);
  const pairs = heard.length === 1 ? [heard[0] ?? ''] : [];
  for (let a = 0; a < heard.length; a++) {
    for (let b = a + 1; b < heard.length; b++) pairs.push(`${heard[a]}+${heard[b]}`);
  }
  return pairs;
}

/** Keys of one person: the whole birth date, and each pair of sounds with the year and with day and month. */
function* personKeys(table: NameTable, place: number): Generator<number> {
  const birth = table.births[place] as number;
  if (birth % 100 !== 0) yield hash(`d${birth}`);
  const pairs = new Set([...table.formsOf(place)].flatMap(soundPairs));
  for (const pair of pairs) {
    yield hash(`y${Math.floor(birth / 10_000)}${pair}`);
    if (birth % 100 !== 0) yield hash(`m${birth % 10_000}${pair}`);
  }
}

/** Keys to look up, each with what it says for a person that has it. */
function queryKeys(query: ScreeningQuery): Map<number, number> {
  const words = queryWords(query);
  const birth = packDate(query.birthDate);
  const keys = new Map<number, number>();
  const year = Math.floor(birth / 10_000);
  const month = Math.floor(birth / 100) % 100;
  const day = birth % 100;
  if (day !== 0) {
    keys.set(hash(`d${birth}`), 3);
    keys.set(hash(`d${year * 10_000 + day * 100 + month}`), 2);
  }
  for (const pair of soundPairs(words)) {
    keys.set(hash(`y${year}${pair}`), 3);
    keys.set(hash(`y0${pair}`), 2);
    for (const near of [year - 1, year + 1]) keys.set(hash(`y${near}${pair}`), 1.5);
    if (day !== 0) keys.set(hash(`m${birth % 10_000}${pair}`), 3);
  }
  return keys;
}

/**
 * What a good developer would write: a B-tree of composite keys, of birth date and of pairs of sounds within the birth
 * year, within the day and month, and of persons without a birth date; the 200 with the most in common.
 */
export const birthAndSound: PeerMaker = {
  name: NAME,
  build(table): Peer {
    const file = newPeerFile('sound');
    const database = openPeerFile(file.path);
    database.exec('CREATE TEMP TABLE raw (key INTEGER NOT NULL, place INTEGER NOT NULL)');
    database.exec('CREATE TABLE keys (key INTEGER, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID, STRICT');
    const insert = database.prepare('INSERT INTO raw VALUES (?, ?)');
    database.transaction(() => {
      for (let place = 0; place < table.persons; place++)
        for (const key of personKeys(table, place)) insert.run(key, place);
    })();
    database.exec('INSERT OR IGNORE INTO keys SELECT key, place FROM raw ORDER BY key, place');
    database.exec('DROP TABLE raw');
    const select = database.prepare<[number], number>(`SELECT place FROM keys WHERE key = ? LIMIT ${PER_KEY}`).pluck();
    return {
      name: NAME,
      diskBytes: usedBytes(database),
      candidates(query) {
        const votes = new Map<number, number>();
        for (const [key, weight] of queryKeys(query)) {
          for (const place of select.all(key)) votes.set(place, (votes.get(place) ?? 0) + weight);
        }
        if (votes.size <= MOST_CANDIDATES) return votes.keys();
        return [...votes]
          .sort((a, b) => b[1] - a[1])
          .slice(0, MOST_CANDIDATES)
          .map(([place]) => place);
      },
      close() {
        database.close();
        file.remove();
      },
    };
  },
};
