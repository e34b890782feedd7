import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, proveReading, startReadyRig, until, WORKING_AGAIN_MS } from './rig.ts';

describe.each(DRIVERS)('%s: endless data', (driver) => {
  it('is named as a flood, reads nothing, and is over when the data end', async () => {
    const rig = await startReadyRig(driver);
    rig.lane.order({ flood: true });
    await until('the flood is named', () => rig.health().problem?.code === 'DEVICE_FLOOD');
    expect(rig.health().state).toBe('failed');
    rig.lane.order({});
    await until('the reader is ready again', () => rig.health().state === 'ready', 2 * WORKING_AGAIN_MS);
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA]);
    await rig.close();
  });
});
