import { expect, it } from 'vitest';
import { ANNA, proveReading, startReadyRig, until } from './rig.ts';

it('elyctis-idbox: says who it is, how quickly it answers and how long a read takes to arrive', async () => {
  const rig = await startReadyRig('elyctis-idbox', { heartbeatMs: 50 });
  expect(rig.health()).toMatchObject({ firmware: 'IDBOX SIM 1.0', serialNumber: 'SIM00001' });
  rig.order({ splitEvery: 8 });
  await proveReading(rig, ANNA);
  await until('a heartbeat is timed', () => rig.health().p95Ms.heartbeat !== undefined);
  // 94 bytes, eight at a time with at least a millisecond in between: not told in one moment, and not the wait for a document.
  expect(rig.health().p95Ms.read).toBeGreaterThan(5);
  expect(rig.health().p95Ms.read).toBeLessThan(2000);
  await rig.close();
});

it('elyctis-idbox: the self test asks everything that can be asked', async () => {
  const rig = await startReadyRig('elyctis-idbox');
  const steps = (await rig.lane.selfTest('elyctis-idbox')) ?? [];
  expect(steps.map(({ step, ok, detail }) => [step, ok, detail])).toEqual([
    ['firmware-version', true, 'IDBOX SIM 1.0'],
    ['ocr-version', true, 'NNA SIM 1.0'],
    ['serial-number', true, 'SIM00001'],
    ['product-info', true, 'IDBOX ONE SIMULATOR'],
    ['comm-mode', true, 'hid-cdc'],
    ['continuous', true, 'on'],
  ]);
  await rig.close();
});
