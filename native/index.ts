import type { Clock } from '../core/ports/clock.ts';
import type { DeviceHealth } from '../core/ports/device.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { MrzReader } from '../core/ports/mrz_reader.ts';
import { locate } from './discovery.ts';
import { findDriver } from './driver/catalogue.ts';
import type { SelfTestStep } from './driver/driver.ts';
import { missingMrzReader, supervisedMrzReader } from './mrz_reader.ts';
import type { DeviceSettings, OneDeviceSettings } from './settings.ts';
import { type SimulatorFaults, simulatorFaults } from './simulator/faults.ts';
import { bestPlug, connectSimulator, simulatorFor } from './simulator/lane.ts';
import type { SupervisedDevice, Supervision } from './supervisor.ts';
import { openSerial } from './transport/serial.ts';
import { listSerialPorts } from './transport/serial_ports.ts';

export { deviceSettings, parseDeviceSettings } from './settings.ts';
export { type DeviceSettings, type SimulatorFaults, simulatorFaults };

/** What the devices need of the machine. */
export interface DevicePorts {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The devices of a lane, each kept connected by its own supervisor until `close`. */
export interface Devices {
  /** The lane's first MRZ reader; one that says DEVICE_ABSENT where the settings name none. */
  readonly mrzReader: MrzReader;
  /** One entry a device, in the order of the settings. */
  health(): DeviceHealth[];
  /** All devices, at each change of any one's state; the returned function removes the listener. */
  onHealth(listener: (health: readonly DeviceHealth[]) => void): () => void;
  /** Null when there is no such device or it is not ready. */
  selfTest(name: string): Promise<readonly SelfTestStep[] | null>;
  close(): Promise<void>;
}

/** A demonstration lane: simulator, wire, driver and supervisor as in earnest, only the device is software. */
export interface SimulatedLane {
  readonly devices: Devices;
  /** How the bytes travel: over a real pseudo-terminal, or within the process where the machine has no `socat`. */
  readonly via: 'pty' | 'loopback';
  /** The host's end of the wire; a pseudo-terminal's path where `via` is pty. */
  readonly path: string;
  /** Lays a document of these lines (1 to 3) on the reader. */
  layDocument(lines: readonly string[]): void;
  removeDocument(): void;
  /** Replaces all orders to fail; `{}` makes the device sound again. */
  order(faults: SimulatorFaults): void;
  unplug(): Promise<void>;
  replug(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the supervision of every device in the settings; returns at once, devices become ready by themselves. */
export async function openDevices(settings: DeviceSettings, ports: DevicePorts): Promise<Devices> {
  const opened = settings.map((one) => openOne(one, ports, null));
  return devicesOf(opened, ports);
}

/** Starts a simulated MRZ reader (an ID BOX unless said otherwise) and its driver; its wire lies in `directory`. */
export async function openSimulatedLane(
  ports: DevicePorts,
  directory: string,
  choice: { readonly driver?: string; readonly options?: Record<string, unknown>; readonly pty?: boolean } = {},
): Promise<SimulatedLane> {
  const driver = choice.driver ?? 'elyctis-idbox';
  const options = choice.options ?? {};
  const simulator = simulatorFor(driver, ports.clock, options);
  if (simulator === null) throw new Error(`no simulator for driver ${driver}`);
  const plug = await bestPlug(directory, 'mrz-reader', ports.clock, choice.pty);
  connectSimulator(simulator, plug);
  const settings: OneDeviceSettings = { driver, name: 'mrz-reader', path: plug.path, options };
  const devices = devicesOf([openOne(settings, ports, (_path, line) => plug.openHost(line))], ports);
  return {
    devices,
    via: plug.via,
    path: plug.path,
    layDocument: simulator.layDocument,
    removeDocument: simulator.removeDocument,
    order: simulator.order,
    unplug: plug.unplug,
    replug: async () => {
      await plug.replug();
    },
    close: async () => {
      await devices.close();
      await plug.close();
      simulator.detach();
    },
  };
}

interface Opened {
  readonly reader: MrzReader;
  /** Null for a device whose settings are wrong. */
  readonly supervised: SupervisedDevice | null;
}

function openOne(settings: OneDeviceSettings, ports: DevicePorts, open: Supervision['open'] | null): Opened {
  const entry = findDriver(settings.driver);
  const bound = entry?.bind(settings.options) ?? { ok: false, error: `no driver ${settings.driver}` };
  if (!bound.ok) return { reader: refused(settings, ports, bound.error), supervised: null };
  const driver = bound.value;
  return supervisedMrzReader({
    name: settings.name,
    driver,
    locate: () => locate(settings, driver.usb, listSerialPorts),
    open: open ?? ((path, line) => openSerial(path, line, ports.clock)),
    ...ports,
  });
}

function devicesOf(opened: readonly Opened[], ports: DevicePorts): Devices {
  const readers = opened.map(({ reader }) => reader);
  const health = (): DeviceHealth[] => readers.map((reader) => reader.health());
  return {
    mrzReader:
      readers[0] ??
      missingMrzReader(stillHealth('mrz-reader', 'none', ports, 'DEVICE_ABSENT', 'no MRZ reader in the settings')),
    health,
    onHealth: (listener) => {
      const removals = opened.map(({ supervised }) => supervised?.onHealth(() => listener(health())) ?? (() => {}));
      return () => {
        for (const remove of removals) remove();
      };
    },
    selfTest: async (name) => {
      const session = opened.find(({ reader }) => reader.name === name)?.supervised?.session();
      return session?.selfTest() ?? null;
    },
    close: async () => {
      await Promise.all(readers.map((reader) => reader.close()));
    },
  };
}

function refused(settings: OneDeviceSettings, ports: DevicePorts, why: string): MrzReader {
  return missingMrzReader(stillHealth(settings.name, settings.driver, ports, 'DEVICE_REFUSED', why));
}

function stillHealth(
  name: string,
  driver: string,
  { clock }: DevicePorts,
  code: 'DEVICE_ABSENT' | 'DEVICE_REFUSED',
  detail: string,
): DeviceHealth {
  const state = code === 'DEVICE_ABSENT' ? 'absent' : 'failed';
  const problem = { code, detail };
  return {
    name,
    kind: 'MRZ_READER',
    driver,
    state,
    since: clock.now(),
    problem,
    firmware: null,
    reads: 0,
    failures: {},
    reconnects: 0,
  };
}
