import type { Movement } from '../../domain/clearance/travel_facts.ts';
import { addDays } from '../../domain/screening/days.ts';
import { foldNumber } from '../../domain/screening/fold.ts';
import type { DeclarationRecord, Passenger, RegisteredPaper } from '../../domain/travel/advance.ts';
import type { AdvanceKnowledge, AdvanceQuery, AdvanceStatus } from '../../ports/advance_data.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { copiesReader } from './copies_reader.ts';
import { declarationsOf } from './declared_persons.ts';
import { type FlightRow, flightOf, flightReader } from './flight_reader.ts';

/** A birth date alone finds many; no gate has that many born on one day. */
const MOST_OF_ONE_DAY = 500;

interface Row {
  readonly record: string;
  readonly as_of: number;
}
type PassengerRow = FlightRow & { readonly key: number; readonly record: string };

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
  const copies = copiesReader(database);
  const { flights, expected } = flightReader(database);
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
        ages: copies.copyAges(),
      };
    },
    booking: (key: number): readonly Passenger[] => booking.all(key).map((record) => JSON.parse(record) as Passenger),
    copies: copies.copies,
    countAnew: copies.countAnew,
    flights,
    expected,
    status(days: { readonly from: string; readonly to: string }): Omit<AdvanceStatus, 'renewed'> {
      const all = { ...days, number: '', airport: null, direction: null, offset: 0, limit: -1 };
      return {
        ages: copies.copyAges(),
        visas: copies.visas(),
        declarations: copies.declarations(),
        flights: flights(all).flights,
      };
    },
  };
}
