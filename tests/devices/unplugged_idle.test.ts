import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, proveReading, startReadyRig, until, WORKING_AGAIN_MS } from './rig.ts';

describe.each(DRIVERS)('%s: unplugged while idle', (driver) => {
  it('is lost, then works again after replugging with no restart', async () => {
    const rig = await startReadyRig(driver);
    await proveReading(rig, ANNA);
    await rig.lane.unplug();
    await until('the loss is noticed', () => rig.health().state === 'lost');
    expect(rig.health().problem?.code).toBe('DEVICE_UNPLUGGED');
    expect((await rig.lane.mrzReader.arm()).ok).toBe(false);
    await rig.lane.replug();
    rig.lane.layDocument(ANNA);
    if (driver === 'framed-mrz') {
      // A one-way reader speaks when the document is laid, not when someone listens.
      await until('the reader is ready again', () => rig.health().state === 'ready', WORKING_AGAIN_MS);
      rig.lane.layDocument(ANNA);
    }
    await until('a document is read again', () => rig.reads().length === 2, WORKING_AGAIN_MS);
    expect(rig.health()).toMatchObject({ state: 'ready', problem: null, reconnects: 1 });
    await rig.close();
  });
});
