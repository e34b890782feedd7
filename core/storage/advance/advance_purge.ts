import type { Retention } from '../../ports/advance_data.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';

const HOUR_MS = 3_600_000;
/** A flight's times are local to its airports, which lie at most so far from UTC. */
const FURTHEST_ZONE_MS = 14 * HOUR_MS;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const minuteOf = (time: number): string => new Date(time).toISOString().slice(0, 16);

/** Deletes what has passed its time, overwriting it on the disk (`secure_delete`). @returns how many rows. Throws SqliteError. */
export function purge(database: EncryptedDatabase, now: number, retention: Retention): number {
  const { passengersHours, declarationsHours, visasDays, movementsDays } = retention;
  const deletions: readonly (readonly [string, string | number])[] = [
    [
      'DELETE FROM flights WHERE ifnull(arrives, departs) < ?',
      minuteOf(now - passengersHours * HOUR_MS - FURTHEST_ZONE_MS),
    ],
    ['DELETE FROM declarations WHERE used_at < ?', now - declarationsHours * HOUR_MS],
    ['DELETE FROM declarations WHERE valid_to < ?', dayOf(now - declarationsHours * HOUR_MS - FURTHEST_ZONE_MS)],
    ['DELETE FROM visas WHERE valid_to < ?', dayOf(now - visasDays * 24 * HOUR_MS)],
    ['DELETE FROM movements WHERE as_of < ?', now - movementsDays * 24 * HOUR_MS],
  ];
  return database.transaction(() =>
    deletions.reduce((sum, [sql, limit]) => sum + database.prepare(sql).run(limit).changes, 0),
  )();
}
