import type { Result } from '../domain/result.ts';
import type { DeviceHealth, DeviceProblem } from './device.ts';

export type ChipReaderEvent =
  /** A chip came into the field or left it; `atr` is its answer to reset. */
  | { readonly kind: 'chip'; readonly present: boolean; readonly atr: Uint8Array | null; readonly at: number }
  | { readonly kind: 'health'; readonly health: DeviceHealth };

/** An open way to the chip that lies on the reader now; ends when the chip is taken away. */
export interface ChipChannel {
  /** One command APDU, one response with its status word. Fails with DEVICE_UNPLUGGED when the chip left. */
  transmit(apdu: Uint8Array): Promise<Result<Uint8Array, DeviceProblem>>;
  /** Resets the chip, so that the next session begins from scratch. */
  end(): Promise<void>;
}

/** A reader of contactless chips. Reconnects by itself until closed; never throws. */
export interface ChipReader {
  readonly name: string;
  health(): DeviceHealth;
  /** Whether a chip lies there; null while the reader is not connected. */
  present(): boolean | null;
  onEvent(listener: (event: ChipReaderEvent) => void): () => void;
  /** Exclusive while open. DEVICE_ABSENT: no chip lies there. */
  open(): Promise<Result<ChipChannel, DeviceProblem>>;
  close(): Promise<void>;
}
