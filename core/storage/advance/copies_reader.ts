import type { CopiesState, CopyAges, KeptImport } from '../../ports/advance_data.ts';
import type { EncryptedDatabase } from '../encrypted_database.ts';

interface Counted {
  readonly records: number;
  readonly asOf: number | null;
}

/** How many rows a large copy has is counted so often at most, ms: it takes a fifth of a second where there are a million. */
const COUNT_EVERY_MS = 600_000;

/** Reads how many each copy of advance.db holds, how old it is, and what was last brought in. Functions throw SqliteError. */
export function copiesReader(database: EncryptedDatabase) {
  const ages = database.prepare<[], { kind: string; as_of: number }>('SELECT kind, as_of FROM copies');
  const count = (sql: string) => database.prepare<[], number>(`SELECT count(*) FROM ${sql}`).pluck();
  const visas = count('visas');
  const declarations = count('declarations');
  const people = count("passengers WHERE kind = 'PASSENGER'");
  const aged = (table: string) =>
    database.prepare<[], Counted>(`SELECT count(*) AS records, max(as_of) AS asOf FROM ${table}`);
  const flights = aged('flights');
  const movements = aged('movements');
  const imports = database.prepare<[], string>('SELECT record FROM imports ORDER BY at DESC, form').pluck();
  const none: Counted = { records: 0, asOf: null };
  let counted: {
    readonly at: number;
    readonly visas: number;
    readonly declarations: number;
    readonly people: number;
  } | null = null;
  const counts = () => {
    if (counted !== null && performance.now() - counted.at < COUNT_EVERY_MS) return counted;
    counted = {
      at: performance.now(),
      visas: visas.get() ?? 0,
      declarations: declarations.get() ?? 0,
      people: people.get() ?? 0,
    };
    return counted;
  };

  const copyAges = (): CopyAges => {
    const found = new Map(ages.all().map(({ kind, as_of }) => [kind, as_of]));
    return { visas: found.get('visas') ?? null, declarations: found.get('declarations') ?? null };
  };
  return {
    copyAges,
    visas: () => visas.get() ?? 0,
    declarations: () => declarations.get() ?? 0,
    /** Rows came or went: the next question counts anew. */
    countAnew(): void {
      counted = null;
    },
    /** What the centre told since the last count may be missing from the numbers, never from their age. */
    copies(): CopiesState {
      const age = copyAges();
      const rows = counts();
      const listed = flights.get() ?? none;
      return {
        visas: { records: rows.visas, asOf: age.visas },
        declarations: { records: rows.declarations, asOf: age.declarations },
        passengers: { records: rows.people, flights: listed.records, asOf: listed.asOf },
        movements: movements.get() ?? none,
        imports: imports.all().map((record) => JSON.parse(record) as KeptImport),
      };
    },
  };
}
