import type { Result } from '../../../core/domain/result.ts';
import type { Clock } from '../../../core/ports/clock.ts';
import type { DeviceProblem } from '../../../core/ports/device.ts';
import type { HidDeviceFound } from '../hid_devices.ts';
import type { SerialPortInfo } from '../serial_ports.ts';
import { openTcp } from '../tcp.ts';
import { isTcp } from '../tcp_address.ts';
import type { HidTransport, PcscTransport, SerialLine, Transport } from '../transport.ts';
import { type DeviceHost, deviceHost } from './host.ts';
import { LIBRARIES, type Library } from './host_message.ts';
import { openHidIn, openPcscIn, openSerialIn } from './proxy.ts';

/** Every way to a device, each native library in a process of its own whose crash is an event (DEVICE_HOST_CRASHED). */
export interface DeviceHosts {
  openSerial(path: string, line: SerialLine): Promise<Result<Transport, DeviceProblem>>;
  /** As `openSerial`, and `tcp://host:port`, which needs no native library. */
  openPort(path: string, line: SerialLine): Promise<Result<Transport, DeviceProblem>>;
  openHid(path: string): Promise<Result<HidTransport, DeviceProblem>>;
  openPcsc(path: string): Promise<Result<PcscTransport, DeviceProblem>>;
  listSerialPorts(): Promise<Result<readonly SerialPortInfo[], DeviceProblem>>;
  listHidDevices(): Promise<Result<readonly HidDeviceFound[], DeviceProblem>>;
  /** The names of the PC/SC readers there are. */
  listPcscReaders(): Promise<Result<readonly string[], DeviceProblem>>;
  /** The process of a library while there is one. */
  pid(library: Library): number | null;
  close(): Promise<void>;
}

/** Processes are started when first needed; `environment` is added to theirs. */
export function deviceHosts(clock: Clock, environment: NodeJS.ProcessEnv = {}): DeviceHosts {
  const serial = deviceHost('serial', clock, environment);
  const hid = deviceHost('hid', clock, environment);
  const pcsc = deviceHost('pcsc', clock, environment);
  const all: Readonly<Record<Library, DeviceHost>> = { serial, hid, pcsc };
  // Both ends are this booth, so a list is of its library's own kind.
  const list = async <T>(host: DeviceHost): Promise<Result<readonly T[], DeviceProblem>> =>
    (await host.ask({ act: 'list' })) as Result<readonly T[], DeviceProblem>;
  return {
    openSerial: (path, line) => openSerialIn(serial, path, line),
    openPort: (path, line) => (isTcp(path) ? openTcp(path, clock) : openSerialIn(serial, path, line)),
    openHid: (path) => openHidIn(hid, path),
    openPcsc: (path) => openPcscIn(pcsc, path),
    listSerialPorts: () => list<SerialPortInfo>(serial),
    listHidDevices: () => list<HidDeviceFound>(hid),
    listPcscReaders: () => list<string>(pcsc),
    pid: (library) => all[library].pid(),
    close: async () => {
      await Promise.all(LIBRARIES.map((library) => all[library].close()));
    },
  };
}

const shared = new WeakMap<Clock, DeviceHosts>();

/** The processes that all devices of this booth share. They end with the booth. */
export function sharedHosts(clock: Clock): DeviceHosts {
  const there = shared.get(clock);
  if (there !== undefined) return there;
  const made = deviceHosts(clock);
  shared.set(clock, made);
  return made;
}
