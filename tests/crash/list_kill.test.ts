import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, systemIds } from '../../core/booth.ts';
import { openStorage } from '../../core/storage/open_storage.ts';
import { takeIn, versionInService } from './list_versions.ts';

const KILLS = 50;

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-lists-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

interface Life {
  /** The last version begun, and the last one acknowledged; 0 for none. */
  readonly begun: number;
  readonly done: number;
  readonly refused: readonly string[];
}

/** Lets a process take lists in until its end, or until it is killed `killAfterMs` after it has begun version after version. */
function live(versions: string, kill?: { readonly turn: number; readonly afterMs: number }): Promise<Life> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'taking_in_lists.ts');
    const child = spawn(process.execPath, [script, directory, versions], { stdio: ['ignore', 'pipe', 'inherit'] });
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const turn = said.filter((one) => one.startsWith('BEGIN ')).length;
      if (kill && line.startsWith('BEGIN ') && turn === kill.turn)
        setTimeout(() => child.kill('SIGKILL'), kill.afterMs);
    });
    const last = (word: string) => Number(said.findLast((line) => line.startsWith(word))?.slice(word.length) ?? 0);
    child.on('error', reject);
    child.on('close', () =>
      resolve({
        begun: last('BEGIN '),
        done: last('DONE '),
        refused: said.filter((line) => line.startsWith('REFUSED ')),
      }),
    );
  });
}

async function open() {
  const key = new Uint8Array(32).fill(7);
  const opened = await openStorage({ directory, key, clock: systemClock, ids: systemIds, terminal: 'A07' });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** Parts of the time that taking in one version takes; the same seed gives the same ones. */
function* moments(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield (state / 0x7fffffff) * 1.2;
  }
}

/** How long this machine takes for one version now, ms. */
async function timeOfOne(): Promise<number> {
  const storage = await open();
  try {
    const start = performance.now();
    const version = ((await versionInService(storage)) ?? 0) + 1;
    expect(await takeIn(storage, version)).toBeNull();
    return performance.now() - start;
  } finally {
    await storage.close();
  }
}

it(`answers by one whole version of a list after each of ${KILLS} kills of import, changes and swap`, {
  timeout: 900_000,
}, async () => {
  const seed = Number(process.env.BOOTH_SEED ?? '20261122');
  const moment = moments(seed);
  let takes = await timeOfOne();
  let before = 1;
  let cutShort = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const where = `kill ${kill} of seed ${seed}`;
    const afterMs = (moment.next().value ?? 0) * takes;
    const { begun, done } = await live('Infinity', { turn: 1 + (kill % 2), afterMs });
    const storage = await open();
    try {
      const version = (await versionInService(storage)) ?? 0;
      // What was acknowledged stays; what was begun is there whole or not at all.
      expect(version, where).toBeGreaterThanOrEqual(Math.max(before, done));
      expect(version, where).toBeLessThanOrEqual(Math.max(before, begun));
      expect(readdirSync(join(directory, 'watchlist', 'aside')), where).toEqual([]);
      if (begun > done) cutShort++;
      before = version;
      // The machine's other work comes and goes.
      if (kill % 10 === 0) takes = 0;
    } finally {
      await storage.close();
    }
    if (takes === 0) {
      takes = await timeOfOne();
      before += 1;
    }
  }
  // Most kills must have met a list in the making, or the test has shown nothing.
  expect(before).toBeGreaterThan(KILLS / 5);
  expect(cutShort).toBeGreaterThan(KILLS / 2);
});

it('takes in a list while another process takes in the same one: each time one of them, whole', {
  timeout: 300_000,
}, async () => {
  const storage = await open();
  try {
    const other = live('6');
    for (let turn = 0; turn < 6; turn++) {
      const version = ((await versionInService(storage)) ?? 0) + 1;
      const problem = await takeIn(storage, version);
      expect([undefined, 'LIST_CHANGED_MEANWHILE', 'DELTA_OUT_OF_ORDER']).toContain(problem?.code);
    }
    const { refused } = await other;
    for (const line of refused) expect(line).toMatch(/LIST_CHANGED_MEANWHILE|DELTA_OUT_OF_ORDER/);
  } finally {
    await storage.close();
  }
  const again = await open();
  expect(await versionInService(again)).toBeGreaterThanOrEqual(3);
  await again.close();
});
