import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from '../../core/domain/patterns/gather.ts';
import { indicatorsIn } from '../../core/domain/patterns/indicators.ts';
import { candidateOf } from '../../core/domain/patterns/sighting_of.ts';
import type { Crossing } from '../../core/ports/crossings.ts';
import { boothDatabasePath } from '../../core/storage/open_booth_database.ts';
import { openStorage, type Storage } from '../../core/storage/open_storage.ts';
import { shippedThresholds } from '../../core/storage/patterns/thresholds_file.ts';
import { countingIds, fixedClock, testEntry } from '../../core/storage/testing/temporary_store.ts';
import { round, type Table, timesRow } from './figures.ts';
import { crossingOf, generatedHistory } from './patterns/generated_history.ts';
import { bytesOf, fillBooth, fillPeers } from './patterns/pattern_bench_store.ts';
import { BENCH_KEY } from './screening/store/bench_key.ts';

const CROSSINGS = Number(process.env.BOOTH_BENCH_CROSSINGS ?? 1_000_000);
const ASKED = 3000;
const WRITTEN = 300;
const SCANS = 5;
const THRESHOLDS = shippedThresholds();
/** Far from each other, so that no two of those asked stand beside each other. */
const STRIDE = 7_368_787;

const SCAN = `
SELECT * FROM peer WHERE person = @person OR document = @document OR sponsor = @sponsor OR phone = @phone
  OR address = @address OR party = @party`;

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function timedEach<T>(each: readonly T[], work: (one: T) => unknown): Promise<readonly number[]> {
  const times: number[] = [];
  for (const one of each) times.push(await timed(() => work(one)));
  return times;
}

const load = () => round(loadavg()[0] ?? Number.NaN, 1);

/** Asks the booth's own storage, over its thread. */
async function booth(directory: string): Promise<Storage> {
  const opened = await openStorage({ directory, key: BENCH_KEY, clock: fixedClock, ids: countingIds, terminal: 'A07' });
  if (!opened.ok) throw new Error(opened.error.detail);
  return opened.value;
}

async function ask(storage: Storage, one: Crossing): Promise<void> {
  const answer = await storage.patterns.indicatorsFor(one);
  if (!answer.ok) throw new Error(answer.error.detail);
}

async function write(storage: Storage, crossing: Crossing): Promise<void> {
  const entries = [testEntry({ event: 'CLEARED', clearance: null, data: null })];
  const written = await storage.records.commit({ entries, crossing });
  if (!written.ok) throw new Error(written.error.detail);
}

/** What earlier crossings say of a new one, against a million kept on an encrypted disk, beside a plain scan and plain memory. */
export async function run(): Promise<Table> {
  const directory = mkdtempSync(join(process.env.BOOTH_BENCH_DIR ?? tmpdir(), 'booth-bench-'));
  try {
    const steps = generatedHistory(3, CROSSINGS + WRITTEN);
    const kept = steps.slice(0, CROSSINGS);
    const start = performance.now();
    fillBooth(directory, kept, THRESHOLDS);
    const filled = (performance.now() - start) / 1000;
    const bytes = bytesOf(directory, ['pattern_sightings', 'pattern_crossings']);
    const whole = statSync(boothDatabasePath(directory)).size;
    const asked = Array.from({ length: ASKED }, (_, one) => {
      const place = CROSSINGS - 1 - ((one * STRIDE) % Math.floor(CROSSINGS / 5));
      return crossingOf(steps[place] as (typeof steps)[number], place);
    });
    const loads = [load()];
    // The booth opens it anew: nothing of the filling is in its cache.
    const storage = await booth(directory);
    const byStore = await timedEach(asked, (one) => ask(storage, one));
    const again = await timedEach(asked, (one) => ask(storage, one));
    const coming = steps.slice(CROSSINGS).map((step, place) => crossingOf(step, CROSSINGS + place));
    const writes = await timedEach(coming, (one) => write(storage, one));
    await storage.close();
    loads.push(load());
    const peers = fillPeers(join(directory, 'peer.db'), kept, THRESHOLDS);
    const candidates = (one: Crossing) => candidateOf(one, 0, peers.keyOf, THRESHOLDS);
    const byMemory = await timedEach(asked, (one) =>
      indicatorsIn(candidates(one), gather(candidates(one), peers.memory, THRESHOLDS), THRESHOLDS),
    );
    const scan = peers.table.prepare(SCAN);
    const byScan = await timedEach(asked.slice(0, SCANS), (one) => {
      const { seen, keys } = candidates(one);
      return scan.all({ ...seen, ...keys, local: 0, child: 0, companions: null, beside: null });
    });
    peers.table.close();
    loads.push(load());
    const title = [
      `patterns: one crossing against ${kept.length.toLocaleString('en')}`,
      `booth.db filled in ${round(filled, 0)} s, ${round(whole / 1e6, 0)} MB, of them ${round(bytes / kept.length, 0)} bytes a crossing for patterns`,
      `load of the machine ${loads.join(', then ')}`,
    ].join('; ');
    return {
      title,
      rows: [
        timesRow('indicators, booth opened anew, over its thread', byStore, 'p95 <= 20 ms'),
        timesRow('the same asked again', again, ''),
        timesRow('the same in memory', byMemory, ''),
        timesRow('one scan of an encrypted table of the same keys', byScan, ''),
        timesRow('committing a step with a crossing', writes, ''),
      ],
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
