import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok } from '../../core/domain/result.ts';
import type { DeviceHealth } from '../../core/ports/device.ts';
import { systemIds, waitingClock } from '../../core/system_ports.ts';
import { type Devices, devicesOf, type OtherWire, openOne } from '../../native/devices.ts';
import { locate } from '../../native/discovery/locate_serial.ts';
import { simulatorFor } from '../../native/simulator/catalogue.ts';
import { connectSimulator } from '../../native/simulator/connect.ts';
import type { SimulatorAct, SimulatorFaults } from '../../native/simulator/faults.ts';
import type { Plug } from '../../native/simulator/plug.ts';
import { ptyPlug } from '../../native/simulator/pty.ts';
import { tcpPlug } from '../../native/simulator/tcp_plug.ts';
import type { DeviceEvent, SupervisedDevice } from '../../native/supervision/supervisor.ts';
import { sharedHosts } from '../../native/transport/host/hosts.ts';
import { openPort } from '../../native/transport/open_port.ts';
import { foldersOf } from '../../native/transport/serial_presence.ts';
import { LINE_9600_8N1 } from '../../native/transport/transport.ts';

/** A device plugged in again must work within this time. */
export const WORKING_AGAIN_MS = 5000;

/** The specimen of Doc 9303-4, and an invented person. */
export const ANNA = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;
export const LINH = [
  'P<UTOTRAN<<LINH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<',
  'B1234567<8UTO9001011F3001012<<<<<<<<<<<<<<04',
] as const;

/** What the system says of the device's port, wherever it is now. */
const USB = { vendorId: '1209', productId: '0003', serialNumber: 'RIG-1' };

/** One device of any kind: its simulator, a real wire, its driver under supervision, and all it said. */
export interface Rig {
  readonly driver: string;
  readonly device: SupervisedDevice;
  /** The same device through the ports of a lane. */
  readonly lane: Devices;
  readonly plug: Plug;
  readonly events: readonly DeviceEvent[];
  act(act: SimulatorAct): void;
  order(faults: SimulatorFaults): void;
  seen(): Readonly<Record<string, string | number | boolean>>;
  health(): DeviceHealth;
  /** Texts of documents and codes that were read, in order. */
  reads(): (readonly string[])[];
  garbage(): number;
  close(): Promise<void>;
}

/** Where the wire of a rig comes from; a pseudo-terminal unless said otherwise. */
export type LayPlug = (directory: string) => Promise<Plug>;

const layPty: LayPlug = async (directory) => {
  const made = await ptyPlug(join(directory, 'port'), waitingClock);
  if (!made.ok) throw new Error(`these tests need real pseudo-terminals: ${made.error.detail}`);
  return made.value;
};

/** A device server of its own in place of the pseudo-terminal. */
export const layTcp: LayPlug = async () => {
  const made = await tcpPlug(0, waitingClock);
  if (!made.ok) throw new Error(made.error.detail);
  return made.value;
};

/**
 * Stands the device up and puts it under supervision; does not wait for it to be ready. The port is found by its serial
 * number each time, in a list that says what the wire is called now.
 */
export async function startRig(
  driver: string,
  options: Record<string, unknown> = {},
  layPlug: LayPlug = layPty,
): Promise<Rig> {
  const simulator = simulatorFor(driver, waitingClock, options);
  if (simulator?.link !== 'serial') throw new Error(`no serial simulator for ${driver}`);
  const directory = await mkdtemp(join(tmpdir(), 'booth-devices-'));
  const plug = await layPlug(directory);
  connectSimulator(simulator, plug);
  const ports = async () => ok([{ path: plug.path, manufacturer: null, ...USB }]);
  const settings = { driver, name: driver, usb: USB, options };
  const open: OtherWire['open'] = async (bound) => {
    const path = await locate(settings, bound.usb, ports);
    const line = bound.lines?.[0] ?? LINE_9600_8N1;
    if (!path.ok) return path;
    return openPort(path.value, line, waitingClock);
  };
  const wire = { open, folders: foldersOf(plug.path) };
  const device = openOne(settings, { clock: waitingClock, ids: systemIds }, wire);
  const events: DeviceEvent[] = [];
  device.onEvent((event) => events.push(event));
  return {
    driver,
    device,
    lane: devicesOf([device]),
    plug,
    events,
    act: simulator.act,
    order: simulator.order,
    seen: simulator.seen,
    health: device.health,
    reads: () =>
      events.flatMap((event) => (event.kind === 'read' ? [event.lines] : event.kind === 'scan' ? [[event.text]] : [])),
    garbage: () => events.reduce((sum, event) => sum + (event.kind === 'garbage' ? event.bytes : 0), 0),
    close: async () => {
      await device.close();
      await plug.close();
      simulator.detach();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The same, ready to work. */
export async function startReadyRig(
  driver: string,
  options: Record<string, unknown> = {},
  layPlug: LayPlug = layPty,
): Promise<Rig> {
  const rig = await startRig(driver, options, layPlug);
  await until('the device is ready', () => rig.health().state === 'ready');
  return rig;
}

/** Waits until something holds; fails with its name after `limitMs`. */
export async function until(what: string, holds: () => boolean, limitMs = WORKING_AGAIN_MS): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > limit) throw new Error(`not within ${limitMs} ms: ${what}`);
    await pause(2);
  }
}

export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}

export function lay(rig: Rig, lines: readonly string[]): void {
  rig.act({ act: 'lay', lines: [...lines] });
}

/** Lays a document, waits for its read, takes it away: proof that an MRZ reader works. */
export async function proveReading(rig: Rig, lines: readonly string[]): Promise<void> {
  const before = rig.reads().length;
  lay(rig, lines);
  await until('the document is read', () => rig.reads().length > before);
  rig.act({ act: 'remove' });
}

/**
 * Uses a device once, and asks for ports, so that what stays for the whole process is there already: its one watch of folders
 * and the process of native code.
 */
export async function warmUp(): Promise<void> {
  const rig = await startReadyRig('framed-mrz');
  await rig.close();
  await sharedHosts(waitingClock).listSerialPorts();
}

/** How many file descriptors this process holds. */
export async function openHandles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}
