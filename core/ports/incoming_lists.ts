import type { Result } from '../domain/result.ts';
import type { ListKind, WatchlistEntry } from '../domain/screening/entry.ts';
import type { ListChange, ListHeader, ListRows, WatchlistProblem } from './watchlist.ts';

/** A file that was put down for the booth. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
}

/** A form of list file that can be read, with the list and kind such a file is unless said otherwise. */
export interface IncomingFormat {
  readonly format: string;
  readonly list: string;
  readonly kind: ListKind;
  /** A file of this form says itself which list it is, and who has signed it. */
  readonly saysItself: boolean;
}

/** Which list a file is. */
export interface ListName {
  readonly list: string;
  readonly kind: ListKind;
}

export interface OpenedList {
  readonly rows: ListRows<WatchlistEntry | ListChange>;
  /** What the file says of itself; its signature has been verified. */
  readonly header: Pick<ListHeader, 'version' | 'asOf' | 'base' | 'sequence' | 'signedBy'>;
}

/** The drop folder: where list files are put down for the booth to take in. */
export interface IncomingLists {
  readonly formats: readonly IncomingFormat[];
  /** Plain files only, newest first; LIST_FILE_UNREADABLE when the folder can not be read. */
  files(): Promise<Result<readonly IncomingFile[], WatchlistProblem>>;
  /** Where a file of `files` lies; LIST_FILE_UNREADABLE for any other name. */
  pathOf(name: string): Promise<Result<string, WatchlistProblem>>;
  /** Which list a file is that says so itself; LIST_FILE_UNREADABLE, LIST_FORMAT or a problem of its signature. */
  namedBy(file: string): Promise<Result<ListName, WatchlistProblem>>;
  /**
   * A file of `files` by its name, never a path, as this list; LIST_FILE_UNREADABLE for any other name, LIST_FORMAT for
   * one that says itself that it is another list.
   */
  open(name: string, format: string, as: ListName): Promise<Result<OpenedList, WatchlistProblem>>;
}
