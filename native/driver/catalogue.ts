import { err, ok, type Result } from '../../core/domain/result.ts';
import type { DeviceKind } from '../../core/ports/device.ts';
import type { BoundDriver, Driver, DriverMaturity, UsbIdentity } from './driver.ts';
import { elyctisIdboxDriver } from './elyctis_idbox/driver.ts';
import { framedMrzDriver } from './framed_mrz/driver.ts';

/** A driver without its options, as told to a technician. */
export interface DriverEntry {
  readonly id: string;
  readonly displayName: string;
  readonly kind: DeviceKind;
  readonly maturity: DriverMaturity;
  readonly source: string;
  readonly usb: readonly UsbIdentity[];
  readonly safeProbe: Driver['safeProbe'];
  /** Checks raw options; the error says which option is wrong, in one line. */
  readonly bind: (options: unknown) => Result<BoundDriver, string>;
}

function entry<Options>(driver: Driver<Options>): DriverEntry {
  const { id, displayName, kind, maturity, source, usb, safeProbe } = driver;
  const bind = (raw: unknown): Result<BoundDriver, string> => {
    const parsed = driver.settings.safeParse(raw ?? {});
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return err(`${issue?.path.join('.') || 'options'}: ${issue?.message ?? 'invalid'}`);
    }
    const options = parsed.data;
    const connect: BoundDriver['connect'] = (context) => driver.connect({ ...context, options });
    return ok({ id, kind, usb, lines: driver.lines(options), connect });
  };
  return { id, displayName, kind, maturity, source, usb, safeProbe, bind };
}

/** Every model this booth can speak to. */
export const DRIVERS: readonly DriverEntry[] = [entry(elyctisIdboxDriver), entry(framedMrzDriver)];

export function findDriver(id: string): DriverEntry | null {
  return DRIVERS.find((driver) => driver.id === id) ?? null;
}

/** The drivers which name this USB device as theirs. */
export function driversFor(vendorId: string | null, productId: string | null): readonly DriverEntry[] {
  return DRIVERS.filter(({ usb }) => usb.some((u) => u.vendorId === vendorId && u.productId === productId));
}
