import { expect, it } from 'vitest';
import { ANNA, lay, startReadyRig, until } from './rig.ts';

it('elyctis-idbox: heartbeats go on while a slow read is under way, and the read arrives', async () => {
  const rig = await startReadyRig('elyctis-idbox', { heartbeatMs: 100, armEveryBeats: 1000 });
  rig.order({ delayMs: 1500 });
  lay(rig, ANNA);
  await until('the document is read', () => rig.reads().length === 1);
  expect(rig.reads()).toEqual([ANNA]);
  expect(rig.health().failures).toEqual({});
  await rig.close();
});
