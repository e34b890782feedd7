import { candidateOf, type KeyOf } from '../../../core/domain/patterns/sighting_of.ts';
import { countedKeys, Remembered } from '../../../core/domain/patterns/testing/remembered.ts';
import type { Thresholds } from '../../../core/domain/patterns/thresholds.ts';
import { crossingStore } from '../../../core/storage/crossing_store.ts';
import { type EncryptedDatabase, openEncrypted } from '../../../core/storage/encrypted_database.ts';
import { MIGRATIONS } from '../../../core/storage/migrations/all_migrations.ts';
import { openBoothDatabase } from '../../../core/storage/open_booth_database.ts';
import { patternStore } from '../../../core/storage/patterns/pattern_store.ts';
import { storeKeys } from '../../../core/storage/store_keys.ts';
import { BENCH_KEY } from '../screening/store/bench_key.ts';
import { crossingOf } from './generated_history.ts';
import type { Step } from './journey.ts';

const KEYS = storeKeys(BENCH_KEY);
/** While a store is filled nothing has to outlive a loss of power, and a large cache spares its pages from being written twice. */
const FILLING = ['journal_mode = OFF', 'synchronous = OFF', 'cache_size = -6000000', 'temp_store = MEMORY'];
/** Counted keys are made as wide as hashed ones, so that rows of the peer are as long. */
const WIDE = 2 ** 51;

const PEER = `
CREATE TABLE peer (crossing INTEGER PRIMARY KEY, at INTEGER, trouble INTEGER, person INTEGER, document INTEGER,
  sponsor INTEGER, phone INTEGER, address INTEGER, party INTEGER, nationality TEXT) STRICT`;

/** The same history in a plain encrypted table and in memory. */
export interface Peers {
  readonly table: EncryptedDatabase;
  readonly memory: Remembered;
  readonly keyOf: KeyOf;
}

function filling(database: EncryptedDatabase): void {
  for (const one of FILLING) database.pragma(one);
}

/**
 * Fills booth.db of a data folder by the store's own code in one transaction. Its writings of sightings go to a table in memory
 * that hides the real one by its name, and from there into the real one in the order of its key: nothing but the speed differs.
 */
export function fillBooth(directory: string, steps: readonly Step[], thresholds: Thresholds): void {
  const opened = openBoothDatabase(directory, KEYS, MIGRATIONS);
  if (!opened.ok) throw new Error(opened.error.detail);
  const { database } = opened.value;
  filling(database);
  database.exec('CREATE TEMP TABLE pattern_sightings AS SELECT * FROM main.pattern_sightings');
  const store = patternStore(database, KEYS, thresholds);
  const crossings = crossingStore(database);
  database.transaction(() => {
    for (const [place, step] of steps.entries()) {
      const one = crossingOf(step, place);
      crossings.save(one);
      store.remember(one);
    }
    database.exec('INSERT INTO main.pattern_sightings SELECT * FROM temp.pattern_sightings ORDER BY key, at, crossing');
  })();
  database.exec('DROP TABLE temp.pattern_sightings');
  database.pragma('journal_mode = WAL');
  database.close();
}

/** What the store is measured against. Keys are counted here and not hashed, which favours the peers a little. */
export function fillPeers(path: string, steps: readonly Step[], thresholds: Thresholds): Peers {
  const table = openEncrypted(path, KEYS.database, { synchronous: 'NORMAL', journalMode: 'DELETE' });
  filling(table);
  table.exec(PEER);
  const insert = table.prepare('INSERT INTO peer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const memory = new Remembered();
  const counted = countedKeys();
  const keyOf: KeyOf = (kind, text) => counted(kind, text) + WIDE;
  table.transaction(() => {
    for (const [place, step] of steps.entries()) {
      const candidate = candidateOf(crossingOf(step, place), place + 1, keyOf, thresholds);
      const { crossing, at, trouble, person, document, party, nationality } = candidate.seen;
      const { sponsor, phone, address } = candidate.keys;
      insert.run(crossing, at, trouble, person, document, sponsor, phone, address, party, nationality);
      memory.add(candidate);
    }
  })();
  table.close();
  return {
    table: openEncrypted(path, KEYS.database, { synchronous: 'NORMAL', journalMode: 'DELETE' }),
    memory,
    keyOf,
  };
}

/** Bytes of tables and their indexes in booth.db, by table name. */
export function bytesOf(directory: string, tables: readonly string[]): number {
  const opened = openBoothDatabase(directory, KEYS, MIGRATIONS);
  if (!opened.ok) throw new Error(opened.error.detail);
  const { database } = opened.value;
  const pages = database
    .prepare<[string], number>(
      'SELECT sum(pgsize) FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)',
    )
    .pluck();
  try {
    return tables.reduce((sum, table) => sum + (pages.get(table) ?? 0), 0);
  } finally {
    database.close();
  }
}
