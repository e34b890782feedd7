import { beforeAll, describe, expect, test } from 'vitest';
import { entries } from '../../../../tests/bench/screening/population.ts';
import { KINDS, listedQueries, travellerQueries } from '../../../../tests/bench/screening/queries.ts';
import { BIRTH_BITS } from '../birth_evidence.ts';
import { judge, preparedNames, prepareQuery } from '../classify.ts';
import type { ScreeningQuery, WatchlistEntry } from '../entry.ts';
import { bestNameEvidence } from '../name_evidence.ts';
import type { NameWeights, Rarity } from '../names/weights.ts';
import type { PreparedName } from '../prepared_query.ts';
import { MOST_TRAIT_BITS } from '../traits.ts';
import { indexBuilder } from './index_builder.ts';
import { openIndex, type PersonIndex } from './person_index.ts';

const PERSONS = 5000;
const LISTED = 250;
const TRAVELLERS = 50;
const TOP = 10;
/** The share of queries in which the index must give what judging everybody gives. */
const AGREEMENT = 0.99;

/** The most that birth date, sex and nationality can add to a name, in bits. */
const MOST_BESIDE_NAME = Math.max(...BIRTH_BITS) + MOST_TRAIT_BITS;

const list: WatchlistEntry[] = [];
const names: (readonly PreparedName[])[] = [];
let index: PersonIndex;

beforeAll(() => {
  const builder = indexBuilder();
  for (const entry of entries(PERSONS)) {
    builder.add(list.length, entry);
    list.push(entry);
    names.push(preparedNames(entry));
  }
  const opened = openIndex(builder.finish());
  if (!opened.ok) throw new Error(opened.error.code);
  index = opened.value;
});

/** Numbers are found elsewhere: what is tried here is the name. */
function withoutDocument({ documentNumber: _number, issuer: _issuer, ...query }: ScreeningQuery): ScreeningQuery {
  return query;
}

/** The index's own weights, worked out once for each name that is asked. */
function weights(): Rarity {
  const known = new Map<string, NameWeights>();
  return {
    limit: index.limit,
    weigh(parts, cut) {
      const key = `${cut} ${parts.map((part) => part.text).join(' ')}`;
      const found = known.get(key) ?? index.weigh(parts, cut);
      known.set(key, found);
      return found;
    },
  };
}

function scoresOf(query: ScreeningQuery, places: Iterable<number>): number[] {
  const prepared = prepareQuery(query);
  const rarity = weights();
  const scores: number[] = [];
  for (const place of places) {
    const name = bestNameEvidence(prepared.names, names[place] ?? [], rarity);
    // Only to spare the making of reasons: whatever else may speak for such a person, it can not be enough.
    if (!name || (!name.allEqual && name.bits + MOST_BESIDE_NAME < rarity.limit)) continue;
    const judged = judge(prepared, list[place] as WatchlistEntry, rarity);
    if (judged) scores.push(judged.score);
  }
  return scores.sort((a, b) => b - a).slice(0, TOP);
}

/** Whether both give the same ten scores: which of two equals comes first is no matter. */
function agrees(query: ScreeningQuery): boolean {
  const found = index.find(prepareQuery(query), { most: TOP }).map(({ place }) => place);
  const everybody = scoresOf(query, list.keys());
  return scoresOf(query, found).join() === everybody.join();
}

describe('the index beside the judgement of everybody', () => {
  test('gives the same ten best, by score', () => {
    const listed = listedQueries(PERSONS, LISTED);
    expect(new Set(listed.map(({ kind }) => kind)).size).toBe(Object.keys(KINDS).length);
    const queries = [...listed.map(({ query }) => query), ...travellerQueries(TRAVELLERS)].map(withoutDocument);
    const agreed = queries.filter(agrees).length;
    expect(agreed / queries.length).toBeGreaterThanOrEqual(AGREEMENT);
  }, 120_000);
});
