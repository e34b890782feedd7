import { emptyDocumentKey, packDocument, unpackDocument } from '../../domain/screening/documents/document_key.ts';
import type { WatchlistEntry } from '../../domain/screening/entry.ts';
import { OWN_FORM } from './document_store.ts';
import { type EntryForm, wholeEntry } from './entry_form.ts';
import { RECORD_WORDS } from './record_spool.ts';

/** What the writer knows of entries taken in. */
export interface KeptEntries {
  keepOwn(entries: readonly WatchlistEntry[]): number;
  ownEntries(number: number): WatchlistEntry[];
  readonly forms: ReadonlyMap<string, number>;
}

/** No document is reported so often; entries beyond count as repeated. */
const MOST_OF_ONE = 1000;

interface Place {
  readonly form: number;
  readonly identity: number;
}

type Batches = Iterable<{ readonly records: Uint32Array; readonly count: number }>;
type Emit = (high: number, low: number, form: number, identity: number) => void;

/**
 * Goes through records in order and gives each key once. What several entries say of one document, and of documents
 * that only share a hash, is kept in full as one. Answers how many entries were there twice.
 */
export function gatherEqualKeys(batches: Batches, kept: KeptEntries, emit: Emit): { readonly repeated: number } {
  let repeated = 0;
  let formTexts: Map<number, string> | null = null;
  const documentKey = emptyDocumentKey();

  const entriesOf = (form: number, identity: number): WatchlistEntry[] => {
    if (form === OWN_FORM) return kept.ownEntries(identity);
    formTexts ??= new Map([...kept.forms].map(([text, number]) => [number, text]));
    const known = JSON.parse(formTexts.get(form) ?? 'null') as EntryForm | null;
    const document = unpackDocument(documentKey);
    if (!known || !document) throw new Error('a form that was never taken in');
    return [wholeEntry(known, identity, document)];
  };

  /** The different places among records of one key. */
  const placesOf = (records: Uint32Array, from: number, to: number): Place[] => {
    const different = new Map<string, Place>();
    for (let at = from; at < to; at++) {
      const { form, identity } = placeOf(records, at);
      // One entry may name a document twice; only an entry that comes again is one too many.
      if (different.has(`${form}:${identity}`)) repeated += form === OWN_FORM ? 0 : 1;
      else if (different.size === MOST_OF_ONE) repeated++;
      else different.set(`${form}:${identity}`, { form, identity });
    }
    return [...different.values()];
  };

  const together = (places: readonly Place[], high: number, low: number): WatchlistEntry[] => {
    const found = new Map<string, WatchlistEntry>();
    for (const entry of places.flatMap(({ form, identity }) => entriesOf(form, identity))) {
      const text = JSON.stringify(entry);
      if (found.has(text)) repeated += isFirstDocument(entry, high, low) ? 1 : 0;
      else found.set(text, entry);
    }
    return [...found.values()];
  };

  const emitSeveral = (records: Uint32Array, from: number, to: number) => {
    documentKey.set(records.subarray(from * RECORD_WORDS, from * RECORD_WORDS + 2));
    const [high = 0, low = 0] = documentKey;
    const places = placesOf(records, from, to);
    const [only] = places;
    if (only && places.length === 1) emit(high, low, only.form, only.identity);
    else emit(high, low, OWN_FORM, kept.keepOwn(together(places, high, low)));
  };

  for (const { records, count } of batches) {
    for (let from = 0, to = 0; from < count; from = to) {
      const high = records[from * RECORD_WORDS] ?? 0;
      const low = records[from * RECORD_WORDS + 1] ?? 0;
      to = from + 1;
      while (to < count && records[to * RECORD_WORDS] === high && records[to * RECORD_WORDS + 1] === low) to++;
      if (to - from > 1) {
        emitSeveral(records, from, to);
        continue;
      }
      const { form, identity } = placeOf(records, from);
      emit(high, low, form, identity);
    }
  }
  return { repeated };
}

/** An entry with several documents comes by once for each of them, and counts once. */
function isFirstDocument({ documents }: WatchlistEntry, high: number, low: number): boolean {
  const key = emptyDocumentKey();
  packDocument(documents?.[0]?.issuer ?? '', documents?.[0]?.number ?? '', key);
  return key[0] === high && key[1] === low;
}

function placeOf(records: Uint32Array, at: number): Place {
  const third = records[at * RECORD_WORDS + 2] ?? 0;
  const fourth = records[at * RECORD_WORDS + 3] ?? 0;
  return { form: third >>> 16, identity: (third & 0xffff) * 2 ** 32 + fourth };
}
