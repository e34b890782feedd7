import type { Movement } from '../domain/clearance/travel_facts.ts';
import type { Result } from '../domain/result.ts';
import type { DeclarationRecord, ListedFlight, Passenger, RegisteredPaper } from '../domain/travel/advance.ts';
import type { StorageProblem } from './records.ts';

/** The forms of file that can be taken in. */
export const ADVANCE_FORMS = ['passengers-paxlst', 'passengers-json', 'visas', 'declarations'] as const;
export type AdvanceForm = (typeof ADVANCE_FORMS)[number];

/** Why nothing was taken in or can be told. `detail` is a stable word, never personal data. */
export interface AdvanceProblem {
  readonly code: 'ADVANCE_FILE_UNREADABLE' | 'ADVANCE_FILE_FORMAT' | StorageProblem['code'];
  readonly detail: string;
}

/** What came of taking in a file. */
export interface AdvanceSummary {
  readonly form: AdvanceForm;
  /** Flights the file speaks of, such as `XZ417 2026-11-22`. */
  readonly flights: readonly string[];
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly rejectedCount: number;
  /** The first of them, by their place in the file. */
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  readonly seconds: number;
}

/** Who is asked about, and by what else a record may be found. */
export interface AdvanceQuery {
  readonly documentNumber: string;
  /** YYYY-MM-DD, or shorter, or empty. */
  readonly birthDate: string;
  /** YYYY-MM-DD at the gate. */
  readonly day: string;
  /** A declaration by its code. */
  readonly code: string | null;
  /** Passenger lists of one flight; null asks those of all flights around the day. */
  readonly flight: { readonly number: string; readonly day: string } | null;
}

/** When each copy was closed, ms; null where there never was one. */
export interface CopyAges {
  readonly visas: number | null;
  readonly declarations: number | null;
}

/** What the booth's own copies hold that may be of a person: by document number, or by birth date alone. Names are not judged. */
export interface AdvanceKnowledge {
  /** Visas and cards. */
  readonly visas: readonly { readonly record: RegisteredPaper; readonly asOf: number }[];
  readonly declarations: readonly { readonly record: DeclarationRecord; readonly asOf: number }[];
  /** `key` names the row for `stood`, as long as its list is not replaced. */
  readonly passengers: readonly {
    readonly key: number;
    readonly passenger: Passenger;
    readonly flight: ListedFlight;
    readonly asOf: number;
  }[];
  /** When the list of the flight asked for was taken in; null where there is none. */
  readonly flightAsOf: number | null;
  /** Movements the centre told of before, and when. */
  readonly movements: { readonly seen: readonly Movement[]; readonly asOf: number } | null;
  readonly ages: CopyAges;
}

/** A flight with how many of its list have come. */
export interface FlightStatus {
  readonly flight: ListedFlight;
  readonly passengers: number;
  readonly crew: number;
  readonly arrived: number;
  readonly asOf: number;
}

export interface AdvanceStatus {
  readonly ages: CopyAges;
  readonly visas: number;
  readonly declarations: number;
  readonly flights: readonly FlightStatus[];
  /** The copies were damaged and begun anew at this start: they can be brought in again. */
  readonly renewed: boolean;
}

/** What the centre said of a person, to be kept for the time without it. */
export interface CentralKnowledge {
  readonly documentNumber: string;
  readonly visas: readonly RegisteredPaper[] | null;
  readonly declarations: readonly DeclarationRecord[] | null;
  readonly movements: readonly Movement[] | null;
}

/** How long copies are kept. */
export interface Retention {
  readonly passengersHours: number;
  readonly declarationsHours: number;
  readonly visasDays: number;
  readonly movementsDays: number;
}

/** The booth's own encrypted copies of what is known before a journey. Rebuildable; each has its age and its end. */
export interface AdvanceData {
  known(query: AdvanceQuery): Promise<Result<AdvanceKnowledge, AdvanceProblem>>;
  /** The other passengers of one booking, by the `key` of one of them; at most fifty. */
  booking(key: number): Promise<Result<readonly Passenger[], AdvanceProblem>>;
  /** Takes a file in, whole or not at all. `asOf`: when it was closed; absent, when it was written. */
  take(
    file: { readonly path: string; readonly form: AdvanceForm; readonly asOf?: number },
    progress?: (rows: number) => void,
  ): Promise<Result<AdvanceSummary, AdvanceProblem>>;
  /** Keeps what the centre said. */
  remember(knowledge: CentralKnowledge, now: number): Promise<Result<null, AdvanceProblem>>;
  /** The person has stood at a desk: arrived on a flight, and a declaration used. */
  stood(found: {
    readonly passengers: readonly number[];
    readonly declarations: readonly string[];
    readonly at: number;
  }): Promise<Result<null, AdvanceProblem>>;
  /** Flights that leave or arrive within these days. */
  status(days: { readonly from: string; readonly to: string }): Promise<Result<AdvanceStatus, AdvanceProblem>>;
  /** Deletes what has passed its time. @returns how many rows. */
  purge(now: number, retention: Retention): Promise<Result<number, AdvanceProblem>>;
}
