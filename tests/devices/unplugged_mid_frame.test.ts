import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, LINH, pause, proveReading, startReadyRig, until, WORKING_AGAIN_MS } from './rig.ts';

describe.each(DRIVERS)('%s: unplugged in mid-frame', (driver) => {
  it('reports no read from the torn frame, and reads after replugging', async () => {
    const rig = await startReadyRig(driver);
    rig.lane.order({ splitEvery: 1 });
    rig.lane.layDocument(ANNA);
    await pause(30);
    await rig.lane.unplug();
    rig.lane.removeDocument();
    rig.lane.order({});
    await until('the loss is noticed', () => rig.health().state === 'lost');
    expect(rig.reads()).toEqual([]);
    await rig.lane.replug();
    await until('the reader is ready again', () => rig.health().state === 'ready', WORKING_AGAIN_MS);
    await proveReading(rig, LINH);
    expect(rig.reads()).toEqual([LINH]);
    await rig.close();
  });
});
