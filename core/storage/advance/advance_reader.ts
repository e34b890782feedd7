import type { Movement } from '../../domain/clearance/travel_facts.ts';
import { addDays } from '../../domain/screening/days.ts';
import { foldNumber } from '../../domain/screening/fold.ts';
import type { DeclarationRecord, ListedFlight, Passenger, RegisteredPaper } from '../../domain/travel/advance.ts';
import type {
  AdvanceKnowledge,
  AdvanceQuery,
  AdvanceStatus,
  CopyAges,
  FlightStatus,
} from '../../ports/advance_data.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { declarationsOf } from './declared_persons.ts';

/** A birth date alone finds many; no gate has that many born on one day. */
const MOST_OF_ONE_DAY = 500;

interface Row {
  readonly record: string;
  readonly as_of: number;
}
interface FlightRow {
  readonly number: string;
  readonly departs: string;
  readonly arrives: string | null;
  readonly place_from: string | null;
  readonly place_to: string | null;
  readonly as_of: number;
}
type PassengerRow = FlightRow & { readonly key: number; readonly record: string };

const flightOf = ({ number, departs, arrives, place_from, place_to }: FlightRow): ListedFlight => ({
  number,
  departs,
  arrives,
  from: place_from,
  to: place_to,
});

const ofPerson = (table: string, key: string) => `
SELECT record, as_of FROM (
  SELECT ${key}, record, as_of FROM ${table} WHERE document = @document
  UNION SELECT * FROM (SELECT ${key}, record, as_of FROM ${table} WHERE birth = @birth LIMIT ${MOST_OF_ONE_DAY})
  UNION SELECT ${key}, record, as_of FROM ${table} WHERE ${key} = @code)`;

const DECLARATIONS_OF_PERSON = declarationsOf(ofPerson('declarations', 'code'), MOST_OF_ONE_DAY);

/** The flights around a day, or one: a flight is known by its local day of departure and of arrival. */
const PASSENGERS = `
SELECT p.key, p.record, f.* FROM passengers p JOIN flights f ON f.id = p.flight
WHERE p.key IN (SELECT key FROM passengers WHERE document = @document
  UNION SELECT * FROM (SELECT key FROM passengers WHERE birth = @birth LIMIT ${MOST_OF_ONE_DAY}))
AND ((@number IS NULL AND substr(f.departs, 1, 10) <= @next AND substr(ifnull(f.arrives, f.departs), 1, 10) >= @before)
  OR (f.number = @number AND @day IN (substr(f.departs, 1, 10), substr(f.arrives, 1, 10))))`;

/** Bookings are of few; one of a whole tour group is cut off. */
const BOOKING = `
SELECT other.record FROM passengers one JOIN passengers other ON other.flight = one.flight AND other.kind = one.kind
WHERE one.key = ? AND one.kind = 'PASSENGER' AND other.key <> one.key
AND other.record ->> 'locator' = one.record ->> 'locator' LIMIT 50`;

/** Reads advance.db. Functions throw SqliteError. */
export function advanceReader(database: EncryptedDatabase) {
  const visas = database.prepare<unknown[], Row>(ofPerson('visas', 'number'));
  const declarations = database.prepare<unknown[], Row>(DECLARATIONS_OF_PERSON);
  const passengers = database.prepare<unknown[], PassengerRow>(PASSENGERS);
  const listOf = database
    .prepare<unknown[], number>(
      'SELECT max(as_of) FROM flights WHERE number = ? AND ? IN (substr(departs, 1, 10), substr(arrives, 1, 10))',
    )
    .pluck();
  const booking = database.prepare<[number], string>(BOOKING).pluck();
  const movements = database.prepare<[string], Row>('SELECT record, as_of FROM movements WHERE document = ?');
  const ages = database.prepare<[], { kind: string; as_of: number }>('SELECT kind, as_of FROM copies');
  const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck();
  const visaCount = count('visas');
  const declarationCount = count('declarations');
  const flights = database.prepare<
    { from: string; to: string },
    FlightRow & { passengers: number; crew: number; arrived: number }
  >(
    `SELECT f.*, count(*) FILTER (WHERE p.kind = 'PASSENGER') AS passengers, count(*) FILTER (WHERE p.kind = 'CREW') AS crew,
       count(*) FILTER (WHERE p.kind = 'PASSENGER' AND p.arrived_at IS NOT NULL) AS arrived
     FROM flights f LEFT JOIN passengers p ON p.flight = f.id
     WHERE substr(f.departs, 1, 10) <= @to AND substr(ifnull(f.arrives, f.departs), 1, 10) >= @from
     GROUP BY f.id ORDER BY ifnull(f.arrives, f.departs), f.number`,
  );

  const copyAges = (): CopyAges => {
    const found = new Map(ages.all().map(({ kind, as_of }) => [kind, as_of]));
    return { visas: found.get('visas') ?? null, declarations: found.get('declarations') ?? null };
  };
  const records = <T>(rows: readonly Row[]) =>
    rows.map(({ record, as_of }) => ({ record: JSON.parse(record) as T, asOf: as_of }));

  return {
    known(query: AdvanceQuery): AdvanceKnowledge {
      const { day, flight } = query;
      const document = foldNumber(query.documentNumber) || null;
      // A date known in part finds nobody: too many are born in one year.
      const birth = query.birthDate.length === 10 ? query.birthDate : null;
      const code = query.code === null ? null : foldNumber(query.code);
      const around = { before: addDays(day, -1), next: addDays(day, 1) };
      const named = { number: flight?.number ?? null, day: flight?.day ?? day };
      const seen = document === null ? undefined : movements.get(document);
      return {
        visas: records<RegisteredPaper>(visas.all({ document, birth, code: null })),
        declarations: records<DeclarationRecord>(declarations.all({ document, birth, code })),
        passengers: passengers.all({ document, birth, ...around, ...named }).map((row) => ({
          key: row.key,
          passenger: JSON.parse(row.record) as Passenger,
          flight: flightOf(row),
          asOf: row.as_of,
        })),
        flightAsOf: flight === null ? null : (listOf.get(flight.number, flight.day) ?? null),
        movements:
          seen === undefined ? null : { seen: JSON.parse(seen.record) as readonly Movement[], asOf: seen.as_of },
        ages: copyAges(),
      };
    },
    booking: (key: number): readonly Passenger[] => booking.all(key).map((record) => JSON.parse(record) as Passenger),
    status(days: { readonly from: string; readonly to: string }): Omit<AdvanceStatus, 'renewed'> {
      return {
        ages: copyAges(),
        visas: visaCount.get() ?? 0,
        declarations: declarationCount.get() ?? 0,
        flights: flights.all(days).map(
          (row): FlightStatus => ({
            flight: flightOf(row),
            passengers: row.passengers,
            crew: row.crew,
            arrived: row.arrived,
            asOf: row.as_of,
          }),
        ),
      };
    },
  };
}
