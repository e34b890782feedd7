import type { Result } from '../../core/domain/result.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import type { SerialLine, Transport } from '../transport/transport.ts';

/** A cable between a simulator and a driver, which can be pulled out and put back, under the same name or another. */
export interface Plug {
  readonly via: 'pty' | 'tcp' | 'loopback';
  /** The host's end as it is called now, for settings and logs. */
  readonly path: string;
  /** Opens the host's end, exclusively. */
  openHost(line: SerialLine): Promise<Result<Transport, DeviceProblem>>;
  /** Called with the device's end each time the plug is in (at once if it is), and with null when it is out. */
  onDeviceEnd(listener: (end: Transport | null) => void): void;
  unplug(): Promise<void>;
  /** `as` is the new name of the host's end, as a system gives another when a device comes back. */
  replug(as?: string): Promise<Result<void, PlugProblem>>;
  close(): Promise<void>;
}

/** Why no plug could be made. SOCAT_MISSING: the machine has no `socat`; the loopback and TCP need none. */
export interface PlugProblem {
  readonly code: 'SOCAT_MISSING' | 'PTY_FAILED' | 'TCP_FAILED';
  readonly detail: string;
}
