import { describe, expect, it } from 'vitest';
import { ANNA, lay, proveReading, startReadyRig, until } from './rig.ts';

describe.each(['elyctis-idbox', 'framed-mrz'])('%s: a document that cannot be read', (driver) => {
  it('is reported as no-read, once, and the next document is read', async () => {
    const rig = await startReadyRig(driver);
    const noReads = () => rig.events.filter(({ kind }) => kind === 'no-read').length;
    rig.order({ noRead: true });
    lay(rig, ANNA);
    await until('the no-read is reported', () => noReads() === 1);
    rig.act({ act: 'remove' });
    rig.order({});
    await proveReading(rig, ANNA);
    expect([noReads(), rig.reads()]).toEqual([1, [ANNA]]);
    await rig.close();
  });
});
