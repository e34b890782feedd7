import type { EncryptedDatabase } from './encrypted_database.ts';

/** Rest after the last commit before the write-ahead log is copied back, milliseconds. */
const REST_MS = 400;
/** After so many commits the log is copied back even without rest. */
const LONGEST_LOG_COMMITS = 500;
/** Room made in the log beforehand: flushing into a file that need not grow costs half of one that must. */
const LOG_BYTES = 8 * 1024 * 1024;

/**
 * Lets the write-ahead log grow once, now: pages that spill out of the cache are written to it, the rollback leaves
 * them as room for real frames. Nothing of it ever becomes part of the database.
 */
function makeRoomInLog(database: EncryptedDatabase): void {
  const cache = database.pragma('cache_size', { simple: true });
  database.pragma('cache_size = 20');
  try {
    database.exec('BEGIN; CREATE TABLE room (filler BLOB)');
    database.prepare('INSERT INTO room VALUES (zeroblob(?))').run(LOG_BYTES);
  } catch {
    // A disk nearly full, or another process at work: the log grows when it must.
  }
  if (database.inTransaction) database.exec('ROLLBACK');
  database.pragma(`cache_size = ${Number(cache)}`);
}

export interface CheckpointAtRest {
  afterCommit(): void;
  stop(): void;
}

/** Moves checkpoints out of commits: no officer waits for one. */
export function checkpointAtRest(database: EncryptedDatabase): CheckpointAtRest {
  database.pragma('wal_autocheckpoint = 0');
  makeRoomInLog(database);
  let commits = 0;
  let timer: NodeJS.Timeout | null = null;

  const checkpoint = () => {
    timer = null;
    commits = 0;
    try {
      database.pragma('wal_checkpoint(PASSIVE)');
    } catch {
      // The log keeps everything; a full disk or a reader only puts the copying off.
    }
  };

  return {
    afterCommit() {
      commits++;
      if (commits > LONGEST_LOG_COMMITS) {
        if (timer) clearTimeout(timer);
        timer = setTimeout(checkpoint, 0);
      } else if (timer) timer.refresh();
      else timer = setTimeout(checkpoint, REST_MS);
    },
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}
