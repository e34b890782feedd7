import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { partsOf } from './parts.ts';
import type { Protocol } from './protocol.ts';
import { type Front, silentStream, streamDecoder } from './stream.ts';

const ORDERS = {
  64: 'open-left',
  65: 'open-right',
  66: 'drop-pole',
  67: 'raise-pole',
  74: 'ban',
  75: 'restore',
} as const;

/** What the host may order the turnstile of one address to do. */
export interface TripodOrder {
  readonly type: (typeof ORDERS)[keyof typeof ORDERS];
  readonly address: number;
}

const START = 0xeb;
const FRAME_BYTES = 5;

function orderAt(byte: number): TripodOrder['type'] | undefined {
  return ORDERS[byte as keyof typeof ORDERS];
}

/** Exclusive or of start, address and order. */
function check(address: number, order: number): number {
  return START ^ address ^ order;
}

function front(bytes: Uint8Array): Front<TripodOrder> {
  const start = bytes.indexOf(START);
  if (start < 0) return bytes.length === 0 ? { kind: 'need' } : { kind: 'skip', bytes: bytes.length };
  if (start > 0) return { kind: 'skip', bytes: start };
  const address = bytes[1];
  const order = bytes[2];
  const zero = bytes[3];
  const sum = bytes[4];
  const type = order === undefined ? undefined : orderAt(order);
  if (order !== undefined && type === undefined) return { kind: 'skip' };
  if (zero !== undefined && zero !== 0) return { kind: 'skip' };
  if (address === undefined || order === undefined || type === undefined || sum === undefined) return { kind: 'need' };
  if (sum !== check(address, order)) return { kind: 'skip' };
  return { kind: 'frame', length: FRAME_BYTES, message: { type, address } };
}

function decode(bytes: Uint8Array): Result<TripodOrder, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  const judged = front(bytes);
  if (judged.kind === 'need') return err('TRUNCATED');
  if (judged.kind === 'frame') return bytes.length > FRAME_BYTES ? err('TRAILING_BYTES') : ok(judged.message);
  if (bytes[0] !== START) return err('FRAMING');
  if (orderAt(bytes[2] ?? 0) === undefined) return err('UNKNOWN_COMMAND');
  return err((bytes[3] ?? 0) === 0 ? 'CHECKSUM' : 'PAYLOAD');
}

/**
 * MachPower AC-ATRI-018 tripod turnstile, RS-485, 9600 baud: `EB address order 00 check`. The manual prints AB as the check of
 * orders 42 and 43; by its own rule they are A8 and A9. It describes no answers.
 */
export const tripodEbRs485Protocol: Protocol<TripodOrder> = {
  name: 'tripod-eb-rs485',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decode(bytes) : err('ONE_WAY')),
  encode: (_direction, { type, address }) => {
    const order = Number(Object.entries(ORDERS).find(([, name]) => name === type)?.[0]);
    return Uint8Array.of(START, address, order, 0, check(address, order));
  },
  stream: (direction) => (direction === 'host-to-device' ? streamDecoder(front) : silentStream()),
  mask: (message) => message,
  fields: () =>
    partsOf([
      ['start', 1],
      ['address', 1],
      ['command', 1],
      ['data', 1],
      ['checksum', 1],
    ]),
  interByteMs: 200,
};
