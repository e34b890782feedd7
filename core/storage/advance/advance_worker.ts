import { basename } from 'node:path';
import { workerData } from 'node:worker_threads';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Passenger } from '../../domain/travel/advance.ts';
import type {
  AdvanceFile,
  AdvanceKnowledge,
  AdvanceProblem,
  AdvanceQuery,
  AdvanceStatus,
  AdvanceSummary,
  CentralKnowledge,
  CopiesState,
  ExpectedQuery,
  FlightQuery,
  KeptImport,
  Retention,
} from '../../ports/advance_data.ts';
import { AdvanceFileError } from '../../sync/advance_rows.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { serveCalls } from '../serve_calls.ts';
import { storageProblem } from '../storage_problem.ts';
import { storeKeys } from '../store_keys.ts';
import { purge } from './advance_purge.ts';
import { advanceReader } from './advance_reader.ts';
import { advanceWriter } from './advance_writer.ts';
import { openAdvanceDatabase } from './open_advance_database.ts';
import { takeFile } from './take_file.ts';

/** What the thread is started with. */
export interface AdvanceWorkerData {
  readonly directory: string;
  readonly key: Uint8Array;
}

const data = workerData as AdvanceWorkerData;

interface Open {
  readonly reader: ReturnType<typeof advanceReader>;
  /** Writes have a line of their own: while a file is taken in, look-ups see the copy before. */
  readonly writing: EncryptedDatabase;
  readonly reading: EncryptedDatabase;
  readonly renewed: boolean;
}
let opened: Open | null = null;
let writes: Promise<unknown> = Promise.resolve();

/** Opens at the first question; one that failed is tried again at the next. */
function store(): Open {
  if (opened !== null) return opened;
  const { database, another, renewed } = openAdvanceDatabase(data.directory, storeKeys(data.key).advance);
  opened = { reader: advanceReader(database), reading: database, writing: another(), renewed };
  return opened;
}

async function answered<T>(work: () => T | Promise<T>): Promise<Result<T, AdvanceProblem>> {
  try {
    return ok(await work());
  } catch (problem) {
    if (problem instanceof AdvanceFileError) return err({ code: problem.code, detail: problem.message });
    const named = storageProblem(problem, data.directory);
    if (named === null) throw problem;
    return err(named);
  }
}

/** One after the other: SQLite has one writer. */
function written<T>(work: (database: EncryptedDatabase) => T | Promise<T>): Promise<Result<T, AdvanceProblem>> {
  const result = writes.then(() => answered(() => work(store().writing)));
  writes = result.catch(() => {});
  return result;
}

function remember(database: EncryptedDatabase, { knowledge, now }: { knowledge: CentralKnowledge; now: number }): null {
  const writer = advanceWriter(database);
  database
    .transaction(() => {
      for (const visa of knowledge.visas ?? []) writer.visa.put(visa, now);
      for (const declaration of knowledge.declarations ?? []) writer.declaration.put(declaration, now);
      if (knowledge.movements !== null) writer.movements(knowledge.documentNumber, knowledge.movements, now);
    })
    .immediate();
  return null;
}

function stood(
  database: EncryptedDatabase,
  found: { passengers: readonly number[]; declarations: readonly string[]; at: number },
): null {
  const arrived = database.prepare('UPDATE passengers SET arrived_at = ? WHERE key = ? AND arrived_at IS NULL');
  const used = database.prepare('UPDATE declarations SET used_at = ? WHERE code = ? AND used_at IS NULL');
  database
    .transaction(() => {
      for (const key of found.passengers) arrived.run(found.at, key);
      for (const code of found.declarations) used.run(found.at, code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
    })
    .immediate();
  return null;
}

/** Whether the file that is being taken in has been given up; one is taken in at a time. */
let givenUp = false;

/** Takes a file in, and keeps how that ended where it was said who ordered it. */
async function take(
  database: EncryptedDatabase,
  { told, ...file }: AdvanceFile,
  progress: (bytes: number) => void,
): Promise<Result<AdvanceSummary, AdvanceProblem>> {
  const keep = (how: Pick<KeptImport, 'problem' | 'summary'>): void => {
    if (told === undefined) return;
    const kept: KeptImport = { form: file.form, file: basename(file.path), ...told, ...how };
    database.prepare('INSERT OR REPLACE INTO imports VALUES (?, ?, ?)').run(file.form, told.at, JSON.stringify(kept));
  };
  const done = (summary: AdvanceSummary) => keep({ problem: null, summary });
  const taken = await answered(() => takeFile(database, file, { progress, stopped: () => givenUp, done }));
  // What stood in the way of the file may stand in the way of this too: the file's own reason is what is told.
  if (!taken.ok) await answered(() => keep({ problem: taken.error, summary: null }));
  store().reader.countAnew();
  return taken;
}

const handlers = {
  known: (query: AdvanceQuery): Promise<Result<AdvanceKnowledge, AdvanceProblem>> =>
    answered(() => store().reader.known(query)),
  booking: (key: number): Promise<Result<readonly Passenger[], AdvanceProblem>> =>
    answered(() => store().reader.booking(key)),
  status: (days: { from: string; to: string }): Promise<Result<AdvanceStatus, AdvanceProblem>> =>
    answered(() => ({ ...store().reader.status(days), renewed: store().renewed })),
  take: (file: AdvanceFile, progress: (bytes: number) => void): Promise<Result<AdvanceSummary, AdvanceProblem>> => {
    givenUp = false;
    return written((database) => take(database, file, progress)).then((done) => (done.ok ? done.value : done));
  },
  giveUp: (_nothing: null): null => {
    givenUp = true;
    return null;
  },
  copies: (_nothing: null): Promise<Result<CopiesState, AdvanceProblem>> => answered(() => store().reader.copies()),
  flights: (query: FlightQuery) => answered(() => store().reader.flights(query)),
  expected: (query: ExpectedQuery) => answered(() => store().reader.expected(query)),
  remember: (told: { knowledge: CentralKnowledge; now: number }) => written((database) => remember(database, told)),
  stood: (found: Parameters<typeof stood>[1]) => written((database) => stood(database, found)),
  purge: ({ now, retention }: { now: number; retention: Retention }) =>
    written((database) => {
      const gone = purge(database, now, retention);
      if (gone > 0) store().reader.countAnew();
      return gone;
    }),
  close: (_nothing: null) =>
    written(() => {
      opened?.writing.close();
      opened?.reading.close();
      opened = null;
      return null;
    }),
};
/** What the thread answers; `take` is asked without its progress, which goes by messages of its own. */
export type AdvanceWorker = Omit<typeof handlers, 'take'> & {
  take(file: AdvanceFile): Promise<Result<AdvanceSummary, AdvanceProblem>>;
};

serveCalls(() => handlers);
