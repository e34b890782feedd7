import { afterAll, beforeAll, it } from 'vitest';
import { walk as incident } from './incident_walk.ts';
import { begunLane } from './killed_lane.ts';
import { killedAtEveryStep } from './killed_walk.ts';
import { walk as overstay } from './overstay_walk.ts';
import { walk as posture } from './posture_walk.ts';
import { walk as refusal } from './refusal_walk.ts';
import { walk as secondLine } from './second_line_walk.ts';

let lanes: Awaited<ReturnType<typeof begunLane>>;
beforeAll(async () => {
  lanes = await begunLane();
}, 60_000);
afterAll(() => lanes.remove());

it.each([
  ['a posture', () => killedAtEveryStep(lanes, { walk: posture, file: 'posture_walk.ts' })],
  ['an incident', () => killedAtEveryStep(lanes, { walk: incident, file: 'incident_walk.ts' })],
  ['a file of the second line', () => killedAtEveryStep(lanes, { walk: secondLine, file: 'second_line_walk.ts' })],
  ['a refusal', () => killedAtEveryStep(lanes, { walk: refusal, file: 'refusal_walk.ts' })],
  ['an overstay', () => killedAtEveryStep(lanes, { walk: overstay, file: 'overstay_walk.ts' })],
] as const)(
  '%s, killed within any of its steps, has all that a screen was told, no half of a step, and goes on to its end',
  {
    timeout: 600_000,
  },
  (_what, killed) => killed(),
);
