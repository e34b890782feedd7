import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import type { ListHeader } from '../../ports/watchlist.ts';
import { NOW } from './temporary_store.ts';

/** A list of invented lost documents, for tests. */
export const DOCUMENT_LIST: ListHeader = {
  list: 'LOST DOCUMENTS',
  kind: 'LOST_STOLEN',
  version: '1',
  asOf: NOW,
  agedAfterHours: 24,
  expiredAfterHours: 72,
};

export function documentNumber(place: number): string {
  return `B${String(place * 7919).padStart(8, '0')}`;
}

/** So many entries; each says of which version it is. */
export async function* documentEntries(count: number, version: number): AsyncGenerator<WatchlistEntry> {
  for (let place = 0; place < count; place++) {
    const documents = [{ number: documentNumber(place), issuer: 'VNM', status: 'LOST' }] as const;
    yield { id: `L${place}`, names: [], documents, decision: String(version) };
  }
}
