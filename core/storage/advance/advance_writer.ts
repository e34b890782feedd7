import { fold, foldNumber } from '../../domain/screening/fold.ts';
import type { DeclarationRecord, Passenger, PassengerList, RegisteredPaper } from '../../domain/travel/advance.ts';
import type { AdvanceRow } from '../../sync/advance_rows.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { declaredPersons } from './declared_persons.ts';

/** What a row did to the copy. */
export type RowChange = 'ADDED' | 'CHANGED' | 'SAME' | 'REMOVED' | 'NOT_THERE';

const folded = (number: string | null): string | null => (number === null ? null : foldNumber(number) || null);

/** What makes two rows of one list the same person: the document, else name and birth date. */
const sameOf = ({ holder }: Passenger): string =>
  folded(holder.documentNumber) ?? `${fold(`${holder.surname} ${holder.givenNames}`)}|${holder.birthDate ?? ''}`;

function visas(database: EncryptedDatabase) {
  const found = database.prepare<[string], string>('SELECT record FROM visas WHERE number = ?').pluck();
  const put = database.prepare('INSERT OR REPLACE INTO visas VALUES (?, ?, ?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM visas WHERE number = ?');
  return {
    put(record: RegisteredPaper, asOf: number): RowChange {
      const text = JSON.stringify(record);
      const before = found.get(foldNumber(record.number));
      const { documentNumber, birthDate } = record.holder;
      put.run(foldNumber(record.number), folded(documentNumber), birthDate, record.validTo, asOf, text);
      return before === undefined ? 'ADDED' : before === text ? 'SAME' : 'CHANGED';
    },
    drop: (number: string): RowChange => (drop.run(foldNumber(number)).changes > 0 ? 'REMOVED' : 'NOT_THERE'),
  };
}

function declarations(database: EncryptedDatabase) {
  const found = database.prepare<[string], string>('SELECT record FROM declarations WHERE code = ?').pluck();
  const put = database.prepare(
    `INSERT INTO declarations VALUES (?, ?, ?, ?, NULL, ?, ?) ON CONFLICT (code) DO UPDATE SET document = excluded.document,
     birth = excluded.birth, valid_to = excluded.valid_to, as_of = excluded.as_of, record = excluded.record`,
  );
  const drop = database.prepare('DELETE FROM declarations WHERE code = ?');
  const persons = declaredPersons(database);
  return {
    put(record: DeclarationRecord, asOf: number): RowChange {
      const text = JSON.stringify(record);
      const code = foldNumber(record.code);
      const before = found.get(code);
      const { documentNumber, birthDate } = record.holder;
      put.run(code, folded(documentNumber), birthDate, record.validTo, asOf, text);
      persons.put(code, record.members ?? []);
      return before === undefined ? 'ADDED' : before === text ? 'SAME' : 'CHANGED';
    },
    drop: (code: string): RowChange => (drop.run(foldNumber(code)).changes > 0 ? 'REMOVED' : 'NOT_THERE'),
  };
}

interface PassengerRow {
  readonly key: number;
  readonly same: string;
  readonly record: string;
}

/** How a list changed its flight's rows. */
interface ListChange {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Rows that name a person the list has named already. */
  readonly twice: number;
}

function passengerLists(database: EncryptedDatabase) {
  const putFlight = database
    .prepare<unknown[], number>(
      `INSERT INTO flights (number, departs, arrives, place_from, place_to, as_of) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET arrives = excluded.arrives, as_of = excluded.as_of RETURNING id`,
    )
    .pluck();
  const of = database.prepare<unknown[], PassengerRow>(
    'SELECT key, same, record FROM passengers WHERE flight = ? AND kind = ?',
  );
  const add = database.prepare(
    'INSERT INTO passengers (flight, kind, document, birth, same, record) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const change = database.prepare('UPDATE passengers SET document = ?, birth = ?, record = ? WHERE key = ?');
  const drop = database.prepare('DELETE FROM passengers WHERE key = ?');
  /** Who has arrived stays so: rows of persons whom the new list names again are changed, never made anew. */
  return (list: PassengerList, asOf: number): ListChange => {
    const { number, departs, arrives, from, to } = list.flight;
    const flight = putFlight.get(number, departs, arrives, from, to, asOf) as number;
    const before = new Map(of.all(flight, list.kind).map((row) => [row.same, row]));
    const named = new Set<string>();
    const count = { added: 0, changed: 0, removed: 0, twice: 0 };
    for (const passenger of list.passengers) {
      const same = sameOf(passenger);
      const record = JSON.stringify(passenger);
      const document = folded(passenger.holder.documentNumber);
      const old = before.get(same);
      if (named.has(same)) count.twice += 1;
      else if (old === undefined) {
        add.run(flight, list.kind, document, passenger.holder.birthDate, same, record);
        count.added += 1;
      } else if (old.record !== record) {
        change.run(document, passenger.holder.birthDate, record, old.key);
        count.changed += 1;
      }
      named.add(same);
    }
    if (list.continues) return count;
    for (const { key, same } of before.values()) {
      if (named.has(same)) continue;
      drop.run(key);
      count.removed += 1;
    }
    return count;
  };
}

/** Writes rows into advance.db; belongs inside a transaction. Functions throw SqliteError. */
export function advanceWriter(database: EncryptedDatabase) {
  const age = database.prepare(
    'INSERT INTO copies VALUES (?, ?) ON CONFLICT DO UPDATE SET as_of = max(as_of, excluded.as_of)',
  );
  const visa = visas(database);
  const declaration = declarations(database);
  const movements = database.prepare('INSERT OR REPLACE INTO movements VALUES (?, ?, ?)');
  return {
    visa,
    declaration,
    passengers: passengerLists(database),
    movements: (document: string, seen: unknown, asOf: number) =>
      movements.run(foldNumber(document), asOf, JSON.stringify(seen)),
    aged: (kind: 'visas' | 'declarations', asOf: number) => age.run(kind, asOf),
  };
}
export type AdvanceWriter = ReturnType<typeof advanceWriter>;
export type WritableRow = Exclude<AdvanceRow, { readonly rejected: unknown }>;
