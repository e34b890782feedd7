import type { Flight } from '../domain/clearance/travel_facts.ts';
import { flightNumber, isVisa, type ListedFlight, type Passenger, type VisaRecord } from '../domain/travel/advance.ts';
import { boardingFlight } from '../domain/travel/boarding_flight.ts';
import { compose, passengerOf } from '../domain/travel/compose.ts';
import { isChild } from '../domain/travel/fellows.ts';
import { readCode } from '../domain/travel/scanned_code.ts';
import type { AdvanceData, AdvanceKnowledge } from '../ports/advance_data.ts';
import type { CentralQuery, CentralRegister } from '../ports/central_register.ts';
import type { Clock } from '../ports/clock.ts';
import type { Crossings } from '../ports/crossings.ts';
import type { CodeHeard, SourcedFacts, TravelQuery, TravelSources } from '../ports/travel_sources.ts';
import { askCentre, type CentralAnswers, sourceAnswer } from './central_answers.ts';
import { ownEntries } from './own_entries.ts';

export interface KnownTravelParts {
  readonly advance: AdvanceData;
  readonly crossings: Crossings;
  /** Null where no central register is connected. */
  readonly register: CentralRegister | null;
  readonly clock: Clock;
  /** The airport of this gate, as flights name it; null where it is not known. */
  readonly airport: string | null;
  /** Whether one electronic visa serves at this gate on a day. */
  readonly gateListed: (record: VisaRecord, day: string) => boolean | null;
}

/** What codes told of the one at the desk. */
interface Shown {
  readonly pass: Flight | null;
  readonly code: string | null;
}
const NOTHING_SHOWN: Shown = { pass: null, code: null };
/** Persons whose codes are remembered: the one at the desk, and one whose answers are still on their way. */
const MOST_SHOWN = 4;

const NOTHING_KNOWN: AdvanceKnowledge = {
  visas: [],
  declarations: [],
  passengers: [],
  flightAsOf: null,
  movements: null,
  ages: { visas: null, declarations: null },
};

const centralQuery = (query: TravelQuery, code: string | null): CentralQuery => ({
  documentNumber: query.documentNumber,
  issuer: query.issuer,
  nationality: query.nationality,
  surname: query.surname,
  givenNames: query.givenNames,
  birthDate: query.birthDate,
  personalNumber: query.personalNumber,
  code,
});

/** Whether a flight lands here for who leaves, or leaves here for who comes. */
function leadsOtherWay(
  { from, to }: ListedFlight,
  direction: TravelQuery['direction'],
  airport: string | null,
): boolean {
  if (airport === null || from === to) return false;
  return (direction === 'ARRIVAL' ? from : to) === airport;
}

const keyOf = ({ issuer, documentNumber }: TravelQuery): string => `${issuer}:${documentNumber}`;

/** The TravelSources port over the booth's own copies, its own crossings and the central register. */
export class KnownTravel implements Omit<TravelSources, 'close'> {
  readonly #parts: KnownTravelParts;
  readonly #shown = new Map<string, Shown>();

  constructor(parts: KnownTravelParts) {
    this.#parts = parts;
  }

  async ask(query: TravelQuery, online: boolean): Promise<SourcedFacts> {
    const { register, clock, crossings } = this.#parts;
    const asked = centralQuery(query, this.#shownOf(query).code);
    const [central, entries] = await Promise.all([
      askCentre(register, asked, online, clock),
      ownEntries(crossings, query),
    ]);
    this.#remember(query, central);
    // Read last, so that a code that was shown while the centre was asked counts.
    const shown = this.#shownOf(query);
    const { known, flight } = await this.#known(query, shown);
    const booking = await this.#bookingOf(query, known);
    const now = clock.now();
    const papers = central.visas.answer?.map((record) => ({ record, asOf: now })) ?? known.visas;
    const facts = compose({
      person: query,
      direction: query.direction,
      day: query.day,
      now,
      visas: papers.flatMap(({ record, asOf }) => (isVisa(record) ? [{ record, asOf }] : [])),
      cards: papers.flatMap(({ record }) => (isVisa(record) ? [] : [record])),
      declarations: [...(central.declarations.answer ?? []), ...known.declarations.map(({ record }) => record)],
      shownCode: shown.code,
      pass: shown.pass,
      passengers: known.passengers,
      booking,
      hasList: flight === null ? null : known.flightAsOf !== null,
      // The lane puts its own crossings beside these.
      movements: (central.movements.answer ?? known.movements?.seen ?? []).map((one) => ({
        ...one,
        sameDocument: one.documentNumber === query.documentNumber,
      })),
      entries,
      gateListed: (record) => this.#parts.gateListed(record, query.day),
    });
    const list = known.flightAsOf ?? known.passengers[0]?.asOf ?? null;
    return {
      ...facts,
      sources: [
        sourceAnswer('VISAS', central.visas, known.visas[0]?.asOf ?? known.ages.visas),
        sourceAnswer('MOVEMENTS', central.movements, known.movements?.asOf ?? null),
        sourceAnswer('DECLARATIONS', central.declarations, known.declarations[0]?.asOf ?? known.ages.declarations),
        { source: 'PASSENGERS', state: list === null ? 'NOT_CONNECTED' : 'LOCAL', asOf: list, tookMs: 0 },
      ],
    };
  }

  async hear(text: string, query: TravelQuery, online: boolean): Promise<CodeHeard> {
    const code = readCode(text, query.day);
    if (code.kind === 'BOARDING_PASS') {
      const pass = boardingFlight(code.pass, query, query.direction, query.day);
      if (pass !== null) this.#show(query, { ...this.#shownOf(query), pass });
      return { kind: code.kind, found: pass !== null };
    }
    if (code.kind !== 'DECLARATION') return { kind: code.kind, found: false };
    const found = await this.#declared(code.code, query, online);
    // A code nobody knows is forgotten: it must not stand in the way of the declaration of this document.
    // What was shown while this was looked up stays known.
    if (found) this.#show(query, { ...this.#shownOf(query), code: code.code });
    return { kind: code.kind, found };
  }

  /** Whether a declaration has this code: here, else at the centre. */
  async #declared(code: string, query: TravelQuery, online: boolean): Promise<boolean> {
    const { advance, register } = this.#parts;
    const nobody = { documentNumber: '', birthDate: '', day: query.day, flight: null };
    const here = await advance.known({ ...nobody, code });
    if (here.ok && here.value.declarations.length > 0) return true;
    if (register === null || !online) return false;
    const told = await register.declarations(centralQuery(query, code));
    const plain = (one: string) => one.replace(/[^A-Z0-9]/g, '');
    return told.ok && told.value.some((one) => plain(one.code) === plain(code));
  }

  async stood(query: TravelQuery, at: number): Promise<void> {
    const shown = this.#shownOf(query);
    const { known } = await this.#known(query, shown);
    this.#shown.delete(keyOf(query));
    // Who lands and leaves again within days is on both lists: the one of this way is meant.
    const listed = passengerOf(
      query,
      known.passengers.filter(({ flight }) => !leadsOtherWay(flight, query.direction, this.#parts.airport)),
    );
    const declared = compose({
      person: query,
      direction: query.direction,
      day: query.day,
      now: at,
      visas: [],
      cards: [],
      declarations: known.declarations.map(({ record }) => record),
      shownCode: shown.code,
      pass: null,
      passengers: [],
      hasList: null,
      booking: [],
      movements: [],
      entries: [],
      gateListed: () => null,
    }).declaration;
    const passengers = listed === null ? [] : [listed.key];
    const declarations = declared == null ? [] : [declared.value.code];
    if (passengers.length + declarations.length === 0) return;
    await this.#parts.advance.stood({ passengers, declarations, at });
  }

  #shownOf(query: TravelQuery): Shown {
    return this.#shown.get(keyOf(query)) ?? NOTHING_SHOWN;
  }

  #show(query: TravelQuery, shown: Shown): void {
    this.#shown.delete(keyOf(query));
    this.#shown.set(keyOf(query), shown);
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > MOST_SHOWN && oldest !== undefined) this.#shown.delete(oldest);
  }

  /** What the own copies hold, and the flight whose list is meant: the pass's, else the declaration's. */
  async #known(query: TravelQuery, shown: Shown) {
    const { advance } = this.#parts;
    const { documentNumber, birthDate, day } = query;
    const look = async (flight: { number: string; day: string } | null) => {
      const found = await advance.known({ documentNumber, birthDate, day, code: shown.code, flight });
      return found.ok ? found.value : NOTHING_KNOWN;
    };
    if (shown.pass !== null) return { known: await look(shown.pass), flight: shown.pass };
    const known = await look(null);
    const declared = known.declarations
      .map(({ record }) => flightNumber(record.flight ?? ''))
      .find((one) => one !== null);
    if (known.passengers.length > 0 || declared === undefined) return { known, flight: null };
    const flight = { number: declared, day };
    return { known: await look(flight), flight };
  }

  /** Who else is of a child's booking; of anybody else nobody asks. */
  async #bookingOf(query: TravelQuery, { passengers }: AdvanceKnowledge): Promise<readonly Passenger[]> {
    const listed = isChild(query.birthDate, query.day) ? passengerOf(query, passengers) : null;
    if (listed === null || listed.passenger.locator === null) return [];
    const found = await this.#parts.advance.booking(listed.key);
    return found.ok ? found.value : [];
  }

  /** What the centre said serves the next time without it; nobody waits for that. */
  #remember({ documentNumber }: TravelQuery, { visas, movements, declarations }: CentralAnswers): void {
    const told = { visas: visas.answer, movements: movements.answer, declarations: declarations.answer };
    if (Object.values(told).every((answer) => answer === null)) return;
    void this.#parts.advance.remember({ documentNumber, ...told }, this.#parts.clock.now());
  }
}
