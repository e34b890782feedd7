/** The facts of one crossing, as far as they are known; what is absent is unknown. Dates are YYYY-MM-DD in the gate's own time. */
export interface Facts {
  readonly id?: string | undefined;
  readonly direction: Direction;
  readonly date: string;
  readonly gateKind?: GateKind | undefined;
  readonly person: {
    /** ICAO three-letter code. */
    readonly nationality: string;
    readonly birthDate?: string | undefined;
    readonly personalNumber?: string | undefined;
  };
  readonly document: DocumentFacts;
  readonly basis?: BasisFacts | undefined;
  readonly history?: readonly PastCrossing[] | undefined;
  /** The history is only what this booth saw itself: nothing follows from what is not in it. */
  readonly historyPartial?: boolean | undefined;
  readonly orders?: readonly Order[] | undefined;
  readonly companions?: readonly Companion[] | undefined;
}

export const DIRECTIONS = ['arrival', 'departure'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const GATE_KINDS = [
  'airport',
  'airport-phu-quoc',
  'land-international',
  'land-main',
  'land-auxiliary',
  'seaport',
] as const;
export type GateKind = (typeof GATE_KINDS)[number];

export const DOCUMENT_KINDS = [
  'ordinary-passport',
  'simplified-passport',
  'official-passport',
  'diplomatic-passport',
  'laissez-passer',
  'border-pass',
  'identity-card',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly issued?: string | undefined;
  readonly expires?: string | undefined;
  readonly chip?: boolean | undefined;
  readonly damaged?: boolean | undefined;
  readonly revoked?: boolean | undefined;
  /** A newer ordinary passport of the same person: its number, or the day of its issue. */
  readonly replacedBy?: string | boolean | undefined;
  readonly second?:
    | { readonly kind: DocumentKind; readonly issuer: string; readonly expires?: string | undefined }
    | undefined;
}

export interface Visa {
  readonly symbol: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly entries: 'single' | 'multiple';
  readonly usedEntries?: number | undefined;
  /** What a person is told of it; the law asks for neither. */
  readonly number?: string | undefined;
  readonly lastUsed?: string | undefined;
  readonly forged?: boolean | undefined;
}

export const EXEMPTION_KINDS = ['unilateral-exemption', 'treaty', 'coastal-zone', 'border-gate-zone'] as const;
export const CARD_KINDS = ['TRC', 'PRC', 'ABTC', 'exemption-certificate', 'special-exemption-card'] as const;

/** In which case a visa may be granted at an international gate (Law 47/2014/QH13 Art 18(1)(a) to (e)). */
export const AT_GATE_CASES = ['no-mission', 'many-countries', 'tour', 'crew', 'relatives', 'urgent'] as const;
export type AtGateCase = (typeof AT_GATE_CASES)[number];

export interface BasisFacts {
  readonly visa?: Visa | undefined;
  /** `gate`: whether this gate is on the list for electronic visas (or the name of a gate that is: true). */
  readonly evisa?: (Omit<Visa, 'forged'> & { readonly gate?: boolean | string | undefined }) | undefined;
  readonly exemption?:
    | {
        readonly kind: (typeof EXEMPTION_KINDS)[number];
        readonly purpose?: string | undefined;
        readonly zone?: string | undefined;
        /** `direct` or `transit`: how a zone was reached; anything else leaves the zone. */
        readonly route?: string | undefined;
        /** Within a programme of a Vietnamese international tour operator. */
        readonly tourProgramme?: boolean | undefined;
      }
    | undefined;
  readonly card?:
    | {
        readonly kind: (typeof CARD_KINDS)[number];
        readonly symbol?: string | undefined;
        readonly validTo: string;
        /** Economies on the back of an ABTC, ICAO codes. */
        readonly economies?: readonly string[] | undefined;
      }
    | undefined;
  /** A visa that this gate grants, upon the word of the immigration authority (Art 18(3)): its number is `reply`. */
  readonly atGate?:
    | {
        readonly case: AtGateCase;
        readonly reply?: string | undefined;
        readonly symbol: string;
        readonly validTo: string;
        readonly entries: 'single' | 'multiple';
        readonly number?: string | undefined;
      }
    | undefined;
  /** The stay granted at the open entry, or its extension. */
  readonly stay?: { readonly until: string } | undefined;
  readonly transit?:
    | {
        readonly onwardTicket?: boolean | undefined;
        readonly thirdCountryVisa?: boolean | undefined;
        readonly leavesTransitArea?: boolean | undefined;
      }
    | undefined;
  /** Whether the State of destination admits the person. */
  readonly destinationAdmission?: boolean | undefined;
  /** `dangerous`: an illness of the law's kind; anything else is no obstacle. */
  readonly health?: string | undefined;
  /** Escorted by an authority (prisoners taken abroad as witnesses). */
  readonly escort?: boolean | undefined;
}

export interface PastCrossing {
  readonly direction: Direction;
  readonly date: string;
  readonly sameDocument?: boolean | undefined;
  readonly documentIssuer?: string | undefined;
}

/** A past movement with all that a person may be told of it. */
export interface KnownMovement extends PastCrossing {
  readonly documentNumber: string | null;
  /** Stay granted then, YYYY-MM-DD. */
  readonly stayUntil: string | null;
  readonly gate: string | null;
  readonly recordNumber: string | null;
  /** Wall time, ms; null where only the day is known. */
  readonly at?: number | null | undefined;
  /** The visa on which an entry rested, where it is known. */
  readonly visaNumber?: string | null | undefined;
  /** Whether names, birth date and nationality were those of today; absent where not known. */
  readonly sameIdentity?: boolean | undefined;
}

export const ORDER_KINDS = ['exit-suspension', 'entry-ban', 'expulsion', 'forced-exit'] as const;

export interface Order {
  readonly kind: (typeof ORDER_KINDS)[number];
  /** Group 1 to 9 of an exit suspension. */
  readonly group?: number | undefined;
  /** Ground 1 to 9 of a refusal of entry. */
  readonly ground?: number | undefined;
  readonly decision?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  readonly extendedTo?: string | undefined;
  /** The day the decision took effect. */
  readonly effective?: string | undefined;
  readonly informed?: boolean | undefined;
  readonly receivedAt?: string | undefined;
  readonly specialPermission?: boolean | undefined;
}

/** The relation of one of whom only the same booking is known. */
export const FELLOW = 'fellow';

export interface Companion {
  readonly relation: string;
  readonly nationality?: string | undefined;
  readonly birthDate?: string | undefined;
  /** Whether papers prove the relation. */
  readonly proof?: boolean | string | undefined;
}
