import type { Sighting } from '../../domain/patterns/sighting.ts';

/** A row of `pattern_sightings` as SQLite gives it. */
export interface SightingRow {
  readonly key: number;
  readonly at: number;
  readonly crossing: number;
  readonly day: number;
  readonly departure: number;
  readonly trouble: number;
  readonly person: number;
  readonly document: number | null;
  readonly birth: number | null;
  readonly nationality: string;
  /** A number of `pattern_gates`; null where the gate is not known. */
  readonly gate: number | null;
  readonly child: number;
  /** Null where it is the person. */
  readonly party: number | null;
  readonly local: number;
}

export const sightingRow = (
  key: number,
  { direction, child, local, ...seen }: Sighting,
  gate: number | null,
): SightingRow => ({
  ...seen,
  key,
  gate,
  party: seen.party === seen.person ? null : seen.party,
  departure: direction === 'DEPARTURE' ? 1 : 0,
  child: child ? 1 : 0,
  local: local ? 1 : 0,
});

/** The columns in the order of SightingAsList: rows as lists are read in half the time of rows as objects. */
export const SIGHTING_COLUMNS =
  'crossing, at, day, departure, trouble, person, document, birth, nationality, gate, child, party, local';

export type SightingAsList = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number | null,
  number | null,
  string,
  number | null,
  number,
  number | null,
  number,
];

/** `gates` names the gates by their numbers. */
export const sightingOf = (row: SightingAsList, gates: ReadonlyMap<number, string>): Sighting => ({
  crossing: row[0],
  at: row[1],
  day: row[2],
  direction: row[3] === 1 ? 'DEPARTURE' : 'ARRIVAL',
  trouble: row[4],
  person: row[5],
  document: row[6],
  birth: row[7],
  nationality: row[8],
  gate: row[9] === null ? '' : (gates.get(row[9]) ?? ''),
  child: row[10] === 1,
  party: row[11] ?? row[5],
  local: row[12] === 1,
});
