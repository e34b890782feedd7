import type { ListedFlight, Passenger } from '../../domain/travel/advance.ts';
import type { ExpectedPeople, ExpectedQuery, FlightQuery, FlightStatus } from '../../ports/advance_data.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';

export interface FlightRow {
  readonly number: string;
  readonly departs: string;
  readonly arrives: string | null;
  readonly place_from: string | null;
  readonly place_to: string | null;
  readonly as_of: number;
}
type CountedRow = FlightRow & {
  readonly id: number;
  readonly passengers: number;
  readonly crew: number;
  readonly arrived: number;
};

/** A flight as it was listed. */
export const flightOf = ({ number, departs, arrives, place_from, place_to }: FlightRow): ListedFlight => ({
  number,
  departs,
  arrives,
  from: place_from,
  to: place_to,
});

const ASKED = `
FROM flights f WHERE substr(f.departs, 1, 10) <= @to AND substr(ifnull(f.arrives, f.departs), 1, 10) >= @from
AND substr(f.number, 1, length(@number)) = @number
AND (@direction IS NULL OR CASE @direction WHEN 'ARRIVAL' THEN f.place_to ELSE f.place_from END = @airport)`;

/** By the time at this gate, where it is known which end of the flight is here. */
const PAGE = `
WITH page AS (
  SELECT f.*, CASE WHEN f.place_from = @airport THEN f.departs ELSE ifnull(f.arrives, f.departs) END AS here ${ASKED}
  ORDER BY here, f.number, f.id LIMIT @limit OFFSET @offset)
SELECT page.*, count(*) FILTER (WHERE p.kind = 'PASSENGER') AS passengers, count(*) FILTER (WHERE p.kind = 'CREW') AS crew,
  count(*) FILTER (WHERE p.kind = 'PASSENGER' AND p.arrived_at IS NOT NULL) AS arrived
FROM page LEFT JOIN passengers p ON p.flight = page.id GROUP BY page.id ORDER BY page.here, page.number, page.id`;

const PEOPLE = `
FROM passengers WHERE flight = @flight AND kind = 'PASSENGER'
AND (@who = 'ALL' OR (arrived_at IS NULL) = (@who = 'NOT_COME'))`;

/** Reads flights and who is expected on them from advance.db. Functions throw SqliteError. */
export function flightReader(database: EncryptedDatabase) {
  const count = database.prepare<FlightQuery, number>(`SELECT count(*) ${ASKED}`).pluck();
  const page = database.prepare<FlightQuery, CountedRow>(PAGE);
  const one = database.prepare<[number], FlightRow>('SELECT * FROM flights WHERE id = ?');
  const countPeople = database.prepare<ExpectedQuery, number>(`SELECT count(*) ${PEOPLE}`).pluck();
  const people = database.prepare<ExpectedQuery, { record: string; arrived_at: number | null }>(
    `SELECT record, arrived_at ${PEOPLE}
     ORDER BY record ->> '$.holder.surname', record ->> '$.holder.givenNames', key LIMIT @limit OFFSET @offset`,
  );
  return {
    flights: (query: FlightQuery): { readonly total: number; readonly flights: readonly FlightStatus[] } => ({
      total: count.get(query) ?? 0,
      flights: page.all(query).map((row) => ({
        id: row.id,
        flight: flightOf(row),
        passengers: row.passengers,
        crew: row.crew,
        arrived: row.arrived,
        asOf: row.as_of,
      })),
    }),
    expected(query: ExpectedQuery): ExpectedPeople | null {
      const flight = one.get(query.flight);
      if (flight === undefined) return null;
      return {
        flight: flightOf(flight),
        total: countPeople.get(query) ?? 0,
        people: people
          .all(query)
          .map(({ record, arrived_at }) => ({ passenger: JSON.parse(record) as Passenger, cameAt: arrived_at })),
      };
    },
  };
}
