import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { openDevices } from '../../native/changeable_devices.ts';
import { openOne } from '../../native/devices.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import type { Plug } from '../../native/simulator/plug.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import { type DeviceHosts, deviceHosts, sharedHosts } from '../../native/transport/host/hosts.ts';
import { LINE_9600_8N1, type Transport } from '../../native/transport/transport.ts';
import { PLAIN_DESCRIPTOR } from './hid_bed/description.ts';
import { umockdevPlug } from './hid_bed/plug.ts';
import { ANNA, openHandles, pause, until } from './rig.ts';

let directory: string;
let plug: Plug;
let hosts: DeviceHosts;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'booth-host-'));
  const made = await ptyPlug(join(directory, 'port'), waitingClock);
  if (!made.ok) throw new Error(made.error.detail);
  plug = made.value;
  hosts = deviceHosts(waitingClock);
});
afterEach(async () => {
  await hosts.close();
  await plug.close();
  await rm(directory, { recursive: true, force: true });
});

async function opened(): Promise<Transport> {
  const made = await hosts.openSerial(plug.path, LINE_9600_8N1);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
}

/** The device's end of the cable. */
function deviceEnd(): Transport {
  let found: Transport | null = null;
  plug.onDeviceEnd((end) => {
    found = end;
  });
  if (found === null) throw new Error('not plugged in');
  return found;
}

function crash(): void {
  const pid = hosts.pid('serial');
  if (pid === null) throw new Error('no process');
  process.kill(pid, 'SIGSEGV');
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the process of a native library', () => {
  it('carries bytes both ways in order', async () => {
    const transport = await opened();
    const device = deviceEnd();
    const heard: number[] = [];
    transport.onBytes((bytes) => heard.push(...bytes));
    device.onBytes((bytes) => void device.write(bytes));
    const sent = Array.from({ length: 256 }, (_, byte) => byte);
    for (let at = 0; at < sent.length; at += 16) await transport.write(Uint8Array.from(sent.slice(at, at + 16)));
    await until('all bytes come back', () => heard.length === sent.length);
    expect(heard).toEqual(sent);
  });

  it('ends with its connections told, and another is there at the next opening', async () => {
    const transport = await opened();
    const losses: DeviceProblem[] = [];
    transport.onLost((problem) => losses.push(problem));
    const first = hosts.pid('serial');
    crash();
    await until('the loss is told', () => losses.length > 0, 1000);
    expect(losses).toEqual([{ code: 'DEVICE_HOST_CRASHED', detail: 'the serial process ended: SIGSEGV' }]);
    expect(await transport.write(Uint8Array.of(1))).toMatchObject({ error: { code: 'DEVICE_HOST_CRASHED' } });
    await transport.close();
    await (await opened()).close();
    expect(hosts.pid('serial')).not.toBe(first);
  });

  it('answers who was waiting when it ended', async () => {
    await opened();
    const asked = Promise.all([hosts.listSerialPorts(), hosts.openSerial('/dev/none', LINE_9600_8N1)]);
    crash();
    for (const answer of await asked) expect(answer).toMatchObject({ error: { code: 'DEVICE_HOST_CRASHED' } });
  });

  it('that hangs is ended and counts as crashed', async () => {
    await opened();
    const pid = hosts.pid('serial') ?? 0;
    process.kill(pid, 'SIGSTOP');
    expect(await hosts.listSerialPorts()).toMatchObject({ error: { code: 'DEVICE_HOST_CRASHED' } });
    await until('it is gone', () => !alive(pid));
    expect(await hosts.listSerialPorts()).toMatchObject({ ok: true });
  });

  it('takes its own kind only', async () => {
    const lamp = await umockdevPlug({ vendorId: '1209', productId: '0001', reportDescriptor: PLAIN_DESCRIPTOR });
    const hid = await lamp.openHost();
    if (!hid.ok) throw new Error(hid.error.detail);
    const losses: DeviceProblem[] = [];
    hid.value.onLost((problem) => losses.push(problem));
    await opened();
    crash();
    await pause(200);
    expect(losses).toEqual([]);
    expect(await hid.value.write(Uint8Array.of(0, 1))).toMatchObject({ ok: true });
    await hid.value.close();
    await lamp.close();
  });

  it('lets a flood wait in the device while the booth is busy', async () => {
    const transport = await opened();
    let heard = 0;
    transport.onBytes((bytes) => {
      heard += bytes.length;
    });
    const flood = spawn('dd', ['if=/dev/zero', `of=${plug.path}.device`, 'bs=64k'], { stdio: 'ignore' });
    const over = new Promise<void>((resolve) => flood.once('exit', () => resolve()));
    const pid = hosts.pid('serial') ?? 0;
    await until('the flood runs', () => heard > 1024 * 1024, 20_000);
    const before = residentKiB(pid);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    expect(residentKiB(pid) - before).toBeLessThan(24 * 1024);
    const after = heard;
    await until('it goes on', () => heard > after + 1024 * 1024, 20_000);
    flood.kill('SIGKILL');
    await over;
    await transport.close();
  });

  it('ends with the booth', async () => {
    const script = `
      import { systemClock } from ${JSON.stringify(join(import.meta.dirname, '../../core/system_ports.ts'))};
      import { deviceHosts } from ${JSON.stringify(join(import.meta.dirname, '../../native/transport/host/hosts.ts'))};
      const hosts = deviceHosts(systemClock);
      await hosts.openSerial(${JSON.stringify(plug.path)}, ${JSON.stringify(LINE_9600_8N1)});
      console.log(hosts.pid('serial'));
    `;
    const booth = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = await new Promise<string>((resolve) => booth.stdout.once('data', (data) => resolve(String(data))));
    const pid = Number(said);
    expect(alive(pid)).toBe(true);
    booth.kill('SIGKILL');
    await until('it is gone too', () => !alive(pid));
  });
});

describe('a device whose process crashes', () => {
  it('is named so and ready again, twenty times in mid-frame, with nothing left behind', {
    timeout: 120_000,
  }, async () => {
    const simulator = simulatorFor('elyctis-idbox', waitingClock, {});
    if (simulator?.link !== 'serial') throw new Error('no simulator');
    connectSimulator(simulator, plug);
    const settings = { driver: 'elyctis-idbox', name: 'reader', path: plug.path, options: {} };
    const ports = { clock: waitingClock, ids: systemIds };
    const wire = { open: () => hosts.openSerial(plug.path, LINE_9600_8N1), folders: [] };
    const device = openOne(settings, ports, wire);
    await until('it is ready', () => device.health().state === 'ready');
    const before = await openHandles();
    const pids = new Set<number>();
    for (let time = 0; time < 20; time += 1) {
      pids.add(hosts.pid('serial') ?? 0);
      simulator.order({ splitEvery: 4 });
      simulator.act({ act: 'lay', lines: [...ANNA] });
      await pause(15);
      crash();
      await until('the crash has a name', () => device.health().problem?.code === 'DEVICE_HOST_CRASHED', 1000);
      simulator.order({});
      simulator.act({ act: 'remove' });
      await until('it is ready again', () => device.health().state === 'ready');
    }
    expect(pids.size).toBe(20);
    await until('no process is left', () => [...pids].every((pid) => !alive(pid)));
    expect(await openHandles()).toBeLessThanOrEqual(before + 1);
    await device.close();
  });

  it('is so for the devices of a lane', async () => {
    const simulator = simulatorFor('elyctis-idbox', waitingClock, {});
    if (simulator?.link !== 'serial') throw new Error('no simulator');
    connectSimulator(simulator, plug);
    const settings = [{ driver: 'elyctis-idbox', name: 'reader', path: plug.path, options: {} }];
    const devices = await openDevices(settings, { clock: waitingClock, ids: systemIds });
    const state = () => devices.health()[0];
    await until('it is ready', () => state()?.state === 'ready');
    const pid = sharedHosts(waitingClock).pid('serial');
    process.kill(pid ?? 0, 'SIGSEGV');
    await until('the crash has a name', () => state()?.problem?.code === 'DEVICE_HOST_CRASHED');
    await until('it is ready again', () => state()?.state === 'ready');
    expect(state()?.failures.DEVICE_HOST_CRASHED).toBe(1);
    await devices.close();
    await sharedHosts(waitingClock).close();
  });
});

function residentKiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
