import type { Result } from '../domain/result.ts';
import type { DeviceHealth, DeviceProblem } from './device.ts';

/** What an MRZ reader may say, whatever its wire protocol. */
export type MrzReaderEvent =
  /** Lines as the device sent them (1 to 3, each 1 to 100 characters of printable ASCII), not yet parsed or trusted. */
  | { readonly kind: 'read'; readonly lines: readonly string[]; readonly at: number }
  /** A document was laid, nothing could be read. */
  | { readonly kind: 'no-read'; readonly at: number }
  /** Bytes that were no frame of this device were thrown away; the reader is in step again. */
  | { readonly kind: 'garbage'; readonly bytes: number; readonly at: number }
  | { readonly kind: 'health'; readonly health: DeviceHealth };

/** A reader of machine readable zones. It reconnects by itself for ever until closed; it never throws. */
export interface MrzReader {
  readonly name: string;
  health(): DeviceHealth;
  /** Registers a listener; the returned function removes it. */
  onEvent(listener: (event: MrzReaderEvent) => void): () => void;
  /** Makes the device ready for the next document (or reads the one that lies there again). */
  arm(): Promise<Result<void, DeviceProblem>>;
  close(): Promise<void>;
}
