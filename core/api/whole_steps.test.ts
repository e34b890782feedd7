import { expect, test } from 'vitest';
import { atWholeSteps } from './whole_steps.ts';

/** A clock whose steps are counted, and done when everything that waits has run. */
function countedSteps() {
  const told = { steps: 0 };
  const after = (_ms: number, run: () => void) => {
    told.steps++;
    setImmediate(run);
    return () => {};
  };
  return { told, clock: { after } };
}

test('an answer that is there at once and one that took some work leave at the same step', async () => {
  for (const ticks of [0, 1, 20]) {
    const { told, clock } = countedSteps();
    const worked = async () => {
      for (let tick = 0; tick < ticks; tick++) await null;
      return ticks;
    };
    expect(await atWholeSteps(clock, worked())).toBe(ticks);
    expect(told.steps).toBe(1);
  }
});

test('what does not come in time is late, what fails fails', async () => {
  const { told, clock } = countedSteps();
  expect(await atWholeSteps(clock, new Promise(() => {}), 100)).toBeNull();
  expect(told.steps).toBe(6);
  await expect(atWholeSteps(clock, Promise.reject(new Error('STORE')))).rejects.toThrow('STORE');
});
