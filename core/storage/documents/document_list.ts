import type { Judgement, PreparedQuery } from '../../domain/screening/classify.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';

/** What a store of documents says of itself, inside it. */
export interface DocumentListContent {
  /** Used for this one store: the keys of the files beside it come from it. */
  readonly token: string;
  readonly entries: number;
  /** Documents; an entry may have several, and one document may stand in several entries. */
  readonly documents: number;
  readonly bucketBits: number;
  /** SHA-256 over all that was stored, in order, hexadecimal. */
  readonly digest: string;
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  /** The filter beside the store: its shards, as they follow each other in the file. */
  readonly filter: { readonly shardBits: number; readonly bytes: number; readonly chunks: readonly number[] };
}

/** How a new copy differs from the one before, counted in documents. */
export interface DocumentCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export interface FinishedDocumentList {
  readonly content: DocumentListContent;
  readonly counts: DocumentCounts;
  /** Entries left out, because the same entry was there already. */
  readonly repeated: number;
}

/** Where the files of one store lie. */
export interface DocumentListFiles {
  readonly store: string;
  readonly filter: string;
}

/** Builds one store aside. Functions throw SqliteError, file system errors and ChunkDamaged. */
export interface DocumentListWriter {
  /** Takes an entry with documents and neither names nor a personal number. */
  add(entry: WatchlistEntry): void;
  /** Sorts, writes, reads back; null when what was written can not be read back as it was given. */
  finish(old: DocumentListFiles | null): FinishedDocumentList | null;
  /** Leaves no trace; safe at any time. */
  abandon(): void;
}

/** An entry whose time has passed. */
export interface EndedDocument {
  readonly id: string;
  readonly validTo: string;
}

export interface FoundDocument {
  readonly entry: WatchlistEntry;
  readonly judgement: Judgement;
}

/** One store, open for reading. Functions throw SqliteError. */
export interface DocumentListReader {
  readonly content: DocumentListContent;
  /** Entries under exactly this issuer and number; among those of long numbers may be others, that share its hash. */
  find(issuer: string, number: string): readonly WatchlistEntry[];
  /** Entries on the document at the desk, and, where there is none, on numbers that may be taken for it. */
  screen(prepared: PreparedQuery): FoundDocument[];
  /** Entries whose last day lies in [from, before); of a list with very many dated ones, none. */
  ended(from: string, before: string): EndedDocument[];
  close(): void;
}

/** Whether an entry is kept by its documents alone. */
export function isDocumentEntry(entry: WatchlistEntry): boolean {
  return entry.names.length === 0 && entry.personalNumber === undefined && (entry.documents ?? []).length > 0;
}
