import type { AdvanceForm } from '../../domain/travel/advance_questions.ts';
import type { AdvanceFile, AdvanceSummary } from '../../ports/advance_data.ts';
import { advanceRows, writtenAt } from '../../sync/advance_file.ts';
import { AdvanceFileError } from '../../sync/advance_rows.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';
import { type AdvanceWriter, advanceWriter, type RowChange, type WritableRow } from './advance_writer.ts';

/** Rejected rows told one by one; the rest is counted. */
const TOLD = 100;

/** Counts what a file did. */
class Tally {
  readonly flights = new Set<string>();
  readonly rejected: { line: number; reason: string }[] = [];
  readonly counts = { read: 0, added: 0, changed: 0, removed: 0, rejectedCount: 0 };

  reject(line: number, reason: string, times = 1): void {
    this.counts.rejectedCount += times;
    if (this.rejected.length < TOLD) this.rejected.push({ line, reason });
  }

  change(change: RowChange): void {
    this.counts.read += 1;
    if (change === 'ADDED') this.counts.added += 1;
    else if (change === 'CHANGED') this.counts.changed += 1;
    else if (change === 'REMOVED') this.counts.removed += 1;
  }
}

function write(row: WritableRow, form: AdvanceForm, asOf: number, writer: AdvanceWriter, tally: Tally): void {
  if ('visa' in row) tally.change(writer.visa.put(row.visa, asOf));
  else if ('declaration' in row) tally.change(writer.declaration.put(row.declaration, asOf));
  else if ('takenBack' in row)
    tally.change(form === 'visas' ? writer.visa.drop(row.takenBack) : writer.declaration.drop(row.takenBack));
  else {
    const list = row.passengers;
    // A later message of the same interchange for the same flight goes on where the one before ended.
    const name = `${list.flight.number} ${list.flight.departs.slice(0, 10)}`;
    const again = tally.flights.has(`${name} ${list.kind}`);
    const change = writer.passengers(again ? { ...list, continues: true } : list, asOf);
    tally.flights.add(`${name} ${list.kind}`);
    tally.counts.read += list.passengers.length;
    tally.counts.added += change.added;
    tally.counts.changed += change.changed;
    tally.counts.removed += change.removed;
    if (change.twice > 0) tally.reject(0, 'PERSON_TWICE', change.twice);
  }
}

/** Who watches a file being taken in. */
interface Taking {
  /** Told how many bytes of it were read. */
  readonly progress: (bytes: number) => void;
  /** Whether it has been given up. */
  readonly stopped: () => boolean;
  /** Told before it is committed: what is written here stands with the file or not at all. */
  readonly done: (summary: AdvanceSummary) => void;
}

/**
 * Takes a file in as one transaction: until its end, and for ever if anything in it breaks or the program ends, the copy is
 * what it was; so it stays where `stopped` says so on the way. Throws AdvanceFileError and SqliteError.
 */
export async function takeFile(
  database: EncryptedDatabase,
  file: Omit<AdvanceFile, 'told'>,
  { progress, stopped, done }: Taking,
): Promise<AdvanceSummary> {
  const begin = performance.now();
  const asOf = file.asOf ?? writtenAt(file.path);
  const tally = new Tally();
  const writer = advanceWriter(database);
  database.exec('BEGIN IMMEDIATE');
  try {
    let bytes = 0;
    const drawn = (more: number): void => {
      bytes += more;
      progress(bytes);
    };
    for await (const row of advanceRows(file.path, file.form, drawn)) {
      if (stopped()) throw new AdvanceFileError('ADVANCE_CANCELLED', '');
      if ('rejected' in row) {
        tally.counts.read += 1;
        tally.reject(row.rejected.line, row.rejected.reason);
      } else write(row, file.form, asOf, writer, tally);
    }
    if (file.form === 'visas' || file.form === 'declarations') writer.aged(file.form, asOf);
    const flights = [...new Set([...tally.flights].map((name) => name.slice(0, name.lastIndexOf(' '))))];
    const seconds = Math.round(performance.now() - begin) / 1000;
    const summary = { form: file.form, flights, ...tally.counts, rejected: tally.rejected, seconds };
    done(summary);
    database.exec('COMMIT');
    return summary;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}
