import type { Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/**
 * One open connection that carries bytes, whatever lies below it. It is used once: after a loss or a close a new one is
 * made. It never throws; `onLost` speaks at most once, and not after `close`.
 */
export interface Transport {
  /** Where it leads, for the technician's log. */
  readonly path: string;
  /** Resolves when the bytes were handed to the operating system, or with the reason why not. */
  write(bytes: Uint8Array): Promise<Result<void, DeviceProblem>>;
  /** Registers the one reader of arriving bytes, in order; the returned function removes it. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Registers the one listener for the loss of the device. */
  onLost(listener: (problem: DeviceProblem) => void): () => void;
  /** Gives everything back; bounded in time; may be called again. */
  close(): Promise<void>;
}

/** How a serial line is set. USB CDC devices ignore the speed. */
export interface SerialLine {
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
}

/** 9600 8N1, the default of most readers. */
export const LINE_9600_8N1: SerialLine = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 };

/** Opens a transport to `path`; each call makes a new one. */
export type OpenTransport = (path: string, line: SerialLine) => Promise<Result<Transport, DeviceProblem>>;
