import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTrainingLane } from '../../cli/lane_devices.ts';
import { hasDevices } from '../../cli/training_mark.ts';
import { keepDevices } from '../../core/settings/keep_devices.ts';
import { until } from './rig.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'booth-training-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

async function open() {
  const lane = await openTrainingLane(directory);
  if (!lane.ok) throw new Error(lane.error);
  return lane.value;
}

it('a training lane stands up whole, opens no real device, and keeps what a technician kept', async () => {
  const first = await open();
  const names = () => first.devices.health().map(({ name }) => name);
  await until('every device is ready', () => first.devices.health().every(({ state }) => state === 'ready'), 15_000);
  expect(names()).toEqual(['mrz-reader', 'scanner', 'gate', 'lamp']);
  expect(first.devices.health().every(({ simulated }) => simulated)).toBe(true);
  const real = { driver: 'framed-mrz', name: 'real', path: '/dev/ttyS0', options: {} };
  expect(first.workshop.check([real])).toMatchObject({ ok: false, error: { device: 'real', path: 'simulated' } });
  const finger = { driver: 'morphosmart', name: 'finger', simulated: true, options: {} };
  const wanted = [...first.workshop.settings(), finger];
  expect((await first.workshop.apply(wanted)).ok).toBe(true);
  await until('the finger reader is ready', () => first.devices.health()[4]?.state === 'ready', 15_000);
  await keepDevices(directory, wanted);
  await first.devices.close();

  // Software devices make no real lane of the folder.
  expect(hasDevices(directory)).toBe(false);
  const second = await open();
  expect(second.devices.health().map(({ name }) => name)).toEqual(['mrz-reader', 'scanner', 'gate', 'lamp', 'finger']);
  await second.devices.close();
});
