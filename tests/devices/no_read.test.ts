import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, proveReading, startReadyRig, until } from './rig.ts';

describe.each(DRIVERS)('%s: a document that cannot be read', (driver) => {
  it('is reported as no-read, once, and the next document is read', async () => {
    const rig = await startReadyRig(driver);
    const noReads = () => rig.events.filter(({ kind }) => kind === 'no-read').length;
    rig.lane.order({ noRead: true });
    rig.lane.layDocument(ANNA);
    await until('the no-read is reported', () => noReads() === 1);
    rig.lane.removeDocument();
    rig.lane.order({});
    await proveReading(rig, ANNA);
    expect([noReads(), rig.reads()]).toEqual([1, [ANNA]]);
    await rig.close();
  });
});
