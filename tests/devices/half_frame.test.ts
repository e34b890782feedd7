import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, LINH, proveReading, startReadyRig, until } from './rig.ts';

describe.each(DRIVERS)('%s: half a frame, then silence', (driver) => {
  it('is given up, and the next good frame is read', async () => {
    const rig = await startReadyRig(driver);
    rig.lane.order({ truncate: true });
    rig.lane.layDocument(ANNA);
    // Gone before the reader is armed again, which would read it whole.
    rig.lane.removeDocument();
    await until('the half frame is given up', () => rig.garbage() > 0);
    expect(rig.reads()).toEqual([]);
    await proveReading(rig, LINH);
    expect(rig.reads()).toEqual([LINH]);
    expect(rig.health().state).toBe('ready');
    await rig.close();
  });
});

describe('elyctis-idbox: half a frame of a document that stays on the glass', () => {
  it('is read after arming again, without anyone touching it', async () => {
    const rig = await startReadyRig('elyctis-idbox');
    rig.lane.order({ truncate: true });
    rig.lane.layDocument(ANNA);
    await until('the document is read', () => rig.reads().length === 1);
    expect(rig.reads()).toEqual([ANNA]);
    expect(rig.garbage()).toBeGreaterThan(0);
    await rig.close();
  });
});
