import { expect, it } from 'vitest';
import { ANNA, startReadyRig, until } from './rig.ts';

it('elyctis-idbox: a device that restarts without losing its port is armed again and reads', async () => {
  const rig = await startReadyRig('elyctis-idbox', { heartbeatMs: 100, armEveryBeats: 2 });
  rig.lane.order({ restart: true });
  rig.lane.layDocument(ANNA);
  expect(rig.reads()).toEqual([]);
  await until('the document is read', () => rig.reads().length === 1);
  expect(rig.reads()).toEqual([ANNA]);
  expect(rig.health()).toMatchObject({ state: 'ready', reconnects: 0 });
  await rig.close();
});
