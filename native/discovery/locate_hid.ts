import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { ANY_PRODUCT, type UsbIdentity } from '../driver/driver.ts';
import type { OneDeviceSettings } from '../settings.ts';
import type { HidDeviceFound } from '../transport/hid_devices.ts';

type ListDevices = () => Promise<Result<readonly HidDeviceFound[], DeviceProblem>>;

/**
 * Where a HID device is now, by the rules of `locate`: its given path, or its USB numbers with the serial number where the
 * settings give one, else the numbers the driver knows, with the beginning of the product's name and the usage page where the
 * driver says them. Two equal devices are refused, not guessed; of several collections of one device the first by path is it.
 */
export async function locateHid(
  wanted: Pick<OneDeviceSettings, 'path' | 'usb'>,
  known: readonly UsbIdentity[],
  listDevices: ListDevices,
): Promise<Result<string, DeviceProblem>> {
  if (wanted.path !== undefined) return ok(wanted.path);
  const devices = await listDevices();
  if (!devices.ok) return devices;
  const found = devices.value.filter((device) => {
    const { usb } = wanted;
    if (usb === undefined) return known.some((identity) => isOne(device, identity));
    // Numbers that a technician wrote down need no name; the usage page still picks the right part of the device.
    const sameNumbers = isOne(device, { ...usb, ...pageOf(known) });
    return sameNumbers && (usb.serialNumber === undefined || usb.serialNumber === device.serialNumber);
  });
  const paths = new Set(found.map(({ path }) => path));
  const [first] = found;
  if (first === undefined) return err({ code: 'DEVICE_ABSENT', detail: 'no HID device with these USB numbers' });
  const serials = new Set(found.map(({ serialNumber }) => serialNumber));
  if (paths.size > 1 && (serials.size > 1 || serials.has(null))) {
    const advice = serials.has(null)
      ? 'leave one plugged in, or name one by its path'
      : 'name one by its serial number';
    return err({ code: 'DEVICE_REFUSED', detail: `${paths.size} such devices: ${advice}` });
  }
  return ok(first.path);
}

function isOne(device: HidDeviceFound, identity: UsbIdentity): boolean {
  return (
    device.vendorId === identity.vendorId &&
    (identity.productId === ANY_PRODUCT || device.productId === identity.productId) &&
    (identity.product === undefined || device.product?.startsWith(identity.product) === true) &&
    (identity.usagePage === undefined || device.usagePage === identity.usagePage)
  );
}

function pageOf(known: readonly UsbIdentity[]): { readonly usagePage?: number } {
  const page = known.find(({ usagePage }) => usagePage !== undefined)?.usagePage;
  return page === undefined ? {} : { usagePage: page };
}
