import { expect, it } from 'vitest';
import { ANNA, LINH, lay, pause, startReadyRig, until } from './rig.ts';

it('elyctis-idbox: a document left lying is reported once though the reader is armed again', async () => {
  const rig = await startReadyRig('elyctis-idbox', { repeatArmMs: 50, sameDocumentMs: 500, heartbeatMs: 60_000 });
  lay(rig, ANNA);
  await pause(1500);
  expect(rig.reads()).toEqual([ANNA]);
  lay(rig, LINH);
  await until('the next document is read', () => rig.reads().length === 2);
  rig.act({ act: 'remove' });
  await pause(600);
  lay(rig, LINH);
  await until('a document laid again is read again', () => rig.reads().length === 3);
  expect(rig.reads()).toEqual([ANNA, LINH, LINH]);
  await rig.close();
});

it('elyctis-idbox: arming by hand reads the document that lies there again', async () => {
  const rig = await startReadyRig('elyctis-idbox');
  lay(rig, ANNA);
  await until('the document is read', () => rig.reads().length === 1);
  expect((await rig.lane.mrzReader?.arm())?.ok).toBe(true);
  await until('the document is read again', () => rig.reads().length === 2);
  expect(rig.reads()).toEqual([ANNA, ANNA]);
  await rig.close();
});
