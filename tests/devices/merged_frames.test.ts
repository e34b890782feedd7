import { expect, it } from 'vitest';
import { ANNA, LINH, lay, proveReading, startReadyRig, until } from './rig.ts';

it('elyctis-idbox: the echo of arming and a read that arrive together are both taken', async () => {
  const rig = await startReadyRig('elyctis-idbox');
  await rig.plug.unplug();
  rig.order({ merge: true });
  lay(rig, ANNA);
  await rig.plug.replug();
  await until('the document that lay there before is read', () => rig.reads().length === 1);
  rig.order({});
  rig.act({ act: 'remove' });
  await proveReading(rig, LINH);
  expect(rig.reads()).toEqual([ANNA, LINH]);
  expect(rig.garbage()).toBe(0);
  await rig.close();
});
