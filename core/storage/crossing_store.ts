import type { Facts } from '../domain/entry/facts.ts';
import type { Verdict } from '../domain/entry/outcome.ts';
import type { Crossing, CrossingOutcome, PersonKeys } from '../ports/crossings.ts';
import type { EncryptedDatabase } from './encrypted_database.ts';
import type { SealedRow } from './sealed_rows.ts';

/** A row of `crossings` as SQLite gives it. */
export interface CrossingRow {
  readonly id: string;
  readonly record_number: string;
  readonly lane: string;
  readonly at: number;
  readonly day: string;
  readonly direction: Crossing['direction'];
  readonly outcome: CrossingOutcome;
  readonly document_key: string | null;
  readonly person_key: string | null;
  readonly personal_number: string | null;
  readonly nationality: string;
  readonly stay_until: string | null;
  readonly rules_version: string;
  readonly facts: string;
  readonly verdict: string;
}

export const crossingOf = (row: CrossingRow): Crossing => ({
  id: row.id,
  recordNumber: row.record_number,
  lane: row.lane,
  at: row.at,
  day: row.day,
  direction: row.direction,
  outcome: row.outcome,
  documentKey: row.document_key,
  personKey: row.person_key,
  personalNumber: row.personal_number,
  nationality: row.nationality,
  stayUntil: row.stay_until,
  rulesVersion: row.rules_version,
  facts: JSON.parse(row.facts) as Facts,
  verdict: JSON.parse(row.verdict) as Verdict,
});

const SAVE = `
INSERT INTO crossings VALUES (@id, @record_number, @lane, @at, @day, @direction, @outcome, @document_key, @person_key,
  @personal_number, @nationality, @stay_until, @rules_version, @facts, @verdict)
ON CONFLICT (id) DO UPDATE SET at = excluded.at, day = excluded.day, outcome = excluded.outcome,
  stay_until = excluded.stay_until, rules_version = excluded.rules_version, facts = excluded.facts,
  verdict = excluded.verdict`;

// One look-up an index: an OR over three columns would read the table.
const OF_PERSON = `
SELECT * FROM (SELECT * FROM crossings WHERE document_key = @documentKey ORDER BY at DESC LIMIT @limit)
UNION SELECT * FROM (SELECT * FROM crossings WHERE person_key = @personKey ORDER BY at DESC LIMIT @limit)
UNION SELECT * FROM (SELECT * FROM crossings WHERE personal_number = @personalNumber ORDER BY at DESC LIMIT @limit)
ORDER BY at DESC LIMIT @limit`;

/** The rows of `crossings`. Functions throw SqliteError; `save` belongs inside a transaction. */
export function crossingStore(database: EncryptedDatabase) {
  const save = database.prepare<[CrossingRow]>(SAVE);
  const ofPerson = database.prepare<[PersonKeys & { limit: number }], CrossingRow>(OF_PERSON);
  const byId = database.prepare<[string], CrossingRow>('SELECT * FROM crossings WHERE id = ?');
  const place = database.prepare<[], number | null>('SELECT max(rowid) FROM crossings').pluck();
  const count = database.prepare<[], number>('SELECT count(*) FROM crossings').pluck();
  return {
    save(one: Crossing): SealedRow {
      const row = {
        id: one.id,
        record_number: one.recordNumber,
        lane: one.lane,
        at: one.at,
        day: one.day,
        direction: one.direction,
        outcome: one.outcome,
        document_key: one.documentKey,
        person_key: one.personKey,
        personal_number: one.personalNumber,
        nationality: one.nationality,
        stay_until: one.stayUntil,
        rules_version: one.rulesVersion,
        facts: JSON.stringify(one.facts),
        verdict: JSON.stringify(one.verdict),
      };
      save.run(row);
      return row;
    },
    ofPerson: (keys: PersonKeys, limit: number) => ofPerson.all({ ...keys, limit }).map(crossingOf),
    byId: (id: string) => {
      const row = byId.get(id);
      return row === undefined ? null : crossingOf(row);
    },
    count: () => count.get() ?? 0,
    /** Crossings are numbered as they are written and none is ever taken out: the number of the last one. */
    lastPlace: () => place.get() ?? 0,
  };
}
