import { expect, it } from 'vitest';
import { pause, startReadyRig, until } from './rig.ts';

it('a device plugged in long after it was lost is in service at once, not at the next sweep', async () => {
  const rig = await startReadyRig('framed-mrz');
  await rig.plug.unplug();
  await until('the loss is noticed', () => rig.health().state === 'lost', 1000);
  // By now the waits between attempts are five seconds long.
  await pause(4500);
  const from = performance.now();
  await rig.plug.replug();
  await until('it is ready', () => rig.health().state === 'ready', 3000);
  expect(performance.now() - from).toBeLessThan(3000);
  expect(rig.health().reconnects).toBe(1);
  await rig.close();
});
