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

export const sightingOf = ({ key: _key, departure, child, local, ...row }: SightingRow): Sighting => ({
  ...row,
  direction: departure === 1 ? 'DEPARTURE' : 'ARRIVAL',
  child: child === 1,
  local: local === 1,
});

export const sightingRow = (key: number, { direction, child, local, ...seen }: Sighting): SightingRow => ({
  ...seen,
  key,
  departure: direction === 'DEPARTURE' ? 1 : 0,
  child: child ? 1 : 0,
  local: local ? 1 : 0,
});
