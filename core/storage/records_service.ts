import type { ChainHead } from '../domain/audit/journal_chain.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Exclusion } from '../domain/screening/exclusion.ts';
import type { Account } from '../ports/accounts.ts';
import type { CaseFile, CaseKind, Evidence } from '../ports/case_files.ts';
import type { Crossing, PersonKeys } from '../ports/crossings.ts';
import type { PatternAnswer } from '../ports/patterns.ts';
import type {
  CaseProof,
  JournalEntry,
  JournalInput,
  Json,
  LaneTotals,
  RecordStep,
  StorageProblem,
  StoredClearance,
} from '../ports/records.ts';
import type { KeyUse, SecurityKey } from '../ports/security_keys.ts';
import { accountStore } from './account_store.ts';
import { anchorKeeper } from './anchor_keeper.ts';
import { caseFileStore } from './case_file_store.ts';
import { checkpointAtRest } from './checkpoint_at_rest.ts';
import { canonicalClearance, clearanceRow, clearanceStore } from './clearance_store.ts';
import { crossingStore } from './crossing_store.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import { exclusionStore } from './exclusion_store.ts';
import { journalStore, NOTHING_BOUND } from './journal_store.ts';
import { markStore } from './mark_store.ts';
import { canonicalOutbox, outboxStore } from './outbox_store.ts';
import { patternStore } from './patterns/pattern_store.ts';
import { type SealedRow, type SealedTable, sealedName, sealOfRow } from './sealed_rows.ts';
import { securityKeyStore } from './security_key_store.ts';
import { guarded } from './storage_problem.ts';
import { type StoreKeys, seal } from './store_keys.ts';
import { verifyClearance } from './verify_clearance.ts';

type Answer<T> = Result<T, StorageProblem>;

/** What the thread that owns booth.db answers. One argument a call, so that it crosses threads plainly. */
export type RecordsService = {
  commit(step: RecordStep): Answer<{ readonly lastSeq: number }>;
  openClearance(lane: string): Answer<StoredClearance | null>;
  lastRecordNumber(lane: string): Answer<number>;
  clearanceById(id: string): Answer<StoredClearance | null>;
  clearanceByNumber(recordNumber: string): Answer<StoredClearance | null>;
  closedBetween(ask: {
    readonly lane: string;
    readonly from: number;
    readonly before: number;
    readonly limit: number;
  }): Answer<readonly StoredClearance[]>;
  proveCase(clearance: string): Answer<CaseProof>;
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
  keysOf(number: string): Answer<readonly SecurityKey[]>;
  addKey(key: SecurityKey): Answer<void>;
  keyUsed(use: KeyUse): Answer<boolean>;
  removeKey(id: string): Answer<void>;
  exclusionsOf(documentKey: string): Answer<readonly Exclusion[]>;
  recentExclusions(limit: number): Answer<readonly Exclusion[]>;
  openFiles(kind: CaseKind): Answer<readonly CaseFile[]>;
  fileById(id: string): Answer<CaseFile | null>;
  filesOfClearance(clearance: string): Answer<readonly CaseFile[]>;
  filesClosedSince(ask: {
    readonly kind: CaseKind;
    readonly since: number;
    readonly limit: number;
  }): Answer<readonly CaseFile[]>;
  countFiles(ask: { readonly kind: CaseKind; readonly prefix: string }): Answer<number>;
  evidence(hash: string): Answer<Evidence | null>;
  crossingsOfPerson(ask: { readonly keys: PersonKeys; readonly limit: number }): Answer<readonly Crossing[]>;
  crossingById(id: string): Answer<Crossing | null>;
  countCrossings(nothing: null): Answer<number>;
  indicatorsFor(crossing: Crossing): Answer<PatternAnswer>;
  forgetPatterns(ask: { readonly before: number; readonly limit: number }): Answer<number>;
  lastCrossingPlace(nothing: null): Answer<number>;
  close(nothing: null): Answer<void>;
};

/** A stored step always has an entry, so that the seal of the state has a place in the chain. */
function entriesOf(step: RecordStep, terminal: string): readonly JournalInput[] {
  const stores = step.clearance || step.outbox || step.crossing || step.files?.length || step.evidence?.length;
  if (step.entries.length > 0 || !stores) return step.entries;
  return [
    {
      event: 'STATE_STORED',
      at: step.clearance?.closedAt ?? step.clearance?.openedAt ?? step.files?.[0]?.openedAt ?? 0,
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

/** The seals of the step's other rows stand in its last entry. */
function withRowSeals(entry: JournalInput, seals: Readonly<Record<string, string>>): JournalInput {
  if (Object.keys(seals).length === 0) return entry;
  const { data } = entry;
  const told = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : { data };
  return { ...entry, data: data === null ? { sealed: seals } : { ...told, sealed: seals } };
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
  const securityKeys = securityKeyStore(database);
  const exclusions = exclusionStore(database, keys);
  const marks = markStore(database);
  const files = caseFileStore(database);
  const crossings = crossingStore(database);
  const patterns = patternStore(database, keys);
  const anchor = anchorKeeper(directory, keys.journal, journal);
  const checkpoint = checkpointAtRest(database);
  const answer = <T>(work: () => T) => guarded(directory, work);

  function storeRows(step: RecordStep): Readonly<Record<string, string>> {
    const seals: Record<string, string> = {};
    const sealRow = (table: SealedTable, row: SealedRow) => {
      seals[sealedName(table, row)] = sealOfRow(keys.journal, table, row);
    };
    for (const file of step.files ?? []) sealRow('case_files', files.save(file));
    for (const piece of step.evidence ?? []) sealRow('evidence', files.add(piece));
    if (step.crossing) {
      sealRow('crossings', crossings.save(step.crossing));
      patterns.remember(step.crossing);
    }
    return seals;
  }

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
    const rowSeals = storeRows(step);
    const last = entries.length - 1;
    let head = journal.head();
    entries.forEach((entry, place) => {
      const told = withSeal(entry, seals);
      head =
        place === last
          ? journal.append(head, withRowSeals(told, rowSeals), bound)
          : journal.append(head, told, NOTHING_BOUND);
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
    clearanceByNumber: (recordNumber) => answer(() => clearances.byNumber(recordNumber)),
    closedBetween: (ask) => answer(() => clearances.closedBetween(ask.lane, ask.from, ask.before, ask.limit)),
    proveCase: (clearance) =>
      answer(() => database.transaction(() => verifyClearance(database, keys.journal, clearance)).deferred()),
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
    keysOf: (number) => answer(() => securityKeys.of(number)),
    addKey: (key) => answer(() => securityKeys.add(key)),
    keyUsed: (use) => answer(() => securityKeys.used(use)),
    removeKey: (id) => answer(() => securityKeys.remove(id)),
    exclusionsOf: (documentKey) => answer(() => exclusions.ofDocument(documentKey)),
    recentExclusions: (limit) => answer(() => exclusions.recent(limit)),
    openFiles: (kind) => answer(() => files.open(kind)),
    fileById: (id) => answer(() => files.byId(id)),
    filesOfClearance: (clearance) => answer(() => files.ofClearance(clearance)),
    filesClosedSince: ({ kind, since, limit }) => answer(() => files.closedSince(kind, since, limit)),
    countFiles: ({ kind, prefix }) => answer(() => files.countNumbered(kind, prefix)),
    evidence: (hash) => answer(() => files.evidence(hash)),
    crossingsOfPerson: ({ keys: known, limit }) => answer(() => crossings.ofPerson(known, limit)),
    crossingById: (id) => answer(() => crossings.byId(id)),
    countCrossings: () => answer(() => crossings.count()),
    indicatorsFor: (crossing) => answer(() => patterns.indicatorsFor(crossing)),
    forgetPatterns: ({ before, limit }) => answer(() => patterns.forget(before, limit)),
    lastCrossingPlace: () => answer(() => crossings.lastPlace()),
    close: () =>
      answer(() => {
        checkpoint.stop();
        anchor.close();
        database.close();
      }),
  };
}
