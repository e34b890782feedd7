import type { Result } from '../domain/result.ts';
import type { ListKind } from '../domain/screening/entry.ts';
import type { ListRows, WatchlistProblem } from './watchlist.ts';

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
}

export interface OpenedList {
  readonly rows: ListRows;
  readonly version: string;
  readonly asOf: number;
}

/** The drop folder: where list files are put down for the booth to take in. */
export interface IncomingLists {
  readonly formats: readonly IncomingFormat[];
  /** Plain files only, newest first; LIST_FILE_UNREADABLE when the folder can not be read. */
  files(): Promise<Result<readonly IncomingFile[], WatchlistProblem>>;
  /** A file of `files` by its name, never a path; LIST_FILE_UNREADABLE for any other name. */
  open(name: string, format: string): Promise<Result<OpenedList, WatchlistProblem>>;
}
