import type { ListKind } from '../domain/screening/entry.ts';
import type { ListRows } from '../ports/watchlist.ts';
import { canadaXml } from './canada_xml.ts';
import { ftmJsonLines } from './ftm_jsonl.ts';
import { jsonLines } from './jsonl.ts';
import { type ListFileFactsAnswer, listFileFacts } from './list_file.ts';
import { ofacCsv, ofacFacts } from './ofac_csv.ts';
import { openSanctionsCsv } from './opensanctions_csv.ts';
import { unFacts, unXml } from './un_xml.ts';

export interface ListFormat {
  /** The list and kind that a file of this form is, unless said otherwise. */
  readonly list: string;
  readonly kind: ListKind;
  readonly rows: (path: string) => ListRows;
  /** Version and age of the list, as far as the form says them. */
  readonly facts: (path: string) => ListFileFactsAnswer;
}

const facts = (path: string) => listFileFacts(path);

/** By the name that `watchlist import --format` takes. */
export const LIST_FORMATS: Readonly<Record<string, ListFormat>> = {
  'ofac-csv': { list: 'OFAC-SDN', kind: 'SANCTIONS', rows: ofacCsv, facts: ofacFacts },
  'un-xml': { list: 'UN', kind: 'SANCTIONS', rows: unXml, facts: unFacts },
  'opensanctions-csv': { list: 'OPENSANCTIONS', kind: 'SANCTIONS', rows: openSanctionsCsv, facts },
  ftm: { list: 'FTM', kind: 'SANCTIONS', rows: (path) => ftmJsonLines(path), facts },
  'canada-xml': { list: 'CANADA-SEMA', kind: 'SANCTIONS', rows: canadaXml, facts },
  jsonl: { list: 'LOCAL', kind: 'OTHER', rows: jsonLines, facts },
};
