import type { z } from 'zod';
import { err, ok, type Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { AnyTransport, Link, LinkTransports } from '../transport/transport.ts';
import { accessIsDriver } from './access_is/driver.ts';
import { blink1Driver } from './blink1/driver.ts';
import { dcttechRelayDriver } from './dcttech_relay/driver.ts';
import type { BoundDriver, Driver, DriverMaturity, UsbIdentity } from './driver.ts';
import { elyctisIdboxDriver } from './elyctis_idbox/driver.ts';
import { framedMrzDriver } from './framed_mrz/driver.ts';
import { hidPosScannerDriver } from './hid_pos_scanner/driver.ts';
import { modbusGateDriver } from './modbus_gate/driver.ts';
import { morphosmartDriver } from './morphosmart/driver.ts';
import { patliteDriver } from './patlite/driver.ts';
import { pcscReaderDriver } from './pcsc_reader/driver.ts';
import { supremaSfmDriver } from './suprema_sfm/driver.ts';
import { zfmDriver } from './zfm/driver.ts';

/** A driver without its options, as told to a technician. */
export interface DriverEntry {
  readonly id: string;
  readonly displayName: string;
  readonly kind: BoundDriver['kind'];
  readonly link: Link;
  readonly maturity: DriverMaturity;
  readonly source: string;
  readonly usb: readonly UsbIdentity[];
  readonly settings: z.ZodType<unknown>;
  /** The transport must be of `link`. */
  readonly safeProbe: ((transport: AnyTransport, clock: Clock) => Promise<string | null>) | null;
  /** Checks raw options; the error says which option is wrong, in one line. */
  readonly bind: (options: unknown) => Result<BoundDriver, string>;
}

function entry<Options, L extends Link>(driver: Driver<Options, L>): DriverEntry {
  const { id, displayName, kind, link, maturity, source, usb, safeProbe, settings, lines } = driver;
  const bind = (raw: unknown): Result<BoundDriver, string> => {
    const parsed = settings.safeParse(raw ?? {});
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return err(`${issue?.path.join('.') || 'options'}: ${issue?.message ?? 'invalid'}`);
    }
    const options = parsed.data;
    // Who opens a transport goes by `link`, so it is of the driver's own kind.
    const connect: BoundDriver['connect'] = ({ transport, ...context }) =>
      driver.connect({ ...context, transport: transport as LinkTransports[L], options });
    const protocol = driver.protocol(options);
    return ok({ id, kind, link, usb, protocol, lines: lines === null ? null : lines(options), connect });
  };
  const probe =
    safeProbe === null
      ? null
      : (transport: AnyTransport, clock: Clock) => safeProbe(transport as LinkTransports[L], clock);
  return { id, displayName, kind, link, maturity, source, usb, settings, safeProbe: probe, bind };
}

/** Every model this booth can speak to. */
export const DRIVERS: readonly DriverEntry[] = [
  entry(elyctisIdboxDriver),
  entry(framedMrzDriver),
  entry(pcscReaderDriver),
  entry(supremaSfmDriver),
  entry(accessIsDriver),
  entry(modbusGateDriver),
  entry(morphosmartDriver),
  entry(zfmDriver),
  entry(dcttechRelayDriver),
  entry(blink1Driver),
  entry(patliteDriver),
  entry(hidPosScannerDriver),
];

export function findDriver(id: string): DriverEntry | null {
  return DRIVERS.find((driver) => driver.id === id) ?? null;
}
