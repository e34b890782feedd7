import { emptyDocumentKey } from '../../domain/screening/documents/document_key.ts';
import { type FilterImage, fuseFilter } from '../../domain/screening/documents/fuse_filter.ts';
import { documentStore } from './document_store.ts';

/**
 * Reads a finished store back as a stranger would: all of it, its number of documents, its digest, and that the filter,
 * where one is given, loses none. Throws SqliteError.
 */
export function documentsHold(path: string, key: Buffer, expectedDigest: string, image?: FilterImage | null): boolean {
  if (image === null) return false;
  const store = documentStore(path, key);
  try {
    const filter = image && fuseFilter(image);
    const documentKey = emptyDocumentKey();
    let documents = 0;
    let missed = 0;
    const digest = store.readBack((high, low) => {
      documentKey[0] = high;
      documentKey[1] = low;
      documents++;
      if (filter && !filter.mayHold(documentKey)) missed++;
    });
    return missed === 0 && documents === store.content.documents && digest === expectedDigest;
  } finally {
    store.close();
  }
}
