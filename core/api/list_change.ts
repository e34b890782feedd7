import type { ListChange } from '../../contract/watchlist_view.ts';
import type { ImportProgress, ImportSummary, PreparedList } from '../ports/watchlist.ts';

/** A change of a list between its order and its end. Lives in memory only: a restart discards it. */
export interface Change {
  view: ListChange;
  /** Built aside and not yet in service. */
  prepared: PreparedList | null;
  /** Who has asked for its end while it was being built. */
  cancelledBy: string | null;
}

const OVER: readonly ListChange['phase'][] = ['DONE', 'DISCARDED', 'FAILED'];

export const isOver = (change: Change | null): boolean => change === null || OVER.includes(change.view.phase);

/** So many rejected rows go to the window; the count tells of the rest. */
const SHOWN_REJECTIONS = 200;
/** From this share of entries gone on, the people who confirm are warned: half a file looks like that. */
const MANY_REMOVED = 0.2;

/** How far and how fast, by the time since the first row. */
export function progressView(done: ImportProgress, seconds: number): NonNullable<ListChange['progress']> {
  const { read, rejected, bytes, totalBytes } = done;
  const share = totalBytes === null || totalBytes === 0 ? null : Math.min(1, bytes / totalBytes);
  const known = share !== null && share > 0 && seconds > 0;
  return {
    read,
    rejected,
    rowsPerSecond: seconds > 0 ? Math.round(read / seconds) : 0,
    share,
    secondsLeft: known ? Math.max(0, Math.round((seconds / share) * (1 - share))) : null,
  };
}

/** What the second person judges by. */
export function comparisonView(
  summary: ImportSummary,
  { oldVersion, oldEntries }: Pick<PreparedList, 'oldVersion' | 'oldEntries'>,
): NonNullable<ListChange['comparison']> {
  const { added, changed, removed, rejectedCount } = summary;
  return {
    oldVersion,
    newVersion: summary.version,
    oldEntries,
    newEntries: oldEntries + added - removed,
    added,
    changed,
    removed,
    manyRemoved: removed > oldEntries * MANY_REMOVED,
    rejectedCount,
    rejected: summary.rejected.slice(0, SHOWN_REJECTIONS).map(({ line, reason }) => ({ line, reason })),
  };
}
