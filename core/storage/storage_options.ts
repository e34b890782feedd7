import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';

/** What a store is opened with. */
export interface StorageOptions {
  /** The data folder; made when absent. */
  readonly directory: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The name of this booth, for entries that the store itself writes. */
  readonly terminal: string;
}
