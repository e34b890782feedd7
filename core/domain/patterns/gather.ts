import { type Candidate, LOOKED_AT, type Neighbourhood, newestFirst } from './neighbourhood.ts';
import type { Key, Sighting } from './sighting.ts';
import type { Thresholds } from './thresholds.ts';

/** What holds sightings: the store, or memory in tests and benchmarks. */
export interface SightingsByKey {
  /** Under this key, not later than `until` (ms), newest first, without crossing number `but`. */
  under(key: Key, until: number, but: number, limit: number): readonly Sighting[];
}

const DAY_MS = 86_400_000;

const byCrossing = (lists: readonly (readonly Sighting[])[]): Sighting[] => [
  ...new Map(lists.flat().map((one) => [one.crossing, one])).values(),
];

/** Reads everything that touches a candidate, in a bounded number of look-ups. */
export function gather(candidate: Candidate, held: SightingsByKey, thresholds: Thresholds): Neighbourhood {
  const { seen, keys, besideMe } = candidate;
  const under = (key: Key | null, limit: number) =>
    key === null ? [] : held.under(key, seen.at, seen.crossing, limit);
  const own = byCrossing([[...under(keys.person, LOOKED_AT.person)], [...under(keys.personalNumber, LOOKED_AT.person)]])
    .sort(newestFirst)
    .slice(0, LOOKED_AT.person);
  const namedMe = under(besideMe, LOOKED_AT.companion);
  const sponsor = under(keys.sponsor, LOOKED_AT.link);
  const companions = byCrossing([
    namedMe,
    ...keys.companions.map((one) => under(one, LOOKED_AT.companion)),
    ...keys.beside.map((one) => under(one, LOOKED_AT.companion)),
  ]).sort(newestFirst);
  const firstEntries = firstOn(candidate, sponsor, held, thresholds);
  const cameWithMe = namedMe.filter(({ child, direction }) => child && direction === 'ARRIVAL');
  const children = [...new Set(cameWithMe.map(({ person }) => person))]
    .slice(0, LOOKED_AT.children)
    .flatMap((child) => under(child, LOOKED_AT.ofChild));
  return {
    own,
    ofDocument: under(keys.document, LOOKED_AT.person),
    sponsor,
    phone: under(keys.phone, LOOKED_AT.link),
    address: under(keys.address, LOOKED_AT.link),
    group: under(keys.group, LOOKED_AT.link),
    companions,
    firstEntries,
    children,
  };
}

/** Arrivals on a sponsor by persons never seen before. Whether one was is asked only where the numbers could say something. */
function firstOn(
  { seen }: Candidate,
  sponsor: readonly Sighting[],
  held: SightingsByKey,
  { firstEntries: { windowDays, parties, share } }: Thresholds,
): readonly Sighting[] {
  const since = seen.at - windowDays * DAY_MS;
  const recent = sponsor.filter(
    ({ direction, at, person }) => direction === 'ARRIVAL' && at >= since && person !== seen.person,
  );
  const most = new Set([...recent.map(({ party }) => party), seen.party]).size;
  const all = new Set([...sponsor.map(({ party }) => party), seen.party]).size;
  if (seen.direction !== 'ARRIVAL' || most <= parties[0] || most / all < share) return [];
  return recent.filter(({ person, at, crossing }) => held.under(person, at, crossing, 1).length === 0);
}
