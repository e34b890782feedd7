import type { Key, Sighting, SightingKeys } from './sighting.ts';

/** The crossing that is looked at, with the keys it is found by. */
export interface Candidate {
  readonly seen: Sighting;
  readonly keys: SightingKeys;
  /** The key under which others name this person as their companion. */
  readonly besideMe: Key;
}

/**
 * Everything kept that touches a candidate, none later than it and never the candidate itself; each list newest first and
 * no longer than LOOKED_AT says.
 */
export interface Neighbourhood {
  /** Of the same person. */
  readonly own: readonly Sighting[];
  readonly ofDocument: readonly Sighting[];
  readonly sponsor: readonly Sighting[];
  readonly phone: readonly Sighting[];
  readonly address: readonly Sighting[];
  readonly group: readonly Sighting[];
  /** Of those who come along now or came along before, and of those who came with the same companions. */
  readonly companions: readonly Sighting[];
  /** Arrivals on the sponsor by persons never seen before, within the window of first entries. */
  readonly firstEntries: readonly Sighting[];
  /** Every crossing of children who once came in with this person. */
  readonly children: readonly Sighting[];
}

/**
 * How many of the newest crossings are looked at under one key. A hotel or a tour operator is judged by the share of trouble
 * among its newest, which costs the same for ten guests and for a hundred thousand.
 */
export const LOOKED_AT = {
  person: 64,
  link: 256,
  companion: 32,
  children: 12,
  ofChild: 16,
  firstEntries: 128,
} as const;

/** Newest first, and always in the same order. */
export const newestFirst = (a: Sighting, b: Sighting): number => b.at - a.at || b.crossing - a.crossing;
