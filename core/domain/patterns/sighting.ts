/** A keyed hash of a value within its kind (52 bits): equal values have equal keys, and a key tells nobody the value. */
export type Key = number;

/** Trouble a crossing was in, as bits: one crossing may be in several. */
export const REFUSED = 1;
export const LISTED = 2;
export const OVERSTAYED = 4;

/** One crossing as patterns see it: keys, days and marks; no name, number or address. */
export interface Sighting {
  /** The store's own number of the crossing. */
  readonly crossing: number;
  /** Wall time, ms. */
  readonly at: number;
  /** Days since 1970-01-01, counted at the gate. */
  readonly day: number;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  /** 0 or a sum of REFUSED, LISTED, OVERSTAYED. */
  readonly trouble: number;
  /** Names, birth date and nationality; where they are unknown the document, else the crossing itself. */
  readonly person: Key;
  readonly document: Key | null;
  readonly birth: Key | null;
  /** ICAO three-letter code. */
  readonly nationality: string;
  /** Names the gate; empty where it is not known. */
  readonly gate: string;
  /** Below the age of `child` in the thresholds. */
  readonly child: boolean;
  /** Who travels together has one party: the group, else the person who was accompanied, else the person. */
  readonly party: Key;
  /** A border pass, or a neighbour or citizen at a land gate: coming and going is daily life there. */
  readonly local: boolean;
}

/** The keys under which a sighting is found again. */
export interface SightingKeys {
  readonly person: Key;
  readonly personalNumber: Key | null;
  readonly document: Key | null;
  readonly sponsor: Key | null;
  readonly phone: Key | null;
  readonly address: Key | null;
  readonly group: Key | null;
  /** Persons who came along. */
  readonly companions: readonly Key[];
  /** The same persons, under the key of being someone's companion. */
  readonly beside: readonly Key[];
}

/** Every key of a sighting once. */
export function allKeys(keys: SightingKeys): readonly Key[] {
  const { person, personalNumber, document, sponsor, phone, address, group, beside } = keys;
  const known = [person, personalNumber, document, sponsor, phone, address, group, ...beside];
  return [...new Set(known.filter((key) => key !== null))];
}
