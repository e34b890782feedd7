import { readlink, rm, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ANNA, DRIVERS, proveReading, startReadyRig, until, WORKING_AGAIN_MS } from './rig.ts';

// The port object stays open and says nothing: what happens when a hang-up falls into a read that is under way.
describe.each(DRIVERS)('%s: the port vanishes from the system without a word', (driver) => {
  it('is noticed by its path, and the reader works again once it is back', async () => {
    const rig = await startReadyRig(driver);
    const node = await readlink(rig.lane.path);
    await rm(rig.lane.path);
    await until('the loss is noticed', () => rig.health().state === 'lost');
    await symlink(node, rig.lane.path);
    await until('the reader is ready again', () => rig.health().state === 'ready', WORKING_AGAIN_MS);
    await proveReading(rig, ANNA);
    expect(rig.reads()).toEqual([ANNA]);
    await rig.close();
  });
});
