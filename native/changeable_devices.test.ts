import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock, systemIds } from '../core/system_ports.ts';
import { openDevices } from './changeable_devices.ts';

let directory = '';
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'booth-change-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const reader = (name: string) => ({ driver: 'framed-mrz', name, simulated: true, options: {} });
const lamp = { driver: 'blink1', name: 'lamp', simulated: true, options: {} };

it('keeps the others, and the way back, when one device cannot be stood up', async () => {
  // A file where the folder of the wires should be: no wire can be laid there.
  const blocked = join(directory, 'wires');
  writeFileSync(blocked, '');
  const devices = await openDevices([lamp], { clock: systemClock, ids: systemIds }, { directory: blocked });
  try {
    const light = devices.signalLight;
    expect(await devices.apply([lamp, reader('reader')])).toEqual({ ok: true, value: undefined });
    expect(devices.health().map(({ name }) => name)).toEqual(['lamp', 'reader']);
    expect(devices.health()[1]).toMatchObject({ state: 'failed', problem: { code: 'DEVICE_IO' } });
    expect(devices.signalLight).toBe(light);
    expect((await devices.apply([lamp])).ok).toBe(true);
    expect(devices.health().map(({ name }) => name)).toEqual(['lamp']);
  } finally {
    await devices.close();
  }
});

it('opens nothing any more once it is closed', async () => {
  const devices = await openDevices([], { clock: systemClock, ids: systemIds }, { directory, pty: false });
  const closing = devices.close();
  const late = devices.apply([reader('reader')]);
  await closing;
  expect((await late).ok).toBe(false);
  expect(devices.health()).toEqual([]);
});
