import type { ListChange } from '../../contract/watchlist_view.ts';
import { rateAndTimeLeft } from '../domain/screening/import_rate.ts';
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
  const begin = { at: 0, read: 0, bytes: 0, totalBytes };
  const { rowsPerSecond, secondsLeft } = rateAndTimeLeft([begin, { at: seconds * 1000, ...done }]);
  return {
    read,
    rejected,
    rowsPerSecond: Math.round(rowsPerSecond ?? 0),
    share: totalBytes === null || totalBytes === 0 ? null : Math.min(1, bytes / totalBytes),
    secondsLeft: secondsLeft === null ? null : Math.round(secondsLeft),
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
