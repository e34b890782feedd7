import type { Result } from '../domain/result.ts';
import type { Hit, ListKind, ScreeningQuery, WatchlistEntry } from '../domain/screening/entry.ts';

/**
 * IN_SERVICE: answers whole. PREPARING: its numbers answer, its names not yet, because the search index is being made
 * again. NEEDS_RELOAD: an earlier state answers, because changes are missing or a newer copy is damaged.
 */
export type ListState = 'IN_SERVICE' | 'PREPARING' | 'NEEDS_RELOAD';

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
  /** The number of the person who ordered the import of this copy. */
  readonly importedBy?: string;
  /** The list authority whose signature held when this copy was taken in; absent when it was not signed. */
  readonly signedBy?: string;
  readonly state: ListState;
  /** Of `entries`: those with a name; and the others, which are found by a number only. */
  readonly persons: number;
  readonly documentsOnly: number;
  /** What the copy takes on the disk. */
  readonly bytes: number;
  /** The authority's own number of this state of the list, where it gives one. */
  readonly sequence: number | null;
  /** When changes were last taken in over this copy, or null. */
  readonly lastDeltaAt: number | null;
}

export type WatchlistProblemCode =
  | 'LIST_FILE_UNREADABLE'
  | 'LIST_FILE_EMPTY'
  | 'LIST_FORMAT'
  | 'LIST_CHANGED_MEANWHILE'
  | 'LIST_OLDER'
  | 'DELTA_OUT_OF_ORDER'
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_UNKNOWN_AUTHORITY'
  | 'SIGNATURE_WRONG'
  | 'COUNT_WRONG'
  | 'DIGEST_WRONG'
  | 'LIST_NO_EARLIER_COPY'
  | 'IMPORT_CANCELLED'
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
  /** Entries whose last day lies in [from, before); days as YYYY-MM-DD. */
  lapsed(from: string, before: string): Promise<Result<readonly LapsedEntry[], WatchlistProblem>>;
}

/** An entry whose time has passed. */
export interface LapsedEntry {
  readonly list: string;
  readonly entry: string;
  readonly validTo: string;
}

export interface ListHeader {
  readonly list: string;
  readonly kind: ListKind;
  readonly version: string;
  readonly asOf: number;
  readonly agedAfterHours: number;
  readonly expiredAfterHours: number;
  /** The number of the person who ordered the import; absent when the booth itself or the command line did. */
  readonly importedBy?: string;
  /** Present: the rows are changes (ListChange), to be applied to exactly this version and no other. */
  readonly base?: string;
  /** The authority's running number of its snapshots and deltas. */
  readonly sequence?: number;
  /** Set by who has verified the signature, never by who only read it. */
  readonly signedBy?: string;
  /** Two persons ordered that a signed list be replaced by an unsigned or older one; it is recorded. */
  readonly exceptionOrdered?: boolean;
}

/** One row of a delta. */
export type ListChange =
  | { readonly op: 'add' | 'update'; readonly entry: WatchlistEntry }
  | { readonly op: 'withdraw'; readonly id: string };

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
export interface ListRows<Row = WatchlistEntry> extends AsyncIterable<Row | RejectedRow> {
  /** Absent where the rows come from no file. */
  readonly drawn?: () => BytesDrawn;
  /** The line of the row drawn last, from 1; absent where the rows come from no file. */
  readonly lastLine?: () => number;
}

export interface ImportProgress extends BytesDrawn {
  /** Rows read so far, good and bad. */
  readonly read: number;
  /** Of these, rows that could not be taken in. */
  readonly rejected: number;
}

/** A list that stands built and read back beside the one in service. A restart of the booth discards it. */
export interface PreparedList {
  /** Compared with the copy that is in service now. */
  readonly summary: ImportSummary;
  /** The version of the copy in service, null when the list is new. */
  readonly oldVersion: string | null;
  /** Entries of the copy in service. */
  readonly oldEntries: number;
  /** Puts it in service at once. LIST_CHANGED_MEANWHILE when another copy was put in service since: the comparison no longer holds. */
  swapIn(): Promise<Result<ImportSummary, WatchlistProblem>>;
  /** Leaves no trace of it; does nothing once it is in service. */
  discard(): Promise<void>;
}

export interface RevertedList {
  readonly list: string;
  /** The version that is in service again, and the one that was. */
  readonly version: string;
  readonly oldVersion: string;
}

/** Takes a whole list in: built aside, swapped in at once; a failure leaves the old list in service. */
export interface WatchlistImport {
  /** Builds aside and changes nothing. A row source that throws `ListFileError` ends it, with that error's problem. */
  prepare(
    header: ListHeader,
    rows: ListRows<WatchlistEntry | ListChange>,
    progress?: (progress: ImportProgress) => void,
  ): Promise<Result<PreparedList, WatchlistProblem>>;
  /** `prepare` and `swapIn` in one. */
  replace(
    header: ListHeader,
    rows: ListRows<WatchlistEntry | ListChange>,
    progress?: (progress: ImportProgress) => void,
  ): Promise<Result<ImportSummary, WatchlistProblem>>;
  /** The copy to which `revert` would go back, null when there is none. */
  copyBefore(list: string): Promise<Result<ListStatus | null, WatchlistProblem>>;
  /**
   * Puts the copy before back in service, read through first. Both copies stay, so that a second `revert` undoes the first.
   * LIST_NO_EARLIER_COPY; LIST_CHANGED_MEANWHILE when the copy before is not of this version; LIST_STORE_DAMAGED when it
   * does not hold.
   */
  revert(list: string, version: string): Promise<Result<RevertedList, WatchlistProblem>>;
  /** Makes new copies of lists that have many changes over them, beside all other work; ends when none is left. */
  compact(): Promise<void>;
}
