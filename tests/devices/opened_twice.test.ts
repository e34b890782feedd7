import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openDevices, parseDeviceSettings } from '../../native/index.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import { openSerial } from '../../native/transport/serial.ts';
import { LINE_9600_8N1 } from '../../native/transport/transport.ts';
import { DRIVERS, startReadyRig, until } from './rig.ts';

describe.each(DRIVERS)('%s: the port is opened twice', (driver) => {
  it('refuses the second user and leaves the first alone', async () => {
    const rig = await startReadyRig(driver);
    const second = await openSerial(rig.lane.path, LINE_9600_8N1, waitingClock);
    expect(second).toMatchObject({ ok: false, error: { code: 'DEVICE_BUSY_ELSEWHERE' } });
    expect(rig.health().state).toBe('ready');
    await rig.close();
  });

  it('says so when another program holds the port, and takes it when it is free', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'booth-busy-'));
    const plug = await ptyPlug(join(directory, 'port'), waitingClock);
    if (!plug.ok) throw new Error(plug.error.detail);
    const holder = await openSerial(plug.value.path, LINE_9600_8N1, waitingClock);
    if (!holder.ok) throw new Error(holder.error.detail);
    const settings = parseDeviceSettings([{ driver, name: 'reader', path: plug.value.path }]);
    if (!settings.ok) throw new Error(settings.error);
    const devices = await openDevices(settings.value, { clock: waitingClock, ids: systemIds });
    const problem = () => devices.health()[0]?.problem?.code;
    await until('the port is reported as taken', () => problem() === 'DEVICE_BUSY_ELSEWHERE');
    expect(devices.health()[0]?.state).toBe('failed');
    await holder.value.close();
    await until('the port is taken over', () => problem() !== 'DEVICE_BUSY_ELSEWHERE');
    await devices.close();
    await plug.value.close();
    await rm(directory, { recursive: true, force: true });
  });
});
