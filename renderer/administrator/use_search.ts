import { useCallback, useState } from 'react';
import type { SearchAnswer } from '../../contract/watchlist_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { type AskedPerson, NOBODY, requestOf } from './asked_person.ts';

/** A search, from what is typed to what was found. `asked` is what the answer belongs to. */
export interface Search {
  readonly typed: AskedPerson;
  readonly asked: AskedPerson | null;
  readonly running: boolean;
  readonly answer: SearchAnswer | null;
  readonly error: Sentence | null;
  /** Place of the entry that is looked at. */
  readonly chosen: number;
}

const EMPTY: Search = { typed: NOBODY, asked: null, running: false, answer: null, error: null, chosen: 0 };

/** The search page's state. Nothing is asked before the administrator says so: every search is journalled. */
export function useSearch(client: BoothClient, first: Search = EMPTY) {
  const [search, setSearch] = useState(first);
  const change = useCallback((part: Partial<Search>) => setSearch((before) => ({ ...before, ...part })), []);
  const { typed, running } = search;
  const send = () => {
    const request = requestOf(typed);
    if (running) return;
    if (typeof request === 'string') return change({ error: { id: `admin.search.${request}` } });
    change({ running: true, error: null, answer: null, asked: typed, chosen: 0 });
    client.watchlist.search(request).then(
      (answer) => change({ answer, running: false }),
      (problem: unknown) => change({ error: sentenceOf(problem), running: false }),
    );
  };
  return {
    search,
    type: (part: Partial<AskedPerson>) => setSearch((before) => ({ ...before, typed: { ...before.typed, ...part } })),
    send,
    choose: (chosen: number) => change({ chosen }),
    move: (step: number) =>
      setSearch((before) => {
        const last = (before.answer?.hits.length ?? 1) - 1;
        return { ...before, chosen: Math.max(0, Math.min(last, before.chosen + step)) };
      }),
    clear: () => setSearch(EMPTY),
  };
}
export type Searching = ReturnType<typeof useSearch>;
