import { judge, prepareQuery } from '../../../core/domain/screening/classify.ts';
import { indexBuilder } from '../../../core/domain/screening/index/index_builder.ts';
import { openIndex, type PersonIndex } from '../../../core/domain/screening/index/person_index.ts';
import { built, type Contender } from './contender.ts';
import { entryAt, listed, type MeasuredList } from './listed_person.ts';

/** The ten that recall is counted in; of hits, as many as a list in service is asked for. */
const MOST: Readonly<Record<Manner, number>> = { hits: 100, nearest: 10, nameAlone: 10 };
/** Bits below the list's limit down to which the nearest are looked for where all ten are wanted. */
const BELOW = 16;

interface Built {
  readonly index: PersonIndex;
  readonly bytes: number;
  readonly seconds: number;
}

/** Builds the index; the making of the invented entries is not counted. */
function build(list: MeasuredList): Built {
  const builder = indexBuilder();
  let added = 0;
  for (const { place, entry } of listed(list)) {
    const start = performance.now();
    builder.add(place, entry);
    added += performance.now() - start;
  }
  const start = performance.now();
  const image = builder.finish();
  const opened = openIndex(image);
  if (!opened.ok) throw new Error(opened.error.code);
  return { index: opened.value, bytes: image.byteLength, seconds: (added + performance.now() - start) / 1000 };
}

/** How the booth's index is asked: what a lane shows; the ten nearest, hits or not; hits on the name alone too. */
export type Manner = 'hits' | 'nearest' | 'nameAlone';

const NAMES: Readonly<Record<Manner, string>> = {
  hits: 'the booth: hits, judged with reasons',
  nearest: 'the booth: the ten nearest, hits or not',
  nameAlone: 'the booth: hits on the name alone too, and the nearest',
};

/** The index of the booth in each manner, over one image. */
export function subjects(list: MeasuredList): Readonly<Record<Manner, Contender>> {
  const { value, megabytes } = built(() => build(list));
  const { index, bytes, seconds } = value;
  const contender = (manner: Manner): Contender => ({
    name: NAMES[manner],
    buildSeconds: seconds,
    indexMegabytes: bytes / 1024 / 1024,
    grownMegabytes: megabytes,
    alertFrom: index.limit,
    ask(query) {
      const nameAlone = manner === 'nameAlone';
      const limits = { most: MOST[manner], ...(manner === 'hits' ? {} : { floor: index.limit - BELOW }) };
      const start = performance.now();
      const prepared = prepareQuery({ ...query, nameAlone });
      const found = index.find(prepared, limits);
      let took = performance.now() - start;
      if (manner === 'hits') {
        // The entries are made anew here; a booth reads them from its store (see the part `store`).
        const entries = found.map(({ place }) => entryAt(list, place));
        const judging = performance.now();
        for (const entry of entries) judge(prepared, entry, index);
        took += performance.now() - judging;
      }
      return { top: found.map(({ place, bits }) => ({ place, score: bits })), took };
    },
    close: () => {},
  });
  return { hits: contender('hits'), nearest: contender('nearest'), nameAlone: contender('nameAlone') };
}
