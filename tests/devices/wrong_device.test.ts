import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, proveReading, startReadyRig, startRig, until, WORKING_AGAIN_MS } from './rig.ts';

const QUICK = { 'elyctis-idbox': { responseTimeoutMs: 200, heartbeatMs: 200 }, 'framed-mrz': {} };

describe.each(DRIVERS)('%s: another device is on the port', (driver) => {
  it('is named as wrong and reads nothing', async () => {
    const rig = await startRig(driver, QUICK[driver]);
    rig.lane.order({ wrongDevice: true });
    await until('it is named', () => rig.health().problem?.code === 'DEVICE_WRONG');
    expect(rig.health().state).toBe('failed');
    expect(rig.reads()).toEqual([]);
    await rig.close();
  });

  it('is taken into use once the right one is plugged in', async () => {
    const rig = await startReadyRig(driver, QUICK[driver]);
    rig.lane.order({ wrongDevice: true });
    await rig.lane.unplug();
    await rig.lane.replug();
    await until('it is named', () => rig.health().problem?.code === 'DEVICE_WRONG');
    await rig.lane.unplug();
    rig.lane.order({});
    await rig.lane.replug();
    await until('the right one is ready', () => rig.health().state === 'ready', WORKING_AGAIN_MS);
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA]);
    await rig.close();
  });
});
