import { closeSync, fdatasyncSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import type { Ids } from '../../core/ports/ids.ts';
import type { RecordStep } from '../../core/ports/records.ts';
import { openStorage } from '../../core/storage/open_storage.ts';

interface Row {
  readonly what: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly ratioP50: number;
}

const ROUNDS = 1500;
const STATE_BYTES = 3000;
/** SQLite as it is built here flushes by fsync, and a step writes three pages: the last row is its own floor. */
const BARE = [
  { what: 'write + fdatasync of 4096 bytes', bytes: 4096, flush: fdatasyncSync },
  { what: 'write + fdatasync of 8192 bytes', bytes: 8192, flush: fdatasyncSync },
  { what: 'write + fsync of 12288 bytes', bytes: 12_288, flush: fsyncSync },
];

const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now(), after: () => () => {} };
const ids: Ids = {
  uuid: () => crypto.randomUUID(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** A lane's common step: the clearance so far and one event. Eight steps make a clearance, the last one closes it. */
function step(round: number): RecordStep {
  const number = Math.floor(round / 8) + 1;
  const last = round % 8 === 7;
  const id = `clearance-${number}`;
  return {
    clearance: {
      id,
      recordNumber: `A07-${String(number).padStart(6, '0')}`,
      lane: 'A07',
      openedAt: number * 1000,
      closedAt: last ? number * 1000 + 30 : null,
      outcome: last ? 'CLEARED' : null,
      direction: 'ARRIVAL',
      documentKey: `UTO:L${number}`,
      state: { step: round, body: 'x'.repeat(STATE_BYTES) },
    },
    entries: [
      {
        event: 'CHECK_FINISHED',
        at: round,
        actor: '10427',
        terminal: 'A07',
        clearance: id,
        data: { check: 'MRZ', round },
      },
    ],
  };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 1000) / 1000;
}

/**
 * What a durable step costs beside the bare disk: both in turn, in the same run, in the same folder. The bare file is
 * written anew before, so that its fdatasync pays for data alone, as the recycled write-ahead log does.
 */
export async function run(): Promise<{ readonly title: string; readonly rows: readonly Row[] }> {
  const directory = mkdtempSync(join(process.env.BOOTH_BENCH_DIR ?? tmpdir(), 'booth-bench-'));
  const opened = await openStorage({ directory, key: new Uint8Array(32).fill(7), clock, ids, terminal: 'A07' });
  if (!opened.ok) throw new Error(opened.error.code);
  const raw = BARE.map((bare) => ({
    ...bare,
    file: openSync(join(directory, `raw-${bare.bytes}`), 'w'),
    buffer: Buffer.alloc(bare.bytes, 3),
    times: [] as number[],
  }));
  for (const one of raw) {
    for (let round = 0; round < ROUNDS; round++) writeSync(one.file, one.buffer, 0, one.bytes, round * one.bytes);
    fdatasyncSync(one.file);
  }
  const commits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of raw) {
      const bare = await timed(() => {
        writeSync(one.file, one.buffer, 0, one.bytes, round * one.bytes);
        one.flush(one.file);
      });
      one.times.push(bare);
    }
    commits.push(await timed(() => opened.value.records.commit(step(round))));
  }
  for (const one of raw) closeSync(one.file);
  await opened.value.close();
  rmSync(directory, { recursive: true, force: true });
  const commit = quantile(commits, 0.5);
  const rows = raw.map((one) => ({
    what: one.what,
    p50Ms: quantile(one.times, 0.5),
    p95Ms: quantile(one.times, 0.95),
    ratioP50: Math.round((commit / quantile(one.times, 0.5)) * 100) / 100,
  }));
  return {
    title: 'Durable commit of a clearance step (encrypted, sealed, through the storage thread) against the bare disk',
    rows: [...rows, { what: 'Records.commit', p50Ms: commit, p95Ms: quantile(commits, 0.95), ratioP50: 1 }],
  };
}
