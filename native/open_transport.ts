import { err, type Result } from '../core/domain/result.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { DeviceProblem } from '../core/ports/device.ts';
import { locate } from './discovery.ts';
import type { BoundDriver } from './driver/driver.ts';
import type { OneDeviceSettings } from './settings.ts';
import { openPort } from './transport/open_port.ts';
import { listSerialPorts } from './transport/serial_ports.ts';
import { type AnyTransport, LINE_9600_8N1 } from './transport/transport.ts';

/** Finds the device of these settings on this machine and opens it in the way of its driver. */
export async function openTransport(
  settings: OneDeviceSettings,
  driver: BoundDriver,
  clock: Clock,
): Promise<Result<AnyTransport, DeviceProblem>> {
  if (driver.link === 'serial') {
    const path = await locate(settings, driver.usb, listSerialPorts);
    return path.ok ? openPort(path.value, driver.lines?.[0] ?? LINE_9600_8N1, clock) : path;
  }
  return err({ code: 'DEVICE_UNSUPPORTED', detail: `${driver.link} devices cannot be opened yet` });
}
