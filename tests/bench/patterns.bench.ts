import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from '../../core/domain/patterns/gather.ts';
import { indicatorsIn } from '../../core/domain/patterns/indicators.ts';
import { candidateOf } from '../../core/domain/patterns/sighting_of.ts';
import { shippedThresholds } from '../../core/storage/patterns/thresholds_file.ts';
import { round, type Table, timesRow } from './figures.ts';
import { crossingOf, generatedHistory } from './patterns/generated_history.ts';
import { type FilledStores, fillStores } from './patterns/pattern_bench_store.ts';

const CROSSINGS = Number(process.env.BOOTH_BENCH_CROSSINGS ?? 1_000_000);
const ASKED = 3000;
const WRITTEN = 500;
const SCANS = 5;
const THRESHOLDS = shippedThresholds();

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const SCAN = `
SELECT * FROM peer WHERE person = @person OR document = @document OR sponsor = @sponsor OR phone = @phone
  OR address = @address OR party = @party`;

function pages(database: FilledStores['database'], table: string): number {
  const bytes = database.prepare<[string], number>('SELECT sum(pgsize) FROM dbstat WHERE name = ?').pluck();
  try {
    return bytes.get(table) ?? Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** What earlier crossings say of a new one, against a million kept on an encrypted disk, beside a plain scan and plain memory. */
export async function run(): Promise<Table> {
  const directory = mkdtempSync(join(process.env.BOOTH_BENCH_DIR ?? tmpdir(), 'booth-bench-'));
  try {
    const steps = generatedHistory(3, CROSSINGS + WRITTEN);
    const kept = steps.slice(0, CROSSINGS);
    const start = performance.now();
    const { database, peer, memory, store, keyOf } = fillStores(join(directory, 'booth'), kept, THRESHOLDS);
    const filled = (performance.now() - start) / 1000;
    const asked = Array.from({ length: ASKED }, (_, one) => {
      const place = CROSSINGS - 1 - ((one * 7_368_787) % Math.floor(CROSSINGS / 5));
      return crossingOf(steps[place] as (typeof steps)[number], place);
    });
    const byStore = asked.map((one) => timed(() => store.indicatorsFor(one)));
    const byMemory = asked.map((one) =>
      timed(() => {
        const candidate = candidateOf(one, 0, keyOf, THRESHOLDS);
        return indicatorsIn(candidate, gather(candidate, memory, THRESHOLDS), THRESHOLDS);
      }),
    );
    const scan = peer.prepare(SCAN);
    const byScan = asked.slice(0, SCANS).map((one) =>
      timed(() => {
        const { seen, keys } = candidateOf(one, 0, keyOf, THRESHOLDS);
        return scan.all({ ...seen, ...keys, local: 0, child: 0, companions: null, beside: null });
      }),
    );
    const writes = steps
      .slice(CROSSINGS)
      .map((step, place) => timed(() => store.remember(crossingOf(step, CROSSINGS + place))));
    const bytes = pages(database, 'pattern_sightings') + pages(database, 'pattern_crossings');
    database.close();
    peer.close();
    return {
      title: `patterns: one crossing against ${kept.length.toLocaleString('en')} (filled in ${round(filled, 0)} s, ${round(bytes / kept.length, 0)} bytes a crossing)`,
      rows: [
        timesRow('indicators, encrypted store', byStore, 'p95 <= 20 ms'),
        timesRow('the same in memory', byMemory, ''),
        timesRow('one scan of an encrypted table of the same keys', byScan, ''),
        timesRow('writing a crossing, durable by itself', writes, ''),
      ],
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
