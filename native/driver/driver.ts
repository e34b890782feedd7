import type { z } from 'zod';
import type { Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceKind, DeviceProblem } from '../../core/ports/device.ts';
import type { SerialLine, Transport } from '../transport/transport.ts';

/** How far a driver may be trusted. EXPERIMENTAL: tried against its simulator only. */
export type DriverMaturity = 'EXPERIMENTAL' | 'BETA' | 'STABLE';

/** USB numbers as four lower-case hex digits. */
export interface UsbIdentity {
  readonly vendorId: string;
  readonly productId: string;
}

/** What an MRZ reader's session reports upwards. `failed` asks for the connection to be ended and made anew. */
export type SessionEvent =
  | { readonly kind: 'read'; readonly lines: readonly string[]; readonly at: number }
  | { readonly kind: 'no-read'; readonly at: number }
  | { readonly kind: 'garbage'; readonly bytes: number; readonly at: number }
  | { readonly kind: 'failed'; readonly problem: DeviceProblem };

/** What a session is given. It owns the transport's bytes, not its life: the supervisor opens and closes it. */
export interface SessionContext<Options> {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly options: Options;
  readonly emit: (event: SessionEvent) => void;
}

/** One question of a self test. `detail` holds no traveller data. */
export interface SelfTestStep {
  readonly step: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** The protocol over one connection. */
export interface Session {
  /** Re-synchronises and finds out who is there; bounded in time. */
  start(): Promise<Result<{ readonly firmware: string | null }, DeviceProblem>>;
  /** Makes the device ready for a document, including one that lies there already. */
  arm(): Promise<Result<void, DeviceProblem>>;
  selfTest(): Promise<readonly SelfTestStep[]>;
  /** Ends all waiting; nothing is emitted afterwards. */
  stop(): void;
}

/** A model, as a value. A new model is a new folder with one of these and one line in `catalogue.ts`. */
export interface Driver<Options = unknown> {
  readonly id: string;
  readonly displayName: string;
  readonly kind: DeviceKind;
  readonly maturity: DriverMaturity;
  /** Where the protocol is described. */
  readonly source: string;
  readonly usb: readonly UsbIdentity[];
  /**
   * Asks an unknown device on an open port who it is, changing nothing; the firmware text of a device of this model,
   * else null. Null instead of a function where a device of this model cannot be asked.
   */
  readonly safeProbe: ((transport: Transport, clock: Clock) => Promise<string | null>) | null;
  readonly settings: z.ZodType<Options>;
  /** The line settings to open with; the first is the default, the others are for probing. */
  readonly lines: (options: Options) => readonly [SerialLine, ...SerialLine[]];
  readonly connect: (context: SessionContext<Options>) => Session;
}

/** A driver whose options are already checked and bound, so that drivers of all models fit in one list. */
export interface BoundDriver {
  readonly id: string;
  readonly kind: DeviceKind;
  readonly usb: readonly UsbIdentity[];
  readonly lines: readonly [SerialLine, ...SerialLine[]];
  readonly connect: (context: Omit<SessionContext<unknown>, 'options'>) => Session;
}
