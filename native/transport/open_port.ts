import type { Result } from '../../core/domain/result.ts';
import type { Clock } from '../../core/ports/clock.ts';
import type { DeviceProblem } from '../../core/ports/device.ts';
import { openSerial } from './serial.ts';
import { openTcp } from './tcp.ts';
import { isTcp } from './tcp_address.ts';
import type { SerialLine, Transport } from './transport.ts';

/** Opens what a technician calls a port: a serial port of this machine, or `tcp://host:port`, whose speed its server sets. */
export function openPort(path: string, line: SerialLine, clock: Clock): Promise<Result<Transport, DeviceProblem>> {
  return isTcp(path) ? openTcp(path, clock) : openSerial(path, line, clock);
}
