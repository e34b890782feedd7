import type { ListChange, WatchlistView } from '../../contract/watchlist_view.ts';
import type { Opening } from '../administrator/page.ts';
import * as views from './administrator_views.ts';
import { NOW } from './base_views.ts';

/** One picture of the administrator's window. */
export interface AdministratorExample {
  readonly kind: 'administrator';
  readonly view: WatchlistView;
  readonly opening: Opening;
  readonly refusal?: { readonly code: string; readonly data: Record<string, unknown> };
}

const at = (view: Partial<WatchlistView>, opening: Opening = {}): AdministratorExample => ({
  kind: 'administrator',
  view: { ...views.LISTS, ...view },
  opening,
});
const changing = (change: ListChange | null, opening: Opening = {}): AdministratorExample =>
  at({ change }, { page: 'change', incoming: views.FILES, ...opening });

/** Every state of the administrator's window, by name. */
export const ADMINISTRATOR_EXAMPLES: Readonly<Record<string, AdministratorExample>> = {
  'admin-lists': at({}),
  'admin-lists-empty': at({ lists: [] }),
  'admin-lists-failed': at({ problem: 'LIST_STORE_DAMAGED' }),
  'admin-lists-old': at(views.LISTS_OLD),
  'admin-lists-long': at(views.LISTS_LONG),
  'admin-lists-waiting': at({ change: views.READY }),
  'admin-offline': at({
    ...views.LISTS_OLD,
    connection: { state: 'OFFLINE', since: NOW - 6_720_000 },
    change: views.BUILDING,
  }),
  'admin-refused': { ...at({}), refusal: { code: 'LISTS_FAILED', data: { code: 'LIST_NO_EARLIER_COPY' } } },
  'admin-search': at({}, { page: 'search' }),
  'admin-search-running': at({}, { page: 'search', search: views.SEARCHING }),
  'admin-search-found': at({}, { page: 'search', search: views.FOUND_TWO }),
  'admin-search-long': at({}, { page: 'search', search: views.FOUND_LONG }),
  'admin-search-none': at({}, { page: 'search', search: views.FOUND_NONE }),
  'admin-search-wrong': at({}, { page: 'search', search: views.SEARCH_WRONG }),
  'admin-apart': at({}, { page: 'apart', decisions: views.DECISIONS }),
  'admin-apart-empty': at({}, { page: 'apart', decisions: [] }),
  'admin-apart-loading': at({}, { page: 'apart' }),
  'admin-change': changing(null),
  'admin-change-loading': at({}, { page: 'change' }),
  'admin-change-no-files': changing(null, { incoming: views.NO_FILES }),
  'admin-change-building': changing(views.BUILDING),
  'admin-change-checking': changing(views.CHECKING),
  'admin-change-ready': changing(views.READY),
  'admin-change-half-gone': changing(views.HALF_GONE),
  'admin-change-return': changing(views.RETURN),
  'admin-change-done': changing(views.DONE),
  'admin-change-discarded': changing(views.DISCARDED),
  'admin-change-failed': changing(views.FAILED),
  'admin-confirm': changing(views.HALF_GONE, { dialog: 'confirm' }),
};
