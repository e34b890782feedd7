import type { ListChange, WatchlistView } from '../../contract/watchlist_view.ts';
import type { Page } from './page.ts';

/** Which acts the window offers now. The booth judges again; this only spares people a refusal. */

export const isUnderWay = (change: ListChange | null): boolean =>
  change !== null && ['BUILDING', 'CHECKING', 'READY', 'SWAPPING'].includes(change.phase);

export const mayDiscard = (change: ListChange | null): boolean => isUnderWay(change) && change?.phase !== 'SWAPPING';

export const mayConfirm = (change: ListChange | null): boolean => change?.phase === 'READY';

export const mayGoBack = (
  page: Page,
  change: ListChange | null,
  list: WatchlistView['lists'][number] | null,
): boolean => page === 'lists' && list !== null && !isUnderWay(change);
