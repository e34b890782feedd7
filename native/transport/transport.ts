import type { Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';

/** What every connection to a device has, whatever travels over it. Used once: after a loss or a close a new one is made. */
export interface Connection {
  /** Where it leads, for the technician's log. */
  readonly path: string;
  /** Registers the one listener for the loss of the device. Speaks at most once, and not after `close`. */
  onLost(listener: (problem: DeviceProblem) => void): () => void;
  /**
   * What the process that holds the device still writes when the booth ends without a word (killed, crashed) or closes the
   * connection; null takes it back. Left out where no such process stands between.
   */
  lastWords?(bytes: Uint8Array | null): void;
  /** Gives everything back; bounded in time; may be called again. */
  close(): Promise<void>;
}

/** A connection that can be told to pass nothing on for a while: bytes wait in the system then, reports are lost. */
export interface Holdable {
  hold(held: boolean): void;
}

/** A connection that carries bytes: a serial line, or one behind a device server on the network. It never throws. */
export interface Transport extends Connection {
  /** Resolves when the bytes were handed to the operating system, or with the reason why not. */
  write(bytes: Uint8Array): Promise<Result<void, DeviceProblem>>;
  /** Registers the one reader of arriving bytes, in order; the returned function removes it. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
}

/**
 * A connection that carries HID reports. The first byte of every report is its id, 0 where the device uses none. It never
 * throws. A read feature report begins with its id on every system.
 */
export interface HidTransport extends Connection {
  /** Sends one output report. */
  write(report: Uint8Array): Promise<Result<void, DeviceProblem>>;
  /** Registers the one reader of input reports, one call a report. */
  onReport(listener: (report: Uint8Array) => void): () => void;
  sendFeature(report: Uint8Array): Promise<Result<void, DeviceProblem>>;
  /** Reads feature report `id`; at most `length` bytes behind the id. */
  getFeature(id: number, length: number): Promise<Result<Uint8Array, DeviceProblem>>;
}

/** The way to one chip, until it leaves. */
export interface ChipWay {
  /** One command APDU, one response with its status word. DEVICE_UNPLUGGED: the chip left, or was reset by another. */
  transmit(apdu: Uint8Array): Promise<Result<Uint8Array, DeviceProblem>>;
  /** Resets the chip and gives it free. */
  end(): Promise<void>;
}

/** A connection to a PC/SC reader. */
export interface PcscTransport extends Connection {
  /** Tells at once, and on every change, whether a chip lies there: its answer to reset, or null. */
  onChip(listener: (atr: Uint8Array | null) => void): () => void;
  /** An exclusive way to the chip that lies there. DEVICE_ABSENT: none does. DEVICE_BUSY_ELSEWHERE: it is in use. */
  openChip(): Promise<Result<ChipWay, DeviceProblem>>;
}

/** The transport of each kind of link. */
export interface LinkTransports {
  readonly serial: Transport;
  readonly hid: HidTransport;
  readonly pcsc: PcscTransport;
}
export type Link = keyof LinkTransports;
export type AnyTransport = LinkTransports[Link];

/** How a serial line is set. USB CDC devices ignore the speed. */
export interface SerialLine {
  readonly baudRate: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
}

/** 9600 8N1, the default of most readers. */
export const LINE_9600_8N1: SerialLine = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 };
