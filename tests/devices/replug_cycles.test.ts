import { expect, it } from 'vitest';
import { MODELS } from './models.ts';
import { openHandles, startReadyRig, until, WORKING_AGAIN_MS, warmUp } from './rig.ts';
import { prove } from './ways_to_fail.ts';

const CYCLES = 30;

// All models at once, as in a lane whose hub loses its power.
it('every device, unplugged and replugged thirty times, works each time and leaks no handle', async () => {
  await warmUp();
  const before = await openHandles();
  const rigs = await Promise.all(MODELS.map(({ driver, options }) => startReadyRig(driver, options)));
  const started = await openHandles();
  for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
    await Promise.all(rigs.map((rig) => rig.plug.unplug()));
    await until('every loss is noticed', () => rigs.every((rig) => rig.health().state === 'lost'));
    await Promise.all(rigs.map((rig) => rig.plug.replug()));
    await until(
      'every device is ready again',
      () => rigs.every((rig) => rig.health().reconnects === cycle),
      2 * WORKING_AGAIN_MS,
    );
    if (cycle % 10 > 0) continue;
    const work = rigs.map((rig, index) => prove(rig, MODELS[index] ?? { driver: '', checked: false }, 5000));
    expect(await Promise.all(work)).toEqual(rigs.map(() => true));
  }
  expect(await openHandles()).toBe(started);
  await Promise.all(rigs.map((rig) => rig.close()));
  expect(await openHandles()).toBe(before);
}, 300_000);
