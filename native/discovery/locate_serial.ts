import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { UsbIdentity } from '../driver/driver.ts';
import { sharedChip } from '../driver/shared_numbers.ts';
import type { OneDeviceSettings } from '../settings.ts';
import type { SerialPortInfo } from '../transport/serial_ports.ts';

type ListPorts = () => Promise<Result<readonly SerialPortInfo[], DeviceProblem>>;

/**
 * Where a device is now: at its given path, or by vendor, product and serial number - never by a remembered port name,
 * which changes when devices are replugged. Two equal devices without a serial number in the settings are refused, not guessed;
 * numbers that only tell the chip in a cable find nothing by themselves, and want a serial number where the settings give them.
 */
export async function locate(
  wanted: Pick<OneDeviceSettings, 'path' | 'usb'>,
  known: readonly UsbIdentity[],
  listPorts: ListPorts,
): Promise<Result<string, DeviceProblem>> {
  if (wanted.path !== undefined) return ok(wanted.path);
  const ports = await listPorts();
  if (!ports.ok) return ports;
  const usb = wanted.usb;
  const chip = sharedChip(usb?.vendorId ?? null, usb?.productId ?? null);
  if (chip !== null && usb?.serialNumber === undefined)
    return err({
      code: 'DEVICE_REFUSED',
      detail: `many devices have a ${chip}: add its serial number, or name the path`,
    });
  const found = ports.value.filter((port) =>
    usb === undefined
      ? known.some((k) => isOwn(k) && k.vendorId === port.vendorId && k.productId === port.productId)
      : usb.vendorId === port.vendorId &&
        usb.productId === port.productId &&
        (usb.serialNumber === undefined || usb.serialNumber === port.serialNumber),
  );
  const [first] = found;
  if (first === undefined) return err({ code: 'DEVICE_ABSENT', detail: 'no port with these USB numbers' });
  const serials = new Set(found.map(({ serialNumber }) => serialNumber));
  // One device may show two ports with one serial number; the first by path carries its data.
  if (found.length > 1 && (serials.size > 1 || serials.has(null))) {
    return err({ code: 'DEVICE_REFUSED', detail: `${found.length} such devices: name one by its serial number` });
  }
  return ok(first.path);
}

/** Numbers by which a port may be taken without a person's word: a serial port does not tell the name of its product. */
function isOwn({ vendorId, productId, product }: UsbIdentity): boolean {
  return product === undefined && sharedChip(vendorId, productId) === null;
}
