import { expect, it } from 'vitest';
import { enrolmentObstacles } from './enrolment.ts';

it.each([
  [500, 8, []],
  [1000, 8, []],
  [508, 10, []],
  // PIV-071006 allows 500 dpi +- 10.
  [490, 8, []],
  [489, 8, ['RESOLUTION_BELOW_500']],
  [450, 8, ['RESOLUTION_BELOW_500']],
  [500, 7, ['DEPTH_BELOW_8']],
  [508, 4, ['DEPTH_BELOW_8']],
  [250, 4, ['RESOLUTION_BELOW_500', 'DEPTH_BELOW_8']],
  [0, 8, ['RESOLUTION_BELOW_500']],
] as const)('of a sensor of %i dpi and %i bits says %j', (resolutionDpi, depthBits, obstacles) => {
  expect(enrolmentObstacles({ resolutionDpi, depthBits })).toEqual(obstacles);
});
