import type { Result } from '../domain/result.ts';
import type { DeviceHealth, DeviceProblem } from './device.ts';

/** What a gate's contacts say. Null: this gate has no such contact. */
export interface GateInputs {
  readonly doorClosed: boolean | null;
  readonly presence: boolean | null;
  readonly passage: boolean | null;
  readonly alarm: boolean | null;
}

export type GateEvent =
  | { readonly kind: 'inputs'; readonly inputs: GateInputs; readonly at: number }
  | { readonly kind: 'health'; readonly health: DeviceHealth };

/**
 * A door that is let go for one passage. Nothing here can hold it open: a release is a pulse that ends by itself, and a
 * relay found on at connecting is switched off first.
 */
export interface Gate {
  readonly name: string;
  health(): DeviceHealth;
  /** The last word of the contacts; null while not connected. */
  inputs(): GateInputs | null;
  onEvent(listener: (event: GateEvent) => void): () => void;
  /** Resolves when the pulse is over and the relay was seen off again. */
  release(): Promise<Result<void, DeviceProblem>>;
  close(): Promise<void>;
}
