import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, LINH, proveReading, startReadyRig, until } from './rig.ts';

describe.each(DRIVERS)('%s: two frames arrive in one write', (driver) => {
  it('loses neither', async () => {
    const rig = await startReadyRig(driver);
    rig.lane.order({ merge: true });
    // The ID BOX answers heartbeats in between, so its document frame may travel with one of those answers.
    rig.lane.layDocument(ANNA);
    if (driver === 'framed-mrz') rig.lane.layDocument(LINH);
    const expected = driver === 'framed-mrz' ? [ANNA, LINH] : [ANNA];
    await until('all frames are read', () => rig.reads().length >= expected.length);
    expect(rig.reads()).toEqual(expected);
    expect(rig.garbage()).toBe(0);
    await rig.close();
  });
});

describe('elyctis-idbox: the echo of arming and a read arrive together', () => {
  it('reads a document that lay there before the reader was armed, and the next one', async () => {
    const rig = await startReadyRig('elyctis-idbox');
    await rig.lane.unplug();
    rig.lane.order({ merge: true });
    rig.lane.layDocument(ANNA);
    await rig.lane.replug();
    await until('the document is read', () => rig.reads().length === 1);
    rig.lane.order({});
    rig.lane.removeDocument();
    await proveReading(rig, LINH);
    expect(rig.reads()).toEqual([ANNA, LINH]);
    expect(rig.garbage()).toBe(0);
    await rig.close();
  });
});
