import type { ChainHead } from '../domain/audit/journal_chain.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Exclusion } from '../domain/screening/exclusion.ts';
import type { Account } from '../ports/accounts.ts';
import type {
  JournalEntry,
  JournalInput,
  Json,
  LaneTotals,
  RecordStep,
  StorageProblem,
  StoredClearance,
} from '../ports/records.ts';
import { accountStore } from './account_store.ts';
import { anchorKeeper } from './anchor_keeper.ts';
import { checkpointAtRest } from './checkpoint_at_rest.ts';
import { canonicalClearance, clearanceRow, clearanceStore } from './clearance_store.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { exclusionStore } from './exclusion_store.ts';
import { journalStore, NOTHING_BOUND } from './journal_store.ts';
import { markStore } from './mark_store.ts';
import { canonicalOutbox, outboxStore } from './outbox_store.ts';
import { guarded } from './storage_problem.ts';
import { type StoreKeys, seal } from './store_keys.ts';

type Answer<T> = Result<T, StorageProblem>;

/** What the thread that owns booth.db answers. One argument a call, so that it crosses threads plainly. */
export type RecordsService = {
  commit(step: RecordStep): Answer<{ readonly lastSeq: number }>;
  openClearance(lane: string): Answer<StoredClearance | null>;
  lastRecordNumber(lane: string): Answer<number>;
  clearanceById(id: string): Answer<StoredClearance | null>;
  crossingsOf(ask: { readonly documentKey: string; readonly limit: number }): Answer<readonly StoredClearance[]>;
  referred(ask: { readonly lane: string; readonly limit: number }): Answer<readonly StoredClearance[]>;
  totals(ask: { readonly lane: string; readonly since: number }): Answer<LaneTotals>;
  backlog(nothing: null): Answer<number>;
  mark(name: string): Answer<Json>;
  journalOf(clearance: string): Answer<readonly JournalEntry[]>;
  journalSize(nothing: null): Answer<number>;
  exportJournal(ask: { readonly fromSeq: number; readonly limit: number }): Answer<readonly JournalEntry[]>;
  journalOfEvents(ask: {
    readonly events: readonly string[];
    readonly from: number;
    readonly before: number;
    readonly limit: number;
  }): Answer<readonly JournalEntry[]>;
  findAccount(number: string): Answer<Account | null>;
  saveAccount(account: Account): Answer<void>;
  countAccounts(nothing: null): Answer<number>;
  exclusionsOf(documentKey: string): Answer<readonly Exclusion[]>;
  recentExclusions(limit: number): Answer<readonly Exclusion[]>;
  close(nothing: null): Answer<void>;
};

/** A stored step always has an entry, so that the seal of the state has a place in the chain. */
function entriesOf(step: RecordStep, terminal: string): readonly JournalInput[] {
  if (step.entries.length > 0 || (!step.clearance && !step.outbox)) return step.entries;
  return [
    {
      event: 'STATE_STORED',
      at: step.clearance?.closedAt ?? step.clearance?.openedAt ?? 0,
      actor: 'system',
      terminal,
      clearance: step.clearance?.id ?? step.outbox?.clearance ?? null,
      data: null,
    },
  ];
}

/** The seal of a changed exclusion stands in the entry that tells of it. */
function withSeal(entry: JournalInput, seals: ReadonlyMap<string, string>): JournalInput {
  const { data } = entry;
  if (seals.size === 0 || typeof data !== 'object' || data === null || !('exclusion' in data)) return entry;
  const row = seals.get(String(data.exclusion));
  return row === undefined ? entry : { ...entry, data: { ...data, row } };
}

/** The work on booth.db, all on one thread. */
export function recordsService(
  database: EncryptedDatabase,
  keys: StoreKeys,
  directory: string,
  terminal: string,
): RecordsService {
  const clearances = clearanceStore(database);
  const journal = journalStore(database, keys.journal);
  const outbox = outboxStore(database);
  const accounts = accountStore(database);
  const exclusions = exclusionStore(database, keys);
  const marks = markStore(database);
  const anchor = anchorKeeper(directory, keys.journal, journal);
  const checkpoint = checkpointAtRest(database);
  const answer = <T>(work: () => T) => guarded(directory, work);

  const store = database.transaction((step: RecordStep): ChainHead => {
    const row = step.clearance ? clearanceRow(step.clearance) : null;
    const sent = step.outbox
      ? { clearance: step.outbox.clearance, payload: JSON.stringify(step.outbox.payload) }
      : null;
    const bound = {
      stateHash: row ? seal(keys.journal, canonicalClearance(row)) : null,
      outboxHash: sent ? seal(keys.journal, canonicalOutbox(sent)) : null,
    };
    if (row) clearances.save(row);
    if (step.mark) marks.save(step.mark);
    const seals = exclusions.apply(step.exclusions ?? []);
    const entries = entriesOf(step, terminal);
    let head = journal.head();
    entries.forEach((entry, place) => {
      head = journal.append(head, withSeal(entry, seals), place === entries.length - 1 ? bound : NOTHING_BOUND);
    });
    if (sent) outbox.add({ seq: head.seq, ...sent });
    return head;
  });

  return {
    commit(step) {
      const committed = answer(() => store.immediate(step));
      if (!committed.ok) return committed;
      anchor.follow(committed.value);
      checkpoint.afterCommit();
      return ok({ lastSeq: committed.value.seq });
    },
    openClearance: (lane) => answer(() => clearances.open(lane)),
    lastRecordNumber: (lane) => answer(() => clearances.lastRunningNumber(lane)),
    clearanceById: (id) => answer(() => clearances.byId(id)),
    crossingsOf: (ask) => answer(() => clearances.ofDocument(ask.documentKey, ask.limit)),
    referred: (ask) => answer(() => clearances.referred(ask.lane, ask.limit)),
    totals: (ask) => answer(() => clearances.totals(ask.lane, ask.since)),
    backlog: () => answer(() => outbox.waiting()),
    mark: (name) => answer(() => marks.find(name)),
    journalOf: (clearance) => answer(() => journal.ofClearance(clearance)),
    journalSize: () => answer(() => journal.size()),
    exportJournal: (ask) => answer(() => journal.range(ask.fromSeq, ask.limit)),
    journalOfEvents: (ask) => answer(() => journal.ofEvents(ask.events, ask.from, ask.before, ask.limit)),
    findAccount: (number) => answer(() => accounts.find(number)),
    saveAccount: (account) => answer(() => accounts.save(account)),
    countAccounts: () => answer(() => accounts.count()),
    exclusionsOf: (documentKey) => answer(() => exclusions.ofDocument(documentKey)),
    recentExclusions: (limit) => answer(() => exclusions.recent(limit)),
    close: () =>
      answer(() => {
        checkpoint.stop();
        anchor.close();
        database.close();
      }),
  };
}
