import type { OpenedList } from '../ports/incoming_lists.ts';
import { ListFileError } from '../ports/list_file_error.ts';
import type { ListHeader, WatchlistImport } from '../ports/watchlist.ts';
import type { LaneContext } from './lane_context.ts';
import { type Change, progressView } from './list_change.ts';

/** How often a window is told of progress, in ms. */
const TELL_MS = 250;

/** The rows of a file until someone cancels; `atEnd` is told when the last one was drawn. */
function cancellable(rows: OpenedList['rows'], isCancelled: () => boolean, atEnd: () => void): OpenedList['rows'] {
  const { drawn, lastLine } = rows;
  return {
    ...(drawn === undefined ? {} : { drawn: () => drawn.call(rows) }),
    ...(lastLine === undefined ? {} : { lastLine: () => lastLine.call(rows) }),
    async *[Symbol.asyncIterator]() {
      for await (const row of rows) {
        if (isCancelled()) throw new ListFileError({ code: 'IMPORT_CANCELLED', detail: 'a person has cancelled it' });
        yield row;
      }
      atEnd();
    },
  };
}

/** Builds the list of a change aside and tells of the way there. */
export function buildList(
  context: LaneContext,
  importing: WatchlistImport,
  change: Change,
  opened: OpenedList,
  limits: Pick<ListHeader, 'agedAfterHours' | 'expiredAfterHours'>,
  tell: () => void,
): ReturnType<WatchlistImport['prepare']> {
  const started = context.clock.monotonic();
  let told = started;
  const header: ListHeader = {
    list: change.view.list,
    kind: change.view.kind,
    importedBy: change.view.orderedBy,
    ...opened.header,
    ...limits,
    ...(change.view.exception ? { exceptionOrdered: true } : {}),
  };
  const atEnd = () => {
    change.view = { ...change.view, phase: 'CHECKING' };
    tell();
  };
  const rows = cancellable(opened.rows, () => change.cancelledBy !== null, atEnd);
  return importing.prepare(header, rows, (done) => {
    const now = context.clock.monotonic();
    if (now - told < TELL_MS && change.view.progress !== null && change.view.phase === 'BUILDING') return;
    told = now;
    change.view = { ...change.view, progress: progressView(done, (now - started) / 1000) };
    tell();
  });
}
