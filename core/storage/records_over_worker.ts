import { err } from '../domain/result.ts';
import type { Accounts } from '../ports/accounts.ts';
import type { CaseFiles } from '../ports/case_files.ts';
import type { Crossings } from '../ports/crossings.ts';
import type { Exclusions } from '../ports/exclusions.ts';
import type { Patterns } from '../ports/patterns.ts';
import type { Records, StorageProblem } from '../ports/records.ts';
import type { SecurityKeys } from '../ports/security_keys.ts';
import type { RecordsWorker, RecordsWorkerData } from './records_worker.ts';
import type { VerifyWorker } from './verify_worker.ts';
import { type WorkerCalls, workerCalls } from './worker_calls.ts';

export const THREAD_LOST: StorageProblem = { code: 'STORE_IO', detail: 'the storage thread has ended' };

export function startRecordsWorker(data: RecordsWorkerData): WorkerCalls<RecordsWorker> {
  return workerCalls<RecordsWorker>(new URL('./records_worker.ts', import.meta.url), data, err(THREAD_LOST));
}

/** The Records port over the thread that owns booth.db. */
export function recordsOverWorker(worker: WorkerCalls<RecordsWorker>, data: RecordsWorkerData): Records {
  return {
    commit: (step) => worker.call('commit', step),
    openClearance: (lane) => worker.call('openClearance', lane),
    lastRecordNumber: (lane) => worker.call('lastRecordNumber', lane),
    clearanceById: (id) => worker.call('clearanceById', id),
    clearanceByNumber: (recordNumber) => worker.call('clearanceByNumber', recordNumber),
    closedBetween: (lane, range, limit) => worker.call('closedBetween', { lane, ...range, limit }),
    proveCase: (clearance) => worker.call('proveCase', clearance),
    crossingsOf: (documentKey, limit) => worker.call('crossingsOf', { documentKey, limit }),
    referred: (lane, limit) => worker.call('referred', { lane, limit }),
    totals: (lane, since) => worker.call('totals', { lane, since }),
    backlog: () => worker.call('backlog', null),
    mark: (name) => worker.call('mark', name),
    journalOf: (clearance) => worker.call('journalOf', clearance),
    journalSize: () => worker.call('journalSize', null),
    exportJournal: (fromSeq, limit) => worker.call('exportJournal', { fromSeq, limit }),
    journalOfEvents: (events, range, limit) => worker.call('journalOfEvents', { events, ...range, limit }),
    async verifyJournal(progress) {
      const script = new URL('./verify_worker.ts', import.meta.url);
      const verifier = workerCalls<VerifyWorker>(
        script,
        { directory: data.directory, key: data.key },
        err(THREAD_LOST),
      );
      try {
        return await verifier.call('verify', null, progress);
      } finally {
        await verifier.end();
      }
    },
  };
}

/** The Accounts port over the same thread. */
export function accountsOverWorker(worker: WorkerCalls<RecordsWorker>): Accounts {
  return {
    find: (number) => worker.call('findAccount', number),
    save: (account) => worker.call('saveAccount', account),
    count: () => worker.call('countAccounts', null),
  };
}

/** The SecurityKeys port over the same thread. */
export function securityKeysOverWorker(worker: WorkerCalls<RecordsWorker>): SecurityKeys {
  return {
    of: (number) => worker.call('keysOf', number),
    add: (key) => worker.call('addKey', key),
    used: (use) => worker.call('keyUsed', use),
    remove: (id) => worker.call('removeKey', id),
  };
}

/** The CaseFiles port over the same thread. */
export function caseFilesOverWorker(worker: WorkerCalls<RecordsWorker>): CaseFiles {
  return {
    open: (kind) => worker.call('openFiles', kind),
    byId: (id) => worker.call('fileById', id),
    ofClearance: (clearance) => worker.call('filesOfClearance', clearance),
    closedSince: (kind, since, limit) => worker.call('filesClosedSince', { kind, since, limit }),
    countNumbered: (kind, prefix) => worker.call('countFiles', { kind, prefix }),
    evidence: (hash) => worker.call('evidence', hash),
  };
}

/** The Crossings port over the same thread. */
export function crossingsOverWorker(worker: WorkerCalls<RecordsWorker>): Crossings {
  return {
    ofPerson: (keys, limit) => worker.call('crossingsOfPerson', { keys, limit }),
    byId: (id) => worker.call('crossingById', id),
    count: () => worker.call('countCrossings', null),
  };
}

/** The Patterns port over the same thread. */
export function patternsOverWorker(worker: WorkerCalls<RecordsWorker>): Patterns {
  return {
    indicatorsFor: (crossing) => worker.call('indicatorsFor', crossing),
    forgetBefore: (before, limit) => worker.call('forgetPatterns', { before, limit }),
  };
}

/** The Exclusions port over the same thread. */
export function exclusionsOverWorker(worker: WorkerCalls<RecordsWorker>): Exclusions {
  return {
    ofDocument: (documentKey) => worker.call('exclusionsOf', documentKey),
    recent: (limit) => worker.call('recentExclusions', limit),
  };
}
