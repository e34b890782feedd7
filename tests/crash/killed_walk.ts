import { expect } from 'vitest';
import { type begunLane, journalAfter, killedLane, type Told } from './killed_lane.ts';
import { laneOn } from './lane_to_kill.ts';
import type { Walk } from './walk.ts';

/** Parts of the time that a step takes; the same seed gives the same ones. */
function* moments(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    yield state / 0x7fffffff;
  }
}

/**
 * What every kill has to leave: all that was told, as it was shown; of the step that was under way all or nothing; and a booth
 * that goes on from there to the end of the walk.
 */
async function holds<Seen>(directory: string, walk: Walk<Seen>, told: readonly Told[], where: string): Promise<void> {
  const names = walk.steps.map(({ name }) => name);
  const journal = await journalAfter(directory);
  const lane = await laneOn(directory, walk.direction);
  let seen = await walk.look(lane);
  const found = walk.steps.filter(({ name, marks }) => {
    const left = marks(seen, journal);
    const whole = left.every(Boolean);
    if (!whole) expect(left, `${where}: half of ${name}`).not.toContain(true);
    return whole;
  });
  expect(
    found.map(({ name }) => name),
    where,
  ).toEqual(names.slice(0, found.length));
  // The first line tells of no step.
  const answered = told.length - 1;
  expect([answered, answered + 1], where).toContain(found.length);
  if (found.length === answered) expect(JSON.parse(JSON.stringify(seen)), where).toEqual(told.at(-1)?.shown);
  for (const { act } of walk.steps.slice(found.length)) {
    await act(lane, seen);
    seen = await walk.look(lane);
  }
  await lane.booth.stop();
  const after = await journalAfter(directory, walk.evidence(seen));
  for (const { name, marks } of walk.steps)
    expect(marks(seen, after), `${where}: ${name} in the end`).not.toContain(false);
}

/**
 * Walks to the end and is killed there; then again for each step, killed somewhere within it. Nothing told is ever lost,
 * nothing untold is there in part, and every kill is walked on from. `file` is where the walk stands, for the lane itself.
 */
export async function killedAtEveryStep<Seen>(
  lanes: Awaited<ReturnType<typeof begunLane>>,
  { walk, file }: { readonly walk: Walk<Seen>; readonly file: string },
): Promise<void> {
  const seed = Number(process.env.BOOTH_SEED ?? '20261122');
  const moment = moments(seed);
  const names = ['begun', ...walk.steps.map(({ name }) => name)];
  const killed = async (step: string, delayMs: number): Promise<readonly Told[]> => {
    const directory = lanes.copy();
    const told = await killedLane('walking_lane.ts', directory, { step, delayMs, last: file });
    await holds(directory, walk, told, `${file} killed ${Math.round(delayMs)} ms after ${step}, seed ${seed}`);
    return told;
  };
  const whole = await killed(names.at(-1) ?? '', 0);
  let cutShort = 0;
  for (const [place, step] of names.slice(0, -1).entries()) {
    const takes = (whole[place + 1]?.at ?? 0) - (whole[place]?.at ?? 0);
    const told = await killed(step, (moment.next().value ?? 0) * takes);
    if (told.length === place + 1) cutShort++;
  }
  // Some kills must have met a step under way, or the test has shown nothing.
  expect(cutShort).toBeGreaterThan(0);
}
