import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, openHandles, proveReading, startReadyRig, until, WORKING_AGAIN_MS } from './rig.ts';

const CYCLES = 30;

describe.each(DRIVERS)('%s: unplugged and replugged thirty times', (driver) => {
  it('works each time and leaks no handle', async () => {
    const before = await openHandles();
    const rig = await startReadyRig(driver);
    const started = await openHandles();
    for (let cycle = 1; cycle <= CYCLES; cycle += 1) {
      await rig.lane.unplug();
      await until('the loss is noticed', () => rig.health().state === 'lost');
      await rig.lane.replug();
      await until('the reader is ready again', () => rig.health().reconnects === cycle, WORKING_AGAIN_MS);
      await proveReading(rig, ANNA);
    }
    expect(rig.reads()).toHaveLength(CYCLES);
    expect(await openHandles()).toBe(started);
    await rig.close();
    expect(await openHandles()).toBe(before);
  });
});
