import type { Result } from '../core/domain/result.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { DeviceProblem } from '../core/ports/device.ts';
import { locate } from './discovery.ts';
import { locateHid } from './discovery_hid.ts';
import { locatePcsc } from './discovery_pcsc.ts';
import type { BoundDriver } from './driver/driver.ts';
import type { OneDeviceSettings } from './settings.ts';
import { sharedHosts } from './transport/host/hosts.ts';
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
  if (driver.link === 'serial') {
    const path = await locate(settings, driver.usb, hosts.listSerialPorts);
    return path.ok ? hosts.openPort(path.value, driver.lines?.[0] ?? LINE_9600_8N1) : path;
  }
  if (driver.link === 'hid') {
    const path = await locateHid(settings, driver.usb, hosts.listHidDevices);
    return path.ok ? hosts.openHid(path.value) : path;
  }
  const reader = await locatePcsc(settings.path, hosts.listPcscReaders);
  return reader.ok ? hosts.openPcsc(reader.value) : reader;
}
