import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, LINH, proveReading, startReadyRig, until } from './rig.ts';

/** Noise that looks like beginnings: command letters with lengths, opening marks, text. */
const NOISE = [0x49, 0x00, 0x5b, 0xff, 0x02, 0x41, 0x80, 0x56, 0x00, 0x02, 0x02, 0x43, 0x00];

describe.each(DRIVERS)('%s: garbage before and between frames', (driver) => {
  it('is counted and thrown away, and every document is read', async () => {
    const rig = await startReadyRig(driver);
    rig.lane.order({ garbageBefore: NOISE });
    await proveReading(rig, ANNA);
    await proveReading(rig, LINH);
    await until('the garbage is reported', () => rig.garbage() >= 2 * NOISE.length);
    rig.lane.order({});
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA, LINH, ANNA]);
    expect(rig.health().state).toBe('ready');
    await rig.close();
  });
});
