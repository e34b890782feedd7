import { judge, type PreparedQuery } from '../../domain/screening/classify.ts';
import { emptyDocumentKey, packDocument } from '../../domain/screening/documents/document_key.ts';
import { type FilterImage, fuseFilter } from '../../domain/screening/documents/fuse_filter.ts';
import { judgeSimilarDocument } from '../../domain/screening/documents/judge_similar.ts';
import { lookAlikesOf } from '../../domain/screening/documents/look_alike_numbers.ts';
import { numberShapes } from '../../domain/screening/documents/number_shapes.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { foldIssuer, foldNumber } from '../../domain/screening/fold.ts';
import type { DocumentListReader, FoundDocument } from './document_list.ts';
import { documentStore } from './document_store.ts';

/** An issuer that a list does not know; a number under it is asked for whatever the issuer at the desk. */
const UNKNOWN_ISSUERS = ['', 'XXX'];
const NOTHING: readonly WatchlistEntry[] = [];

/**
 * Opens a finished store, with its filter as another thread has read it (filter_file.ts); without one the store answers
 * the same, some 20 microseconds later. Throws SqliteError.
 */
export function documentListReader(path: string, key: Buffer, image: FilterImage | null): DocumentListReader {
  const store = documentStore(path, key);
  const filter = image && fuseFilter(image);
  const shapes = numberShapes(store.content.shapes);
  const documentKey = emptyDocumentKey();

  const find = (issuer: string, number: string): readonly WatchlistEntry[] => {
    packDocument(issuer, number, documentKey);
    if (filter && !filter.mayHold(documentKey)) return NOTHING;
    const listed = store.find(documentKey[0] ?? 0, documentKey[1] ?? 0);
    return listed ? store.entries(documentKey, listed) : NOTHING;
  };

  const equal = (prepared: PreparedQuery, issuer: string, number: string): FoundDocument[] => {
    const issuers =
      issuer === '' ? shapes.issuers : [issuer, ...UNKNOWN_ISSUERS.filter((one) => shapes.issuers.has(one))];
    const found: FoundDocument[] = [];
    for (const asked of issuers) {
      for (const entry of find(asked, number)) {
        const judgement = judge(prepared, entry);
        if (judgement) found.push({ entry, judgement });
      }
    }
    return found;
  };

  const similar = (prepared: PreparedQuery, issuer: string, number: string): FoundDocument[] => {
    const candidates = lookAlikesOf(number, (place, code) => shapes.mayHold(issuer, number.length, place, code));
    const found: FoundDocument[] = [];
    for (const candidate of candidates) {
      for (const entry of find(issuer, candidate)) {
        const judgement = judgeSimilarDocument(prepared.query, entry);
        if (judgement) found.push({ entry, judgement });
      }
    }
    return found;
  };

  return {
    content: store.content,
    find,
    screen(prepared) {
      const number = foldNumber(prepared.query.documentNumber ?? '');
      if (number === '') return [];
      const issuer = foldIssuer(prepared.query.issuer ?? '');
      const found = equal(prepared, issuer, number);
      return found.length > 0 || issuer === '' ? found : similar(prepared, issuer, number);
    },
    ended: store.ended,
    close: store.close,
  };
}
