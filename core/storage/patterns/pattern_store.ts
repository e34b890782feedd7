import { gather } from '../../domain/patterns/gather.ts';
import { indicatorsIn } from '../../domain/patterns/indicators.ts';
import { allKeys } from '../../domain/patterns/sighting.ts';
import { candidateOf } from '../../domain/patterns/sighting_of.ts';
import type { Crossing } from '../../ports/crossings.ts';
import type { PatternAnswer } from '../../ports/patterns.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import type { StoreKeys } from '../store_keys.ts';
import { gateNumbers } from './gate_numbers.ts';
import { keyedHash } from './keyed_hash.ts';
import { keysAsBytes, keysIn } from './keys_as_bytes.ts';
import { SIGHTING_COLUMNS, type SightingAsList, type SightingRow, sightingOf, sightingRow } from './sighting_rows.ts';
import { shippedThresholds } from './thresholds_file.ts';

interface KeptCrossing {
  readonly id: number;
  readonly at: number;
  readonly keys: Buffer;
}

const INSERT = `
INSERT INTO pattern_sightings VALUES (@key, @at, @crossing, @day, @departure, @trouble, @person, @document, @birth,
  @nationality, @gate, @child, @party, @local)`;

/** Each end by itself is one step down the table; both in one SELECT would read it whole. */
export const SPAN = `
SELECT coalesce((SELECT max(id) FROM pattern_crossings) - (SELECT min(id) FROM pattern_crossings) + 1, 0)`;

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
  const gates = gateNumbers(database);
  const insert = database.prepare<[SightingRow]>(INSERT);
  const removeRow = database.prepare<[number, number, number]>(
    'DELETE FROM pattern_sightings WHERE key = ? AND at = ? AND crossing = ?',
  );
  const under = database.prepare<[number, number, number, number], SightingAsList>(UNDER).raw();
  const kept = database.prepare<[string], KeptCrossing>(
    'SELECT id, at, keys FROM pattern_crossings WHERE crossing = ?',
  );
  const keep = database
    .prepare<[string, number, Buffer], number>(
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
  const span = database.prepare<[], number>(SPAN).pluck();

  function drop({ id, at, keys: where }: KeptCrossing): void {
    for (const key of keysIn(where)) removeRow.run(key, at, id);
    remove.run(id);
  }

  const remember = database.transaction((crossing: Crossing): void => {
    const before = kept.get(crossing.id);
    if (before !== undefined) drop(before);
    const candidate = candidateOf(crossing, 0, keyOf, thresholds);
    const places = allKeys(candidate.keys);
    const gate = gates.numberOf(candidate.seen.gate);
    const id = keep.get(crossing.id, crossing.at, keysAsBytes(places)) as number;
    for (const key of places) insert.run(sightingRow(key, { ...candidate.seen, crossing: id }, gate));
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
      const names = gates.names();
      const held = {
        under: (key: number, until: number, but: number, limit: number) =>
          under.all(key, until, but, limit).map((row) => sightingOf(row, names)),
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
