import type { EncryptedDatabase } from './encrypted_database.ts';

/** Rest after the last commit before the write-ahead log is copied back, milliseconds. */
const REST_MS = 400;
/** A log this long is copied back even without rest: about 32 MB of pages. */
const LONGEST_LOG_COMMITS = 1000;

export interface CheckpointAtRest {
  afterCommit(): void;
  stop(): void;
}

/** Moves checkpoints out of commits: no officer waits for one. */
export function checkpointAtRest(database: EncryptedDatabase): CheckpointAtRest {
  database.pragma('wal_autocheckpoint = 0');
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
