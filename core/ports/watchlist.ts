import type { Result } from '../domain/result.ts';
import type { Hit, ListKind, ScreeningQuery, WatchlistEntry } from '../domain/screening/entry.ts';

/** A list copy in the booth. `asOf` is when the authority closed it, `importedAt` when the booth took it in (ms since 1970). */
export interface ListStatus {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  readonly entries: number;
  readonly asOf: number;
  readonly importedAt: number;
  /** Hours after `asOf` at which the copy is AGED, and at which it is EXPIRED. */
  readonly agedAfterHours: number;
  readonly expiredAfterHours: number;
}

export type WatchlistProblemCode =
  | 'LIST_FILE_UNREADABLE'
  | 'LIST_FILE_EMPTY'
  | 'LIST_FORMAT'
  | 'LIST_STORE_DAMAGED'
  | 'LIST_STORE_FULL'
  | 'LIST_STORE_IO';

export interface WatchlistProblem {
  readonly code: WatchlistProblemCode;
  /** Never holds personal data. */
  readonly detail: string;
}

export interface Screening {
  /** Best first. Holds discreet hits too: who shows them must part them. */
  readonly hits: readonly Hit[];
  /** Every list that was asked, with its version: what the answer was judged by. */
  readonly lists: readonly ListStatus[];
  readonly tookMs: number;
}

/** The booth's own copy of every list. Look-ups never wait for an import. */
export interface Watchlist {
  /** Exact document number and issuer, personal number, name and birth date. */
  screen(query: ScreeningQuery): Promise<Result<Screening, WatchlistProblem>>;
  status(): Promise<Result<readonly ListStatus[], WatchlistProblem>>;
}

export interface ListHeader {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  readonly asOf: number;
  readonly agedAfterHours: number;
  readonly expiredAfterHours: number;
}

/** A row that could not be taken in; the others are. Holds no personal data. */
export interface RejectedRow {
  readonly line: number;
  readonly reason: string;
}

export interface ImportSummary {
  readonly list: string;
  readonly version: string;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly rejected: readonly RejectedRow[];
  readonly rejectedCount: number;
  readonly seconds: number;
}

/** How far a list was drawn from its file, as the file lies on disk. */
export interface BytesDrawn {
  readonly bytes: number;
  /** Null where the size is not known. */
  readonly totalBytes: number | null;
}

/** The rows of a list, good and bad, in the order of the file; throws ListFileError where the whole file is of no use. */
export interface ListRows extends AsyncIterable<WatchlistEntry | RejectedRow> {
  /** Absent where the rows come from no file. */
  readonly drawn?: () => BytesDrawn;
}

export interface ImportProgress extends BytesDrawn {
  /** Rows read so far, good and bad. */
  readonly read: number;
}

/** Takes a whole list in: built aside, swapped in at once; a failure leaves the old list in service. */
export interface WatchlistImport {
  replace(
    header: ListHeader,
    rows: ListRows,
    progress?: (progress: ImportProgress) => void,
  ): Promise<Result<ImportSummary, WatchlistProblem>>;
}
