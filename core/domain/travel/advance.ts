import type { CARD_KINDS } from '../entry/facts.ts';

/** What is known of a journey before the traveller speaks: visas, declarations and passenger lists, as the booth keeps them. */

/** The person a record speaks of. Names as written there; what the record does not say is null. */
export interface Holder {
  readonly surname: string;
  readonly givenNames: string;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  /** ICAO three-letter code. */
  readonly nationality: string | null;
  readonly documentNumber: string | null;
  readonly issuer: string | null;
}

/** A visa of the register. Days are YYYY-MM-DD. */
export interface VisaRecord {
  readonly kind: 'VISA' | 'EVISA';
  readonly number: string;
  readonly symbol: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly entries: 'single' | 'multiple';
  readonly usedEntries: number | null;
  readonly lastUsed: string | null;
  /** Codes of the gates it was issued for (resources/gates); null where it names none. */
  readonly gates: readonly string[] | null;
  readonly holder: Holder;
  readonly purpose: string | null;
  readonly sponsor: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

/** A card of residence or exemption, or an APEC card, as the register of visas and cards has it. Days are YYYY-MM-DD. */
export interface CardRecord {
  readonly kind: (typeof CARD_KINDS)[number];
  readonly number: string;
  readonly symbol: string | null;
  readonly validFrom: string | null;
  readonly validTo: string;
  /** Economies on the back of an APEC card, ICAO codes; null where it names none. */
  readonly economies: readonly string[] | null;
  readonly holder: Holder;
}

/** One paper of the register. */
export type RegisteredPaper = VisaRecord | CardRecord;

/** Whether a paper of the register is a visa; else it is a card. */
export const isVisa = (paper: RegisteredPaper): paper is VisaRecord => paper.kind === 'VISA' || paper.kind === 'EVISA';

/** What a traveller filed before the journey (pre-arrival information), alone or for those who travel along. */
export interface DeclarationRecord {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly filedAt: number;
  /** The last day on which it serves, YYYY-MM-DD. */
  readonly validTo: string;
  readonly holder: Holder;
  /** Who else is declared with the holder, under the same code. */
  readonly members?: readonly Holder[] | undefined;
  readonly purpose: string | null;
  readonly address: string | null;
  readonly flight: string | null;
  readonly plannedDeparture: string | null;
  readonly phone: string | null;
  readonly sponsor: string | null;
  /** Persons of one declaration share it. */
  readonly group: string | null;
}

/** A flight of a passenger list. Times are YYYY-MM-DDTHH:MM, each local to its airport. */
export interface ListedFlight {
  /** Without leading zeros and blanks, such as `XZ417`. */
  readonly number: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly departs: string;
  readonly arrives: string | null;
}

export interface Passenger {
  readonly kind: 'PASSENGER' | 'CREW';
  readonly holder: Holder;
  readonly seat: string | null;
  /** The booking's record locator: persons of one booking share it. */
  readonly locator: string | null;
  /** The carrier's own reference of this passenger. */
  readonly reference: string | null;
  /** The number of a visa the carrier saw. */
  readonly visa: string | null;
}

/** The persons of one kind on one flight. `continues`: a later part of a list that came in several. */
export interface PassengerList {
  readonly flight: ListedFlight;
  readonly kind: Passenger['kind'];
  readonly continues: boolean;
  readonly passengers: readonly Passenger[];
}

/** A flight number as compared: `XZ 0417` is `XZ417`. Null for what is none. */
export function flightNumber(text: string): string | null {
  const found = /^([A-Z][A-Z0-9]|[A-Z0-9][A-Z]|[A-Z]{3}) ?0*([1-9]\d{0,3}[A-Z]?)$/.exec(text.trim().toUpperCase());
  return found === null ? null : `${found[1]}${found[2]}`;
}
