import type { Movement } from '../domain/clearance/travel_facts.ts';
import type { Result } from '../domain/result.ts';
import type { DeclarationRecord, ListedFlight, Passenger, RegisteredPaper } from '../domain/travel/advance.ts';
import type { AdvanceForm, ExpectedWho, FLIGHT_DIRECTIONS } from '../domain/travel/advance_questions.ts';
import type { StorageProblem } from './records.ts';

/** Why nothing was taken in or can be told. `detail` is a stable word, never personal data. */
export interface AdvanceProblem {
  readonly code: 'ADVANCE_FILE_UNREADABLE' | 'ADVANCE_FILE_FORMAT' | 'ADVANCE_CANCELLED' | StorageProblem['code'];
  readonly detail: string;
}

/** A file to be taken in. */
export interface AdvanceFile {
  readonly path: string;
  readonly form: AdvanceForm;
  /** When it was closed, ms; absent, when it was written. */
  readonly asOf?: number;
  /** Who ordered it and when, to be kept beside the copy; absent, nothing is kept. */
  readonly told?: { readonly by: string; readonly at: number };
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
  /** Names the flight for `expected`, as long as its list is kept. */
  readonly id: number;
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

/** What was ordered of one form of file, and how it ended. Tells of rows by number alone. */
export interface KeptImport {
  readonly form: AdvanceForm;
  /** Its name without its folder. */
  readonly file: string;
  readonly by: string;
  readonly at: number;
  /** Null where it was taken in. */
  readonly problem: { readonly code: AdvanceProblem['code']; readonly detail: string } | null;
  readonly summary: AdvanceSummary | null;
}

/** The copies as a whole. */
export interface CopiesState {
  readonly visas: { readonly records: number; readonly asOf: number | null };
  readonly declarations: { readonly records: number; readonly asOf: number | null };
  readonly passengers: { readonly records: number; readonly flights: number; readonly asOf: number | null };
  /** Documents whose movements the centre told of, and when it last did. */
  readonly movements: { readonly records: number; readonly asOf: number | null };
  /** The newest of each form of file, newest first. */
  readonly imports: readonly KeptImport[];
}

/** Which flights are asked for. */
export interface FlightQuery {
  /** Flights that leave or arrive within these days, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** The beginning of their number, such as `XZ4`; empty for all. */
  readonly number: string;
  /** The airport of this gate, whose times order the flights; null where it is not known. */
  readonly airport: string | null;
  /** Those that land at the airport, or leave it; null for all. */
  readonly direction: (typeof FLIGHT_DIRECTIONS)[number] | null;
  readonly offset: number;
  readonly limit: number;
}

/** The passengers of one flight, by name. */
export interface ExpectedQuery {
  readonly flight: number;
  readonly who: ExpectedWho;
  readonly offset: number;
  readonly limit: number;
}

export interface ExpectedPeople {
  readonly flight: ListedFlight;
  readonly total: number;
  /** `cameAt`: when the person stood at a counter; null while nobody has seen them. */
  readonly people: readonly { readonly passenger: Passenger; readonly cameAt: number | null }[];
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
  /** Takes a file in, whole or not at all. `progress` is told how many bytes of it were read. */
  take(file: AdvanceFile, progress?: (bytes: number) => void): Promise<Result<AdvanceSummary, AdvanceProblem>>;
  /** The file that is being taken in ends with ADVANCE_CANCELLED, unless it was quicker. */
  giveUp(): void;
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
  copies(): Promise<Result<CopiesState, AdvanceProblem>>;
  flights(
    query: FlightQuery,
  ): Promise<Result<{ readonly total: number; readonly flights: readonly FlightStatus[] }, AdvanceProblem>>;
  /** Null where the list of the flight is not kept any more. */
  expected(query: ExpectedQuery): Promise<Result<ExpectedPeople | null, AdvanceProblem>>;
  /** Told after every write that may change what `copies`, `flights` and `expected` say. @returns how to stop it. */
  onChange(listener: () => void): () => void;
  /** Deletes what has passed its time. @returns how many rows. */
  purge(now: number, retention: Retention): Promise<Result<number, AdvanceProblem>>;
}
