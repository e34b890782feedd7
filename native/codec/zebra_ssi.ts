import { type Judge, NEED, SKIP } from './either.ts';
import { numbers } from './latin1.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

/** One packet of the Simple Serial Interface. `status` is a set of bits (retransmission, continuation). */
export interface SsiPacket {
  readonly type: 'packet';
  readonly opcode: number;
  readonly status: number;
  readonly data: readonly number[];
}

/** Length, opcode, source, status. The length counts everything but the check value. */
const HEAD_BYTES = 4;
const CHECK_BYTES = 2;
const HOST = 0x04;
const DECODER = 0x00;

/** Packets whose data say something of the device only; all others may hold what was read, and are covered. */
const OPEN_OPCODES: ReadonlySet<number> = new Set([
  // Revision asked and told, parameters asked, told and set.
  0xa3, 0xa4, 0xc6, 0xc7,
  // ACK, NAK, flush, capabilities asked and told.
  0xd0, 0xd1, 0xd2, 0xd3, 0xd4,
  // Session, beep, lamps, aim and scanning on and off.
  0xc4, 0xc5, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea,
]);

/** Two's complement of the sum of all bytes before it, high byte first. */
function checkValue(bytes: ArrayLike<number>, to: number): number {
  let sum = 0;
  for (let at = 0; at < to; at += 1) sum += bytes[at] ?? 0;
  return -sum & 0xffff;
}

/** A packet has no start mark: it is known by its source, its length and its check value. */
function judge(source: number): Judge<SsiPacket> {
  return (bytes) => {
    const length = bytes[0];
    const opcode = bytes[1];
    const from = bytes[2];
    const status = bytes[3];
    if (length === undefined) return NEED;
    if (length < HEAD_BYTES) return SKIP;
    if (from === undefined) return NEED;
    if (from !== source) return SKIP;
    if (opcode === undefined || status === undefined || bytes.length < length + CHECK_BYTES) return NEED;
    const check = (bytes[length] ?? 0) * 256 + (bytes[length + 1] ?? 0);
    if (check !== checkValue(bytes, length)) return SKIP;
    const data = numbers(bytes, HEAD_BYTES, length);
    return { kind: 'frame', length: length + CHECK_BYTES, message: { type: 'packet', opcode, status, data } };
  };
}

function encode(message: SsiPacket, source: number): Uint8Array {
  const body = [HEAD_BYTES + message.data.length, message.opcode, source, message.status, ...message.data];
  const check = checkValue(body, body.length);
  return Uint8Array.from([...body, check >> 8, check & 0xff]);
}

const fromHost = judge(HOST);
const fromDecoder = judge(DECODER);

/** Zebra's Simple Serial Interface as its programmer's guides describe it; no driver speaks it yet. */
export const zebraSsiProtocol: Protocol<SsiPacket> = {
  name: 'zebra-ssi',
  decode: (direction, bytes) => wholeFrame(bytes, direction === 'host-to-device' ? fromHost : fromDecoder),
  encode: (direction, message) => encode(message, direction === 'host-to-device' ? HOST : DECODER),
  stream: (direction) => streamDecoder(direction === 'host-to-device' ? fromHost : fromDecoder),
  mask: (message) => (OPEN_OPCODES.has(message.opcode) ? message : { ...message, data: message.data.map(() => 0x58) }),
  fields: (_direction, frame) => fields(frame),
  interByteMs: 200,
};

function fields(frame: Uint8Array): FrameField[] {
  const end = frame.length - CHECK_BYTES;
  const open = OPEN_OPCODES.has(frame[1] ?? 0);
  const all: FrameField[] = [
    { name: 'length', from: 0, to: 1, open: true },
    { name: 'command', from: 1, to: 2, open: true },
    { name: 'address', from: 2, to: 3, open: true },
    { name: 'status', from: 3, to: HEAD_BYTES, open: true },
    { name: 'data', from: HEAD_BYTES, to: end, open },
    // A sum over hidden bytes would tell a little of them.
    { name: 'checksum', from: end, to: frame.length, open },
  ];
  return all.filter(({ from, to }) => to > from);
}
