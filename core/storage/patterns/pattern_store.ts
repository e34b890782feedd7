import { gather } from '../../domain/patterns/gather.ts';
import { indicatorsIn } from '../../domain/patterns/indicators.ts';
import { allKeys } from '../../domain/patterns/sighting.ts';
import { candidateOf } from '../../domain/patterns/sighting_of.ts';
import type { Crossing } from '../../ports/crossings.ts';
import type { PatternAnswer } from '../../ports/patterns.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import type { StoreKeys } from '../store_keys.ts';
import { keyedHash } from './keyed_hash.ts';
import { SIGHTING_COLUMNS, type SightingAsList, type SightingRow, sightingOf, sightingRow } from './sighting_rows.ts';
import { shippedThresholds } from './thresholds_file.ts';

interface KeptCrossing {
  readonly id: number;
  readonly at: number;
  readonly keys: string;
}

const INSERT = `
INSERT INTO pattern_sightings VALUES (@key, @at, @crossing, @day, @departure, @trouble, @person, @document, @birth,
  @nationality, @gate, @child, @party, @local)`;

const UNDER = `
SELECT ${SIGHTING_COLUMNS} FROM pattern_sightings WHERE key = ? AND at <= ? AND crossing <> ? ORDER BY at DESC, crossing DESC LIMIT ?`;

// The record may have gone before what patterns keep of it, or be kept longer.
const RECORD = `
SELECT kept.crossing, one.record_number, one.day FROM pattern_crossings AS kept
LEFT JOIN crossings AS one ON one.id = kept.crossing WHERE kept.id = ?`;

/**
 * What crossings share, in booth.db, so that it is written in the same transaction as the crossing. Functions throw
 * SqliteError; `remember` and `forget` are whole in themselves.
 */
export function patternStore(database: EncryptedDatabase, keys: StoreKeys, thresholds = shippedThresholds()) {
  const keyOf = keyedHash(keys.patterns);
  const insert = database.prepare<[SightingRow]>(INSERT);
  const removeRow = database.prepare<[number, number, number]>(
    'DELETE FROM pattern_sightings WHERE key = ? AND at = ? AND crossing = ?',
  );
  const under = database.prepare<[number, number, number, number], SightingAsList>(UNDER).raw();
  const kept = database.prepare<[string], KeptCrossing>(
    'SELECT id, at, keys FROM pattern_crossings WHERE crossing = ?',
  );
  const keep = database
    .prepare<[string, number, string], number>(
      'INSERT INTO pattern_crossings (crossing, at, keys) VALUES (?, ?, ?) RETURNING id',
    )
    .pluck();
  const remove = database.prepare<[number]>('DELETE FROM pattern_crossings WHERE id = ?');
  const oldest = database.prepare<[number, number], KeptCrossing>(
    'SELECT id, at, keys FROM pattern_crossings WHERE at < ? ORDER BY at LIMIT ?',
  );
  const record = database.prepare<[number], { crossing: string; record_number: string | null; day: string | null }>(
    RECORD,
  );
  // Numbers are given in order and deleted from the oldest on: their span is their count, near enough, and costs nothing.
  const span = database.prepare<[], number>('SELECT coalesce(max(id) - min(id) + 1, 0) FROM pattern_crossings').pluck();

  function drop({ id, at, keys: where }: KeptCrossing): void {
    for (const key of JSON.parse(where) as number[]) removeRow.run(key, at, id);
    remove.run(id);
  }

  const remember = database.transaction((crossing: Crossing): void => {
    const before = kept.get(crossing.id);
    if (before !== undefined) drop(before);
    const candidate = candidateOf(crossing, 0, keyOf, thresholds);
    const places = allKeys(candidate.keys);
    const id = keep.get(crossing.id, crossing.at, JSON.stringify(places)) as number;
    for (const key of places) insert.run(sightingRow(key, { ...candidate.seen, crossing: id }));
  });

  const forget = database.transaction((before: number, limit: number): number => {
    const old = oldest.all(before, limit);
    for (const one of old) drop(one);
    return old.length;
  });

  return {
    remember,
    forget,
    indicatorsFor(crossing: Crossing): PatternAnswer {
      const began = performance.now();
      const candidate = candidateOf(crossing, kept.get(crossing.id)?.id ?? 0, keyOf, thresholds);
      const held = {
        under: (key: number, until: number, but: number, limit: number) =>
          under.all(key, until, but, limit).map(sightingOf),
      };
      const found = indicatorsIn(candidate, gather(candidate, held, thresholds), thresholds);
      const indicators = found.map(({ evidence, ...one }) => ({
        ...one,
        evidence: evidence.map(({ crossing: number, what }) => {
          const row = record.get(number);
          return {
            crossing: row?.crossing ?? '',
            recordNumber: row?.record_number ?? null,
            day: row?.day ?? null,
            what,
          };
        }),
      }));
      const tookMs = performance.now() - began;
      return { indicators, asOf: crossing.at, keptCrossings: span.get() ?? 0, tookMs };
    },
  };
}
