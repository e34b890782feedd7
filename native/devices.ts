import { ok } from '../core/domain/result.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { DeviceHealth, DeviceProblem } from '../core/ports/device.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { LaneDevices } from '../core/ports/lane_devices.ts';
import { chipReader } from './device/chip_reader.ts';
import { codeScanner } from './device/code_scanner.ts';
import { fingerprintReader } from './device/fingerprint_reader.ts';
import { gate } from './device/gate.ts';
import { mrzReader } from './device/mrz_reader.ts';
import { refusedDevice } from './device/refused.ts';
import { signalLight } from './device/signal_light.ts';
import { findDriver } from './driver/catalogue.ts';
import type { BoundDriver } from './driver/driver.ts';
import type { SelfTestStep, Session } from './driver/session.ts';
import { openTransport } from './open_transport.ts';
import type { OneDeviceSettings } from './settings.ts';
import { type SupervisedDevice, type Supervision, supervise } from './supervision/supervisor.ts';
import { type WearBook, wearInMemory } from './supervision/wear_book.ts';
import { foldersOf } from './transport/serial_presence.ts';
import type { AnyTransport } from './transport/transport.ts';

/** What the devices need of the machine. */
export interface DevicePorts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Lifetime counters; kept for this run only where left out. Closed with the devices. */
  readonly wear?: WearBook;
  /** Who listens to the wire of each device, by its name. */
  readonly wires?: { tapOf(name: string): WireTap };
}

/** Listens to everything that goes over the wire of one device, without changing it. */
export interface WireTap {
  /** The same driver; what its sessions report is heard too. */
  driver(driver: BoundDriver): BoundDriver;
  /** The same transport; what goes over it is heard too. */
  transport(driver: BoundDriver, transport: AnyTransport): AnyTransport;
}

/** The devices of a lane, each kept connected by its own supervisor until `close`. */
export interface Devices extends LaneDevices {
  /** Null when there is no such device or it is not ready. */
  selfTest(name: string): Promise<readonly SelfTestStep[] | null>;
}

/** Another wire in place of the machine's ports: a simulator's. */
export interface OtherWire {
  readonly open: (driver: BoundDriver) => ReturnType<Supervision['open']>;
  /** Where something happens when it is plugged in. */
  readonly folders: readonly string[];
}

/** Puts one device under supervision; `wire` replaces finding and opening it. */
export function openOne(settings: OneDeviceSettings, ports: DevicePorts, wire: OtherWire | null): SupervisedDevice {
  const entry = findDriver(settings.driver);
  const bound = entry?.bind(settings.options) ?? { ok: false, error: `no driver ${settings.driver}` };
  if (!bound.ok) {
    const problem: DeviceProblem = { code: 'DEVICE_REFUSED', detail: bound.error };
    return refusedDevice(settings, entry?.kind ?? 'MRZ_READER', problem, ports.clock);
  }
  const tap = ports.wires?.tapOf(settings.name) ?? null;
  const driver = tap?.driver(bound.value) ?? bound.value;
  const open = (): ReturnType<Supervision['open']> =>
    wire?.open(driver) ?? openTransport(settings, driver, ports.clock);
  return supervise({
    name: settings.name,
    driver,
    open: async () => {
      const opened = await open();
      return opened.ok && tap !== null ? ok(tap.transport(driver, opened.value)) : opened;
    },
    // Readers of chips have no file of their own, so nothing tells when they come.
    folders: wire?.folders ?? (driver.link === 'pcsc' ? [] : foldersOf(settings.path)),
    simulated: wire !== null,
    wear: wearInMemory(),
    ...ports,
  });
}

/** Several devices as one lane, with the book that is closed after them. */
export function devicesOf(devices: readonly SupervisedDevice[], wear?: WearBook): Devices {
  const health = (): DeviceHealth[] => devices.map((device) => device.health());
  const first = <P>(kind: Session['kind'], port: (device: SupervisedDevice) => P): P | null => {
    const device = devices.find((one) => one.health().kind === kind);
    return device === undefined ? null : port(device);
  };
  return {
    mrzReader: first('MRZ_READER', mrzReader),
    codeScanner: first('CODE_SCANNER', codeScanner),
    fingerprintReader: first('FINGERPRINT_READER', fingerprintReader),
    gate: first('GATE', gate),
    signalLight: first('SIGNAL_LIGHT', signalLight),
    chipReader: first('CHIP_READER', chipReader),
    health,
    onHealth: (listener) => {
      const removals = devices.map((device) => device.onHealth(() => listener(health())));
      return () => {
        for (const remove of removals) remove();
      };
    },
    selfTest: async (name) => {
      const session = devices.find((device) => device.health().name === name)?.session();
      return session?.selfTest() ?? null;
    },
    close: async () => {
      await Promise.all(devices.map((device) => device.close()));
      await wear?.close();
    },
  };
}
