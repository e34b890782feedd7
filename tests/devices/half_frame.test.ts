import { expect, it } from 'vitest';
import { ANNA, lay, startReadyRig, until } from './rig.ts';

it('elyctis-idbox: half a frame of a document that stays on the glass is read after arming again, untouched', async () => {
  const rig = await startReadyRig('elyctis-idbox');
  rig.order({ truncate: true });
  lay(rig, ANNA);
  await until('the document is read', () => rig.reads().length === 1);
  expect(rig.reads()).toEqual([ANNA]);
  expect(rig.garbage()).toBeGreaterThan(0);
  await rig.close();
});
