import type { AtGateCase, Companion, DocumentKind, GateKind, KnownMovement, Order } from '../entry/facts.ts';

/** Where a fact comes from; an officer's word and a source's may differ, and both stay written down. */
export const FACT_SOURCES = [
  'DOCUMENT',
  'OFFICER',
  'DECLARATION',
  'VISA_REGISTER',
  'PASSENGER_LIST',
  'BOARDING_PASS',
  'MOVEMENTS',
  'LISTS',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** A fact with its origin. `by` is the officer who gave it, null where a source did; `at` is wall time, ms. */
export interface Given<T> {
  readonly value: T;
  readonly source: FactSource;
  readonly at: number;
  readonly by: string | null;
}

/** A visa, on paper or electronic, as presented or as the register has it. Days are YYYY-MM-DD. */
export interface PresentedVisa {
  readonly kind: 'VISA' | 'EVISA';
  readonly number: string;
  readonly symbol: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly entries: 'single' | 'multiple';
  readonly usedEntries: number | null;
  /** The day of its last use, where known. */
  readonly lastUsed: string | null;
  /** For an electronic visa: whether this gate is on the list. */
  readonly gateListed: boolean | null;
  /** What the officer says of its paper. */
  readonly forged: boolean;
  /** Whether name, birth date, nationality and document are those of the person here; null where not compared. */
  readonly holderMatches: boolean | null;
}

export interface PresentedCard {
  readonly kind: 'TRC' | 'PRC' | 'ABTC' | 'exemption-certificate' | 'special-exemption-card';
  readonly number: string;
  readonly symbol: string | null;
  readonly validTo: string;
  readonly economies: readonly string[] | null;
}

/** A visa that this gate grants (Law 47/2014/QH13 Art 18). */
export interface GrantedVisa {
  readonly case: AtGateCase;
  /** The number of the immigration authority's word upon which it is granted. */
  readonly reply: string;
  readonly number: string;
  readonly symbol: string;
  /** YYYY-MM-DD; it begins today. */
  readonly validTo: string;
  readonly entries: 'single' | 'multiple';
  /** Of the fee; null where none is due. */
  readonly receipt: string | null;
  /** Who stood for it with number and PIN beside the officer. */
  readonly confirmedBy: string;
}

/** Leave to go in spite of one suspension of exit (Law 49/2019/QH14 Art 37(12)), as the paper shown says. */
export interface ExitPermission {
  readonly number: string;
  readonly issuer: string;
  /** The decision of the suspension that it lifts for this journey. */
  readonly decision: string;
  /** The last day on which it serves, YYYY-MM-DD; null where it names none. */
  readonly until: string | null;
  readonly confirmedBy: string;
}

/** Another paper on which this person might cross. */
export interface SecondDocument {
  readonly kind: DocumentKind;
  /** ICAO code. */
  readonly issuer: string;
  readonly expires: string | null;
}

export interface Flight {
  /** IATA or ICAO designator and number, such as `XZ417`. */
  readonly number: string;
  readonly day: string;
  readonly seat: string | null;
  /** What on a boarding pass differs from the document or from today; absent where nothing was compared. */
  readonly differing?: readonly ('NAME' | 'DAY')[];
}

/** What a traveller declared before the journey. */
export interface Declaration {
  readonly code: string;
  readonly filedAt: number;
  readonly purpose: string | null;
  readonly address: string | null;
  readonly flight: string | null;
  readonly plannedDeparture: string | null;
  readonly phone: string | null;
  readonly sponsor: string | null;
  /** Fields of the person that differ from the document. */
  readonly differing: readonly ('NAME' | 'BIRTH_DATE' | 'NATIONALITY' | 'DOCUMENT_NUMBER')[];
}

/** Whether a passenger list of the flight names this person. */
export type Expectation = 'EXPECTED' | 'UNEXPECTED' | 'NO_LIST';

/** What of one crossing the booth and the centre may tell differently. */
export const MOVEMENT_FIELDS = ['direction', 'date', 'documentNumber', 'stayUntil', 'visaNumber'] as const;
export type MovementField = (typeof MOVEMENT_FIELDS)[number];

/** A past movement of the person, own or from the centre. */
export interface Movement extends KnownMovement {
  readonly source: 'LOCAL' | 'CENTRAL';
  /** What the centre says otherwise of a movement that the booth saw itself: the booth's own account is taken. */
  readonly differing?: readonly { readonly field: MovementField; readonly central: string }[];
}

/** How a source answered in this clearance. */
export interface SourceAnswer {
  readonly source: 'VISAS' | 'MOVEMENTS' | 'DECLARATIONS' | 'PASSENGERS';
  readonly state: 'CENTRAL' | 'LOCAL' | 'TIMEOUT' | 'OFFLINE' | 'NOT_CONNECTED';
  /** When the local copy was closed, ms; null where the centre answered or nothing did. */
  readonly asOf: number | null;
  readonly tookMs: number;
}

/** Everything known of a crossing beside document and lists. What is null or absent is unknown. */
export interface TravelFacts {
  readonly gateKind: GateKind | null;
  readonly visas: readonly Given<PresentedVisa>[];
  readonly card: Given<PresentedCard> | null;
  readonly purpose: Given<string> | null;
  readonly address: Given<string> | null;
  readonly flight: Given<Flight> | null;
  readonly sponsor: Given<string> | null;
  readonly phone: Given<string> | null;
  readonly declaration: Given<Declaration> | null;
  readonly expected: Given<Expectation> | null;
  /** A claimed exemption that the officer has to state: the zone and how it is reached, a tour programme. */
  readonly zone: Given<{ readonly kind: 'coastal-zone' | 'border-gate-zone'; readonly route: string }> | null;
  readonly tourProgramme: Given<boolean> | null;
  readonly destinationAdmission: Given<boolean> | null;
  readonly transit: Given<{
    readonly onwardTicket: boolean;
    readonly thirdCountryVisa: boolean;
    readonly leavesTransitArea: boolean;
  }> | null;
  readonly health: Given<'dangerous' | 'none'> | null;
  readonly escort: Given<boolean> | null;
  readonly documentIssued: Given<string> | null;
  readonly documentDamaged: Given<boolean> | null;
  readonly documentKind: Given<DocumentKind> | null;
  readonly secondDocument: Given<SecondDocument> | null;
  /** The number of a newer ordinary passport of the same person. */
  readonly replacedBy: Given<string> | null;
  readonly visaAtGate: Given<GrantedVisa> | null;
  readonly permission: Given<ExitPermission> | null;
  /** An extension of the stay, or a certificate shown at the desk, YYYY-MM-DD. */
  readonly stayUntil: Given<string> | null;
  readonly movements: readonly Movement[];
  readonly orders: readonly Order[];
  /** Said by the officer: nobody goes with this person. */
  readonly unaccompanied: Given<boolean> | null;
  /**
   * How the matter of a citizen who does not meet the conditions of entry was dealt with, such as the number of the record:
   * then the citizen is admitted (Law 49/2019/QH14 Art 35(2)(c)).
   */
  readonly handled: Given<string> | null;
  readonly companions: readonly Given<Companion & { readonly name: string; readonly documentNumber: string | null }>[];
  /** Persons who came as one group share its name. */
  readonly group: Given<string> | null;
  readonly sources: readonly SourceAnswer[];
  /** What sources say of fields for which an officer's word stands: both stay to be seen. */
  readonly sourced: Sourced;
}

/** Fields that a source may know and an officer may state otherwise. */
export const SOURCED_ALONE = ['card', 'purpose', 'address', 'flight', 'sponsor', 'phone', 'group'] as const;
export type SourcedAlone = (typeof SOURCED_ALONE)[number];
export type Sourced = { readonly [Field in SourcedAlone]?: NonNullable<TravelFacts[Field]> };

export const NO_FACTS: TravelFacts = {
  gateKind: null,
  visas: [],
  card: null,
  purpose: null,
  address: null,
  flight: null,
  sponsor: null,
  phone: null,
  declaration: null,
  expected: null,
  zone: null,
  tourProgramme: null,
  destinationAdmission: null,
  transit: null,
  health: null,
  escort: null,
  documentIssued: null,
  documentDamaged: null,
  documentKind: null,
  secondDocument: null,
  replacedBy: null,
  visaAtGate: null,
  permission: null,
  stayUntil: null,
  movements: [],
  orders: [],
  unaccompanied: null,
  handled: null,
  companions: [],
  group: null,
  sources: [],
  sourced: {},
};
