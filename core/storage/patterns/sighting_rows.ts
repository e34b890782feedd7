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
  readonly gate: string;
  readonly child: number;
  readonly party: number;
  readonly local: number;
}

export const sightingRow = (key: number, { direction, child, local, ...seen }: Sighting): SightingRow => ({
  ...seen,
  key,
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
  string,
  number,
  number,
  number,
];

export const sightingOf = (row: SightingAsList): Sighting => ({
  crossing: row[0],
  at: row[1],
  day: row[2],
  direction: row[3] === 1 ? 'DEPARTURE' : 'ARRIVAL',
  trouble: row[4],
  person: row[5],
  document: row[6],
  birth: row[7],
  nationality: row[8],
  gate: row[9],
  child: row[10] === 1,
  party: row[11],
  local: row[12] === 1,
});
