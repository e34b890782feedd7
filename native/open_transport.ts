import type { Result } from '../core/domain/result.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { DeviceProblem } from '../core/ports/device.ts';
import { locateHid } from './discovery/locate_hid.ts';
import { locatePcsc } from './discovery/locate_pcsc.ts';
import { locate } from './discovery/locate_serial.ts';
import type { BoundDriver } from './driver/driver.ts';
import type { OneDeviceSettings } from './settings.ts';
import { watchFolders } from './transport/folder_watch.ts';
import type { HidDeviceFound } from './transport/hid_devices.ts';
import { type DeviceHosts, sharedHosts } from './transport/host/hosts.ts';
import type { SerialPortInfo } from './transport/serial_ports.ts';
import { foldersOf } from './transport/serial_presence.ts';
import { type SharedList, sharedList } from './transport/shared_list.ts';
import { type AnyTransport, LINE_9600_8N1 } from './transport/transport.ts';

/**
 * Finds the device of these settings on this machine and opens it in the way of its driver. Native libraries live in
 * processes of their own, whose crash is DEVICE_HOST_CRASHED; a line over the network needs none.
 */
export async function openTransport(
  settings: OneDeviceSettings,
  driver: BoundDriver,
  clock: Clock,
): Promise<Result<AnyTransport, DeviceProblem>> {
  const hosts = sharedHosts(clock);
  const lists = listsOf(hosts, clock);
  if (driver.link === 'serial') {
    const path = await locate(settings, driver.usb, lists.serial.list);
    return path.ok ? hosts.openPort(path.value, driver.lines?.[0] ?? LINE_9600_8N1) : path;
  }
  if (driver.link === 'hid') {
    const path = await locateHid(settings, driver.usb, lists.hid.list);
    return path.ok ? hosts.openHid(path.value) : path;
  }
  const reader = await locatePcsc(settings.path, hosts.listPcscReaders);
  return reader.ok ? hosts.openPcsc(reader.value) : reader;
}

/** A little less than the sweep of an absent device, so that each sweep sees the machine as it is. */
const LIST_AGE_MS = 4500;
/** Where nothing tells of plugging in. */
const BLIND_LIST_AGE_MS = 1000;

interface Lists {
  readonly serial: SharedList<SerialPortInfo>;
  readonly hid: SharedList<HidDeviceFound>;
}

const shared = new WeakMap<DeviceHosts, Lists>();

/** What is plugged in, asked once for all devices of this booth. */
function listsOf(hosts: DeviceHosts, clock: Clock): Lists {
  const there = shared.get(hosts);
  if (there !== undefined) return there;
  const folders = foldersOf(undefined);
  const ageMs = folders.length > 0 ? LIST_AGE_MS : BLIND_LIST_AGE_MS;
  const lists: Lists = {
    serial: sharedList(hosts.listSerialPorts, clock, ageMs),
    hid: sharedList(hosts.listHidDevices, clock, ageMs),
  };
  // For as long as this process runs, as are the hosts.
  watchFolders(folders, () => {
    lists.serial.changed();
    lists.hid.changed();
  });
  shared.set(hosts, lists);
  return lists;
}
