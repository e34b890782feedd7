import MiniSearch from 'minisearch';
import { MOST_CANDIDATES, type PeerMaker } from './peer.ts';
import { queryWords } from './reference_scorer.ts';

/** MiniSearch with a fifth of each word's letters free and prefixes, the forms of a person in one document. */
export const minisearch: PeerMaker = {
  name: 'minisearch + Jaro-Winkler',
  build(table) {
    const index = new MiniSearch<{ readonly id: number; readonly name: string }>({
      fields: ['name'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    });
    for (let place = 0; place < table.persons; place++) {
      index.add({ id: place, name: [...table.formsOf(place)].map((form) => form.join(' ')).join(' ') });
    }
    return {
      name: 'minisearch + Jaro-Winkler',
      diskBytes: 0,
      candidates: (query) =>
        index
          .search(queryWords(query).join(' '), { fuzzy: 0.2, prefix: true })
          .slice(0, MOST_CANDIDATES)
          .map((found) => found.id as number),
      close: () => index.removeAll(),
    };
  },
};
