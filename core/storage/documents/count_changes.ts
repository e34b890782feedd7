import type { DocumentCounts } from './document_list.ts';
import { type DocumentStore, OWN_FORM, type StoredDocument } from './document_store.ts';

function before(one: StoredDocument, high: number, low: number): boolean {
  return one.high < high || (one.high === high && one.low < low);
}

/**
 * Walks along the copy in service while the new one is written, both in the order of keys, and counts what is new,
 * changed and gone. `formOf` and `ownText` speak for the new copy.
 */
export function changeCounter(
  old: DocumentStore | null,
  formOf: (text: string) => number | undefined,
  ownText: (number: number) => string | undefined,
) {
  const earlier = old?.documents();
  const renumbered = new Map([...(old?.formTexts ?? [])].map(([number, text]) => [number, formOf(text) ?? -1]));
  let added = 0;
  let changed = 0;
  let removed = 0;
  let waiting = earlier?.next().value ?? null;
  const skip = () => {
    waiting = earlier?.next().value ?? null;
  };
  const same = (was: StoredDocument, form: number, identity: number): boolean => {
    if (form !== OWN_FORM) return renumbered.get(was.form) === form && was.identity === identity;
    return was.form === OWN_FORM && old?.ownText(was.identity) === ownText(identity);
  };
  return {
    /** The next document of the new copy. */
    see(high: number, low: number, form: number, identity: number): void {
      while (waiting && before(waiting, high, low)) {
        removed++;
        skip();
      }
      if (waiting?.high !== high || waiting.low !== low) {
        added++;
        return;
      }
      if (!same(waiting, form, identity)) changed++;
      skip();
    },
    finish(): DocumentCounts {
      for (; waiting; skip()) removed++;
      return { added, changed, removed };
    },
  };
}
