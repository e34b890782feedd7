import type { Clock } from '../core/ports/clock.ts';
import type { DeviceHealth } from '../core/ports/device.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { MrzReader } from '../core/ports/mrz_reader.ts';
import { locate } from './discovery.ts';
import { findDriver } from './driver/catalogue.ts';
import type { SelfTestStep } from './driver/driver.ts';
import { missingMrzReader, supervisedMrzReader } from './mrz_reader.ts';
import type { DeviceSettings, OneDeviceSettings } from './settings.ts';
import type { SupervisedDevice, Supervision } from './supervisor.ts';
import { openSerial } from './transport/serial.ts';
import { listSerialPorts } from './transport/serial_ports.ts';

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

/** Starts the supervision of every device in the settings; returns at once, devices become ready by themselves. */
export async function openDevices(settings: DeviceSettings, ports: DevicePorts): Promise<Devices> {
  const opened = settings.map((one) => openOne(one, ports, null));
  return devicesOf(opened, ports);
}

/** One device, opened. */
export interface Opened {
  readonly reader: MrzReader;
  /** Null for a device whose settings are wrong. */
  readonly supervised: SupervisedDevice | null;
}

/** Puts one device under supervision; `open` replaces the serial port where the wire is another. */
export function openOne(settings: OneDeviceSettings, ports: DevicePorts, open: Supervision['open'] | null): Opened {
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

/** Several devices as one. */
export function devicesOf(opened: readonly Opened[], ports: DevicePorts): Devices {
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
