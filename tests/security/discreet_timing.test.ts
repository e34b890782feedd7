import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LaneView } from '../../contract/lane_view.ts';
import type { Booth } from '../../core/booth.ts';
import { type Client, clientOf, seen, temporaryData } from '../../core/testing/desk.ts';
import { OFFICER, QUIET_DOCUMENT, quietLane } from '../../core/testing/quiet_lane.ts';
import { rankTest } from './support/rank_test.ts';

/**
 * A discreet entry must not be told by a watch, nor by anything the officer's window is sent (screens A12): the same
 * document on two lanes, one of whose discreet lists knows the traveller, laid in turn.
 */

const RUNS = 60;
/** Two batches in a row, the second three times as long, must both lie this far apart: chance does that once in ten thousand. */
const UNLIKELY = 0.01;

interface LaneAtWork {
  readonly client: Client;
  read(): void;
}

interface Run {
  readonly toReady: number;
  readonly toNext: number;
  /** What the window shows when the checks are done, and after the decision. */
  readonly views: readonly string[];
}

const folders = [temporaryData(), temporaryData()];
const booths: Booth[] = [];
let listed: LaneAtWork;
let unlisted: LaneAtWork;

async function laneAtWork(directory: string, known: 'DISCREETLY' | 'NOT'): Promise<LaneAtWork> {
  const { booth, table } = await quietLane(directory, known);
  booths.push(booth);
  const client = clientOf(booth);
  await client.session.signIn({ ...OFFICER, direction: 'ARRIVAL', shift: '1' });
  return { client, read: () => table.read(...QUIET_DOCUMENT) };
}

const ready = ({ clearance }: LaneView) => clearance?.phase === 'REVIEW' && clearance.decisions.clear.open;

async function run({ client, read }: LaneAtWork, round: number): Promise<Run> {
  const laid = performance.now();
  read();
  const open = await seen(client, ready);
  const toReady = performance.now() - laid;
  const pressed = performance.now();
  await client.lane.clear({ clearance: open.clearance?.id ?? '' });
  await seen(client, (view) => view.clearance === null);
  const toNext = performance.now() - pressed;
  // Totals and earlier crossings come a little later, in their own time.
  const settled = await seen(client, (view) => view.totals.cleared === round + 1);
  return { toReady, toNext, views: [open, settled].map(withoutHistory) };
}

/** Earlier crossings are looked up beside the checks and may come with this view or the next. */
function withoutHistory(view: LaneView): string {
  return JSON.stringify(view, (name, value: unknown) => (name === 'history' ? [] : value));
}

async function batch(from: number, runs: number): Promise<{ known: Run[]; unknown: Run[] }> {
  const known: Run[] = [];
  const unknown: Run[] = [];
  for (let round = from; round < from + runs; round++) {
    // Each lane is first as often as second, so that a busy machine weighs on both alike.
    if (round % 2 === 0) known.push(await run(listed, round));
    unknown.push(await run(unlisted, round));
    if (round % 2 === 1) known.push(await run(listed, round));
  }
  return { known, unknown };
}

beforeAll(async () => {
  listed = await laneAtWork(folders[0]?.directory ?? '', 'DISCREETLY');
  unlisted = await laneAtWork(folders[1]?.directory ?? '', 'NOT');
  for (let round = 0; round < 5; round++) {
    await run(listed, round);
    await run(unlisted, round);
  }
}, 120_000);
afterAll(async () => {
  for (const booth of booths) await booth.stop();
  for (const folder of folders) folder.remove();
});

describe('the rank test', () => {
  const spread = (from: number) => Array.from({ length: RUNS }, (_, at) => from + ((at * 37) % RUNS));
  test('finds two samples of one distribution alike, and a shifted one apart', () => {
    expect(rankTest(spread(0), spread(0))).toBeGreaterThan(0.9);
    expect(rankTest(spread(0), spread(5))).toBeGreaterThan(UNLIKELY);
    expect(rankTest(spread(0), spread(30))).toBeLessThan(UNLIKELY);
    expect(rankTest([1, 1, 1], [1, 1, 1])).toBe(1);
  });
});

describe('a discreet entry', () => {
  test('tells itself neither by time nor by anything sent to the window', async () => {
    const first = await batch(5, RUNS);
    for (let round = 0; round < RUNS; round++) {
      expect(first.known[round]?.views).toEqual(first.unknown[round]?.views);
    }
    const apart = (runs: typeof first, measure: 'toReady' | 'toNext') =>
      rankTest(
        runs.known.map((one) => one[measure]),
        runs.unknown.map((one) => one[measure]),
      );
    const figures = { toReady: apart(first, 'toReady'), toNext: apart(first, 'toNext') };
    if (Math.min(figures.toReady, figures.toNext) > UNLIKELY) return;
    const second = await batch(5 + RUNS, 3 * RUNS);
    for (const measure of ['toReady', 'toNext'] as const) {
      if (figures[measure] <= UNLIKELY) expect(apart(second, measure), measure).toBeGreaterThan(UNLIKELY);
    }
  }, 240_000);
});
