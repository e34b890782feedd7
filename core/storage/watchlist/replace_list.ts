import { err, ok, type Result } from '../../domain/result.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { ListFileError } from '../../ports/list_file_error.ts';
import type {
  ImportProgress,
  ImportSummary,
  ListChange,
  ListRows,
  RejectedRow,
  WatchlistImport,
  WatchlistProblem,
} from '../../ports/watchlist.ts';
import type { StorageOptions } from '../storage_options.ts';
import { type ImportThread, startImportThread } from './import_thread.ts';
import type { ListCounts } from './list_writer.ts';
import { preparedList, type Swapped } from './prepared_list.ts';

const BATCH = 500;
/** So many rejected rows are told one by one; the rest is counted. */
const TOLD_REJECTIONS = 1000;

const NO_FILE = { bytes: 0, totalBytes: null };

type Progress = (progress: ImportProgress) => void;

interface Taken {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
}

function isRejected(row: WatchlistEntry | ListChange | RejectedRow): row is RejectedRow {
  return 'reason' in row && 'line' in row;
}

/** Draws the rows and hands them over in batches, never more than one ahead of the writer. */
async function takeRows(
  rows: ListRows<WatchlistEntry | ListChange>,
  writer: ImportThread,
  progress: Progress,
): Promise<Result<Taken, WatchlistProblem>> {
  const rejected: RejectedRow[] = [];
  let rejectedCount = 0;
  let read = 0;
  let accepted = 0;
  let batch: { readonly entry: WatchlistEntry | ListChange; readonly line: number }[] = [];
  const reject = (row: RejectedRow) => {
    rejectedCount++;
    if (rejected.length < TOLD_REJECTIONS) rejected.push(row);
  };
  const hand = async () => {
    const handed = batch;
    batch = [];
    const added = await writer.call(
      'add',
      handed.map(({ entry }) => entry),
    );
    if (!added.ok) return added;
    for (const { place, reason } of added.value) reject({ line: handed[place]?.line ?? 0, reason });
    accepted += handed.length - added.value.length;
    progress({ read, rejected: rejectedCount, ...(rows.drawn?.() ?? NO_FILE) });
    return ok(null);
  };
  for await (const row of rows) {
    read++;
    if (isRejected(row)) reject(row);
    else batch.push({ entry: row, line: rows.lastLine?.() ?? read });
    if (batch.length < BATCH) continue;
    const handed = await hand();
    if (!handed.ok) return handed;
  }
  const handed = await hand();
  return handed.ok ? ok({ read, accepted, rejected, rejectedCount }) : handed;
}

/** A file that gives nothing, or mostly refuse, is the wrong file: the list in service stays. */
function usable(taken: Taken, isDelta: boolean): WatchlistProblem | null {
  if (taken.rejectedCount * 2 > taken.read) {
    return { code: 'LIST_FORMAT', detail: `${taken.rejectedCount} of ${taken.read} rows rejected` };
  }
  // Changes may be none: the authority says that its list is the same at a later hour.
  if (isDelta && taken.read === 0) return null;
  return taken.accepted === 0 ? { code: 'LIST_FILE_EMPTY', detail: 'no entry in the file' } : null;
}

async function build(
  rows: ListRows<WatchlistEntry | ListChange>,
  writer: ImportThread,
  isDelta: boolean,
  progress: Progress,
): Promise<Result<{ readonly taken: Taken; readonly counts: ListCounts }, WatchlistProblem>> {
  const taken = await takeRows(rows, writer, progress);
  if (!taken.ok) return taken;
  const unusable = usable(taken.value, isDelta);
  if (unusable) return err(unusable);
  const counts = await writer.call('finish', null);
  return counts.ok ? ok({ taken: taken.value, counts: counts.value }) : counts;
}

/** The failure of a file while it is drawn; anything else is a bug. */
function fileProblem(problem: unknown): WatchlistProblem {
  if (problem instanceof ListFileError) return problem.problem;
  if (problem instanceof Error && 'syscall' in problem && 'code' in problem) {
    return { code: 'LIST_FILE_UNREADABLE', detail: String(problem.code) };
  }
  throw problem;
}

/** Makes `WatchlistImport.prepare`; `swapped` is told once the new list is in service. */
export function listPreparer(options: StorageOptions, swapped: Swapped): WatchlistImport['prepare'] {
  return async (header, rows, progress = () => {}) => {
    const { directory, key, clock, ids } = options;
    const start = clock.monotonic();
    const writer = startImportThread({ directory, key });
    const stop = async () => {
      await writer.call('abandon', null);
      await writer.end();
    };
    try {
      const begun = await writer.call('begin', { header, importedAt: clock.now(), token: ids.uuid() });
      const built = begun.ok ? await build(rows, writer, header.base !== undefined, progress) : begun;
      if (!built.ok) {
        await stop();
        return built;
      }
      const { taken, counts } = built.value;
      const summary: ImportSummary = {
        list: header.list,
        version: header.version,
        read: taken.read,
        added: counts.added,
        changed: counts.changed,
        removed: counts.removed,
        rejected: taken.rejected,
        rejectedCount: taken.rejectedCount,
        seconds: (clock.monotonic() - start) / 1000,
      };
      return ok(preparedList(writer, header, summary, counts, swapped));
    } catch (problem) {
      await stop();
      return err(fileProblem(problem));
    }
  };
}

/** Makes `WatchlistImport.replace`. */
export function listReplacer(prepare: WatchlistImport['prepare']): WatchlistImport['replace'] {
  return async (header, rows, progress) => {
    const prepared = await prepare(header, rows, progress);
    return prepared.ok ? await prepared.value.swapIn() : prepared;
  };
}
