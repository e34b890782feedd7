import type { ListKind } from '../domain/screening/entry.ts';
import type { ListRows } from '../ports/watchlist.ts';
import { jsonLines } from './jsonl.ts';
import { ofacCsv } from './ofac_csv.ts';

export interface ListFormat {
  /** The list and kind that a file of this form is, unless said otherwise. */
  readonly list: string;
  readonly kind: ListKind;
  readonly rows: (path: string) => ListRows;
}

/** By the name that `watchlist import --format` takes. */
export const LIST_FORMATS: Readonly<Record<string, ListFormat>> = {
  'ofac-csv': { list: 'OFAC-SDN', kind: 'SANCTIONS', rows: ofacCsv },
  jsonl: { list: 'LOCAL', kind: 'OTHER', rows: jsonLines },
};
