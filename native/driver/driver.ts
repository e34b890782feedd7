import type { z } from 'zod';
import type { Clock } from '../../core/ports/clock.ts';
import type { AnyTransport, Link, LinkTransports, SerialLine } from '../transport/transport.ts';
import type { Session, SessionEvent } from './session.ts';

/** How far a driver may be trusted. EXPERIMENTAL: tried against its simulator only. */
export type DriverMaturity = 'EXPERIMENTAL' | 'BETA' | 'STABLE';

/** Stands for every product of a maker in a UsbIdentity whose usage page says what the device is. */
export const ANY_PRODUCT = '*';

/** USB numbers as four lower-case hex digits. */
export interface UsbIdentity {
  readonly vendorId: string;
  readonly productId: string;
  /** The product's name begins with this: for numbers that many makers share. */
  readonly product?: string;
  /** Of a HID device with several collections: the one the driver speaks to, by its usage page. */
  readonly usagePage?: number;
}

/** What a session is given. It owns the transport's bytes, not its life: the supervisor opens and closes it. */
export interface SessionContext<Options, T = LinkTransports['serial']> {
  readonly transport: T;
  readonly clock: Clock;
  readonly options: Options;
  readonly emit: (event: SessionEvent) => void;
}

/** A model, as a value. A new model is a new folder with one of these and one line in `catalogue.ts`. */
export interface Driver<Options = unknown, L extends Link = 'serial'> {
  readonly id: string;
  readonly displayName: string;
  readonly kind: Session['kind'];
  readonly link: L;
  readonly maturity: DriverMaturity;
  /** Where the protocol is described. */
  readonly source: string;
  readonly usb: readonly UsbIdentity[];
  /** The protocol of `native/codec/catalogue.ts` it speaks, and that protocol's own options. */
  readonly protocol: (options: Options) => { readonly name: string; readonly options?: unknown };
  /**
   * Asks an unknown device on an open port who it is, changing nothing; the firmware text of a device of this model,
   * else null. Null instead of a function where a device of this model cannot be asked.
   */
  readonly safeProbe: ((transport: LinkTransports[L], clock: Clock) => Promise<string | null>) | null;
  /** Each option has a default; its title and the reason for it stand in `resources/locales/drivers/<id>.*.json`. */
  readonly settings: z.ZodType<Options>;
  /** The line settings to open with; the first is the default, the others are for probing. HID and PC/SC have none. */
  readonly lines: L extends 'serial' ? (options: Options) => readonly [SerialLine, ...SerialLine[]] : null;
  readonly connect: (context: SessionContext<Options, LinkTransports[L]>) => Session;
}

/** A driver whose options are already checked and bound, so that drivers of all models fit in one list. */
export interface BoundDriver {
  readonly id: string;
  readonly kind: Session['kind'];
  readonly link: Link;
  readonly usb: readonly UsbIdentity[];
  readonly protocol: { readonly name: string; readonly options?: unknown };
  /** Null where there is no serial line. */
  readonly lines: readonly [SerialLine, ...SerialLine[]] | null;
  /** The transport must be of `link`. */
  readonly connect: (context: Omit<SessionContext<unknown, AnyTransport>, 'options'>) => Session;
}
