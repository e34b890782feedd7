import type { ScreeningQuery } from '../../../../core/domain/screening/entry.ts';
import type { NameTable } from './name_table.ts';

/** So many candidates at most does a peer hand to the scorer. */
export const MOST_CANDIDATES = 200;

/** Another way to come from a name to the persons worth comparing. The scorer is the same for all. */
export interface Peer {
  readonly name: string;
  /** The places of persons worth comparing, at most MOST_CANDIDATES but for the scan. */
  candidates(query: ScreeningQuery): Iterable<number>;
  /** What the index takes on disk, bytes; 0 where it is held in memory. */
  readonly diskBytes: number;
  close(): void;
}

export interface PeerMaker {
  readonly name: string;
  build(table: NameTable): Peer;
}
