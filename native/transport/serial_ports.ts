import { SerialPort } from 'serialport';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/** A serial port of this machine. USB numbers are four lower-case hex digits, null for a port that is not USB. */
export interface SerialPortInfo {
  readonly path: string;
  readonly vendorId: string | null;
  readonly productId: string | null;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
}

/** The ports there are now, sorted by path (a device may show two). Fails with DEVICE_IO where the system cannot be asked. */
export async function listSerialPorts(): Promise<Result<readonly SerialPortInfo[], DeviceProblem>> {
  try {
    const ports = (await SerialPort.list()).map((port) => ({
      path: port.path,
      vendorId: port.vendorId?.toLowerCase() ?? null,
      productId: port.productId?.toLowerCase() ?? null,
      serialNumber: port.serialNumber ?? null,
      manufacturer: port.manufacturer ?? null,
    }));
    return ok(ports.sort((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true })));
  } catch (error) {
    return err({ code: 'DEVICE_IO', detail: error instanceof Error ? error.message : 'ports cannot be listed' });
  }
}
