import type { Candidate } from '../../../core/domain/patterns/neighbourhood.ts';
import type { KeyOf } from '../../../core/domain/patterns/sighting_of.ts';
import { candidateOf } from '../../../core/domain/patterns/sighting_of.ts';
import { Remembered } from '../../../core/domain/patterns/testing/remembered.ts';
import type { Thresholds } from '../../../core/domain/patterns/thresholds.ts';
import { crossingStore } from '../../../core/storage/crossing_store.ts';
import type { EncryptedDatabase } from '../../../core/storage/encrypted_database.ts';
import { openEncrypted } from '../../../core/storage/encrypted_database.ts';
import { MIGRATIONS } from '../../../core/storage/migrations/all_migrations.ts';
import { keyedHash } from '../../../core/storage/patterns/keyed_hash.ts';
import { patternStore } from '../../../core/storage/patterns/pattern_store.ts';
import { storeKeys } from '../../../core/storage/store_keys.ts';
import { BENCH_KEY } from '../screening/store/bench_key.ts';
import { crossingOf } from './generated_history.ts';
import type { Step } from './journey.ts';

const KEYS = storeKeys(BENCH_KEY);
const BATCH = 50_000;
/** While the stores are filled a large cache spares their pages from being written again and again, KiB. */
const FILLING = 'cache_size = -2000000';

const PEER = `
CREATE TABLE peer (crossing INTEGER PRIMARY KEY, at INTEGER, trouble INTEGER, person INTEGER, document INTEGER,
  sponsor INTEGER, phone INTEGER, address INTEGER, party INTEGER, nationality TEXT) STRICT`;

/** booth.db with a whole history in it, a plain table of the same keys in another, and the same in memory. */
export interface FilledStores {
  readonly database: EncryptedDatabase;
  readonly peer: EncryptedDatabase;
  readonly memory: Remembered;
  readonly store: ReturnType<typeof patternStore>;
  readonly keyOf: KeyOf;
}

/** Written in large transactions: what one crossing costs is measured by itself. */
export function fillStores(path: string, steps: readonly Step[], thresholds: Thresholds): FilledStores {
  const database = openEncrypted(`${path}.db`, KEYS.database, { synchronous: 'NORMAL', journalMode: 'WAL' });
  database.pragma(FILLING);
  for (const sql of MIGRATIONS) database.exec(sql);
  const peer = openEncrypted(`${path}.peer`, KEYS.database, { synchronous: 'NORMAL', journalMode: 'WAL' });
  peer.pragma(FILLING);
  peer.exec(PEER);
  const insert = peer.prepare('INSERT INTO peer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const store = patternStore(database, KEYS, thresholds);
  const crossings = crossingStore(database);
  const keyOf = keyedHash(KEYS.patterns);
  const memory = new Remembered();
  const put = ({ seen, keys }: Candidate) => {
    const { crossing, at, trouble, person, document, party, nationality } = seen;
    insert.run(crossing, at, trouble, person, document, keys.sponsor, keys.phone, keys.address, party, nationality);
  };
  for (let from = 0; from < steps.length; from += BATCH) {
    const batch = steps.slice(from, from + BATCH).map((step, place) => crossingOf(step, from + place));
    database.transaction(() => {
      for (const one of batch) {
        crossings.save(one);
        store.remember(one);
      }
    })();
    peer.transaction(() => {
      for (const [place, one] of batch.entries()) {
        const candidate = candidateOf(one, from + place + 1, keyOf, thresholds);
        put(candidate);
        memory.add(candidate);
      }
    })();
  }
  database.close();
  peer.close();
  // Opened anew as the booth opens it: nothing of the filling is in its cache.
  const opened = openEncrypted(`${path}.db`, KEYS.database, { synchronous: 'FULL', journalMode: 'WAL' });
  const openedPeer = openEncrypted(`${path}.peer`, KEYS.database, { synchronous: 'NORMAL', journalMode: 'WAL' });
  return { database: opened, peer: openedPeer, memory, store: patternStore(opened, KEYS, thresholds), keyOf };
}
