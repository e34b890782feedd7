import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../domain/result.ts';
import type { JournalVerdict, StorageProblem } from '../ports/records.ts';
import { openEncrypted } from './encrypted_database.ts';
import { readAnchor } from './journal_anchor.ts';
import { boothDatabasePath } from './open_booth_database.ts';
import { serveCalls } from './serve_calls.ts';
import { guarded } from './storage_problem.ts';
import { storeKeys } from './store_keys.ts';
import { verifyJournal } from './verify_journal.ts';

export interface VerifyWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
}

/** A thread and a read-only connection of its own: a long walk holds up no commit, and sees one moment throughout. */
export type VerifyWorker = {
  verify(nothing: null): Result<JournalVerdict, StorageProblem>;
};

const { directory, key } = workerData as VerifyWorkerData;

function verify(_nothing: null, progress: (done: number) => void): Result<JournalVerdict, StorageProblem> {
  const keys = storeKeys(key);
  const verified = guarded(directory, (): Result<JournalVerdict, StorageProblem> => {
    const anchor = readAnchor(directory, keys.journal);
    const database = openEncrypted(boothDatabasePath(directory), keys.database, {
      synchronous: 'FULL',
      journalMode: 'WAL',
      readOnly: true,
    });
    try {
      // Every page, of indexes too: each carries a keyed seal of its own.
      const pages = database.pragma('quick_check(1)', { simple: true });
      if (pages !== 'ok') return err({ code: 'STORE_DAMAGED', detail: 'a page does not hold' });
      return ok(database.transaction(() => verifyJournal(database, keys.journal, anchor, progress)).deferred());
    } finally {
      database.close();
    }
  });
  return verified.ok ? verified.value : verified;
}

serveCalls(() => ({ verify }));
