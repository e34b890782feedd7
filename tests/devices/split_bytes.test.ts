import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, proveReading, startReadyRig } from './rig.ts';

describe.each(DRIVERS)('%s: frames arrive one byte at a time', (driver) => {
  it('reads the document whole and counts no garbage', async () => {
    const rig = await startReadyRig(driver);
    rig.lane.order({ splitEvery: 1 });
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA]);
    expect(rig.garbage()).toBe(0);
    await rig.close();
  });
});
