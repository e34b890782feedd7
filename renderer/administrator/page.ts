import type { ToldApart } from '../../contract/watchlist_view.ts';
import type { IncomingAnswer } from './use_incoming.ts';
import type { Search } from './use_search.ts';

/** The four pages of the administrator's window; each has its key. */
export type Page = 'lists' | 'search' | 'change' | 'apart';

/** What the window opens with; only the page of examples says more than nothing. */
export interface Opening {
  readonly page?: Page;
  readonly search?: Search;
  readonly incoming?: IncomingAnswer;
  readonly decisions?: readonly ToldApart[];
  readonly dialog?: 'confirm';
}
