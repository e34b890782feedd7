import { parentPort, workerData } from 'node:worker_threads';
import { evaluate } from '../domain/entry/evaluate.ts';
import type { RuleSet } from '../domain/entry/rules.ts';
import { type Compared, type CrossingDifference, compareVerdicts } from '../domain/rehearsal/crossing_difference.ts';
import { RehearsalCount, type RehearsalSums } from '../domain/rehearsal/rehearsal_sums.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { CrossingRow } from './crossing_store.ts';
import { openEncrypted } from './encrypted_database.ts';
import { boothDatabasePath } from './open_booth_database.ts';
import { guarded } from './storage_problem.ts';
import { storeKeys } from './store_keys.ts';

/** What one thread of a rehearsal is started with: its run of the table, both ends counted. */
export interface RehearseWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
  readonly rules: RuleSet;
  readonly from: number;
  readonly to: number;
  /** Differences handed over one by one; further ones are counted only. */
  readonly told: number;
}

export type RehearseMessage =
  | { readonly what: 'SOME'; readonly read: number; readonly found: readonly CrossingDifference[] }
  | { readonly what: 'DONE'; readonly sums: RehearsalSums; readonly found: readonly CrossingDifference[] }
  | { readonly what: 'FAILED'; readonly problem: StorageProblem };

type Row = Pick<CrossingRow, 'record_number' | 'day' | 'nationality' | 'rules_version' | 'facts' | 'verdict'>;

/** Crossings between two messages. */
const TELL_EVERY = 5000;

/** As they were written, newest first: neighbours share pages. */
const ROWS = `
SELECT record_number, day, nationality, rules_version, facts, verdict FROM crossings
WHERE rowid BETWEEN ? AND ? ORDER BY rowid DESC`;

const data = workerData as RehearseWorkerData;
const tell = (message: RehearseMessage) => parentPort?.postMessage(message);

function compared(row: Row): Compared | null {
  // Decided while no rules were installed: there is nothing to compare with.
  if (row.rules_version === '') return null;
  try {
    const now = evaluate(data.rules, JSON.parse(row.facts));
    // Nearly every crossing is decided as before: that is seen without reading the old verdict.
    if (JSON.stringify(now) === row.verdict) return 'SAME';
    const crossing = {
      recordNumber: row.record_number,
      day: row.day,
      nationality: row.nationality,
      rulesVersion: row.rules_version,
      facts: JSON.parse(row.facts),
      verdict: JSON.parse(row.verdict),
    };
    return compareVerdicts(crossing, now);
  } catch {
    return null;
  }
}

function rehearse(): void {
  const count = new RehearsalCount();
  let found: CrossingDifference[] = [];
  let left = data.told;
  const database = openEncrypted(boothDatabasePath(data.directory), storeKeys(data.key).database, {
    synchronous: 'FULL',
    journalMode: 'WAL',
    readOnly: true,
  });
  const take = (row: Row) => {
    const one = compared(row);
    count.read++;
    if (one === null) count.notComparable++;
    else if (one === 'SAME') count.same++;
    else if (one === 'RULES') count.otherRules++;
    else {
      count.take(one);
      if (left-- > 0) found.push(one);
    }
    if (count.read % TELL_EVERY !== 0) return;
    tell({ what: 'SOME', read: count.read, found });
    found = [];
  };
  try {
    const rows = database.prepare<[number, number], Row>(ROWS);
    for (const row of rows.iterate(data.from, data.to)) take(row);
    tell({ what: 'DONE', sums: count.sums(), found });
  } finally {
    database.close();
  }
}

const ended = guarded(data.directory, rehearse);
if (!ended.ok) tell({ what: 'FAILED', problem: ended.error });
