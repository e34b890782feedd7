import type { Device } from 'node-hid';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/**
 * A HID device of this machine; one that offers several top-level collections is found once for each. USB numbers are four
 * lower-case hex digits as for serial ports, `usagePage` is a number of the HID usage tables (0x8C = bar code scanners).
 * What the device does not tell is null: cheap boards have no strings at all.
 */
export interface HidDeviceFound {
  readonly path: string;
  readonly vendorId: string;
  readonly productId: string;
  readonly serialNumber: string | null;
  readonly product: string | null;
  readonly usagePage: number | null;
}

/**
 * The HID devices there are now, sorted by path. Asks the whole bus, so it is not for polling. Fails with DEVICE_IO where
 * the native library does not load (on Linux it wants libusb-1.0 and libudev) or the system cannot be asked.
 */
export async function listHidDevices(): Promise<Result<readonly HidDeviceFound[], DeviceProblem>> {
  try {
    // Loaded at the first question: a booth without HID devices neither loads nor needs it.
    const { devicesAsync } = await import('node-hid');
    const found = (await devicesAsync()).map(foundDevice);
    return ok(found.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true })));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'no reason given';
    return err({ code: 'DEVICE_IO', detail: `HID devices cannot be listed: ${why}` });
  }
}

function foundDevice(device: Device): HidDeviceFound {
  return {
    path: device.path ?? '',
    vendorId: usbNumber(device.vendorId),
    productId: usbNumber(device.productId),
    serialNumber: device.serialNumber || null,
    product: device.product || null,
    // Page 0 is "undefined" in the usage tables.
    usagePage: device.usagePage || null,
  };
}

function usbNumber(value: number): string {
  return value.toString(16).padStart(4, '0');
}
