import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openDevices, parseDeviceSettings } from '../../native/index.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import { openSerial } from '../../native/transport/serial.ts';
import { LINE_9600_8N1 } from '../../native/transport/transport.ts';
import { until } from './rig.ts';

it('a port that another program holds is reported as taken, and taken over when it is free', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'booth-busy-'));
  const plug = await ptyPlug(join(directory, 'port'), waitingClock);
  if (!plug.ok) throw new Error(plug.error.detail);
  const holder = await openSerial(plug.value.path, LINE_9600_8N1, waitingClock);
  if (!holder.ok) throw new Error(holder.error.detail);
  const settings = parseDeviceSettings([{ driver: 'framed-mrz', name: 'reader', path: plug.value.path }]);
  if (!settings.ok) throw new Error(settings.error);
  const devices = await openDevices(settings.value, { clock: waitingClock, ids: systemIds });
  const problem = () => devices.health()[0]?.problem?.code;
  await until('the port is reported as taken', () => problem() === 'DEVICE_BUSY_ELSEWHERE');
  expect(devices.health()[0]?.state).toBe('failed');
  await holder.value.close();
  await until('the port is taken over', () => devices.health()[0]?.state === 'ready');
  await devices.close();
  await plug.value.close();
  await rm(directory, { recursive: true, force: true });
});
