import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';

const HEADER_BYTES = 12;
const CLASS = 0x00;
/** A full picture of 300 x 400 has 120 KB; the two halves of the size field would allow 4 GB. */
const MAX_DATA_BYTES = 512 * 1024;
const SILENCE_MS = 500;

/** Commands that are known, by name where it is public: a frame of another command is not told from noise. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x05, 'GET_VERSION'],
  [0x20, 'SET_SYSTEM_INFO'],
  [0x30, 'GET_SYSTEM_INFO'],
  [0x40, 'GET_TEMPLATE'],
  [0x43, 'GET_IMAGE'],
  [0x50, 'FP_REGISTER_START'],
  [0x51, 'FP_REGISTER_END'],
  [0x54, 'FP_DELETE'],
  [0x55, 'FP_VERIFY'],
  [0x56, 'FP_IDENTIFY'],
  [0x6f, 'FP_AUTO_ON'],
  [0x70, 'DB_GET_RECCOUNT'],
  [0x71, 'DB 71'],
  [0x72, 'DB 72'],
  [0x73, 'DB 73'],
  [0x74, 'DB 74'],
  [0x75, 'DB 75'],
  [0x76, 'DB 76'],
  [0xa1, 'AUTO_IDENTIFY A1'],
  [0xa2, 'AUTO_IDENTIFY A2'],
  [0xa3, 'AUTO_IDENTIFY A3'],
  [0xd0, 'INSTANT_VERIFY'],
  [0xf5, 'SERIAL_NUMBER F5'],
  [0xf6, 'SERIAL_NUMBER F6'],
  [0xf7, 'SET_POWER_OFF_TIME'],
  [0xf9, 'GET_MATCHING_SCORE'],
  [0xfa, 'LOAD_TEMPLATE'],
]);
/** Commands whose data and numbers say nothing of anybody. */
const OPEN: ReadonlySet<number> = new Set([0x05, 0x20, 0x30, 0x43, 0x70]);
const OPEN_DATA: ReadonlySet<number> = new Set([0x05, 0x20, 0x30, 0x70]);

/** A command or its reply: two numbers, an error code (0 = none) and data behind the header. */
export interface FmsMessage {
  readonly type: string;
  readonly command: number;
  readonly first: number;
  readonly second: number;
  readonly error: number;
  readonly data: Uint8Array;
}

/**
 * The FMS protocol of SecuGen modules (SDU, SDA, U20 over Bluetooth), both ways alike: 12 bytes, little endian, their sum
 * last, data behind. Source: SecuGen FMS SDK for Android (FMSAPI, FMSHeader). No driver: no wired module was at hand.
 */
export const secugenFmsProtocol: Protocol<FmsMessage> = {
  name: 'secugen-fms',
  decode,
  encode: (_direction, message) => encodeFms(message),
  stream: () => fmsStream(),
  mask: (message) => {
    const { command, first, second, data } = message;
    if (OPEN.has(command) && OPEN_DATA.has(command)) return message;
    const numbers = OPEN.has(command) ? { first, second } : { first: 0, second: 0 };
    return { ...message, ...numbers, data: new Uint8Array(data.length) };
  },
  fields,
  interByteMs: SILENCE_MS,
};

function encodeFms({ command, first, second, error, data }: FmsMessage): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + data.length);
  const view = new DataView(frame.buffer);
  frame[0] = CLASS;
  frame[1] = command;
  view.setUint16(2, first, true);
  view.setUint16(4, second, true);
  view.setUint32(6, data.length, true);
  frame[10] = error;
  frame[11] = headerSum(frame);
  frame.set(data, HEADER_BYTES);
  return frame;
}

function headerSum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < HEADER_BYTES - 1; at += 1) sum += bytes[at] ?? 0;
  return sum & 0xff;
}

/** The data behind a whole header; null when the header is none. */
function dataLength(bytes: Uint8Array): number | null {
  if (bytes[0] !== CLASS || bytes[11] !== headerSum(bytes) || !NAMES.has(bytes[1] ?? 0)) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES).getUint32(6, true);
  return length > MAX_DATA_BYTES ? null : length;
}

function messageOf(bytes: Uint8Array): FmsMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const command = bytes[1] ?? 0;
  const type = NAMES.get(command) ?? '';
  const [first, second] = [view.getUint16(2, true), view.getUint16(4, true)];
  return { type, command, first, second, error: bytes[10] ?? 0, data: bytes.subarray(HEADER_BYTES) };
}

function fmsStream(): StreamDecoder<FmsMessage> {
  return streamDecoder((bytes): Front<FmsMessage> => {
    const at = bytes.indexOf(CLASS);
    if (at !== 0) return bytes.length === 0 ? { kind: 'need' } : { kind: 'skip', bytes: at < 0 ? bytes.length : at };
    // There is no start mark: a wrong start is known by its command, a right one by its sum.
    if (bytes[1] !== undefined && !NAMES.has(bytes[1])) return { kind: 'skip' };
    if (bytes.length < HEADER_BYTES) return { kind: 'need' };
    const length = dataLength(bytes);
    if (length === null) return { kind: 'skip' };
    if (bytes.length < HEADER_BYTES + length) return { kind: 'need' };
    const frame = bytes.subarray(0, HEADER_BYTES + length);
    return { kind: 'frame', length: frame.length, message: messageOf(frame) };
  });
}

function decode(_direction: WireDirection, bytes: Uint8Array): Result<FmsMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes[0] !== CLASS) return err('FRAMING');
  if (bytes[1] !== undefined && !NAMES.has(bytes[1])) return err('UNKNOWN_COMMAND');
  if (bytes.length < HEADER_BYTES) return err('TRUNCATED');
  if (bytes[11] !== headerSum(bytes)) return err('CHECKSUM');
  const length = dataLength(bytes);
  if (length === null) return err('LENGTH_LIMIT');
  if (bytes.length !== HEADER_BYTES + length) {
    return err(bytes.length < HEADER_BYTES + length ? 'TRUNCATED' : 'TRAILING_BYTES');
  }
  return ok(messageOf(bytes));
}

function fields(_direction: WireDirection, frame: Uint8Array): FrameField[] {
  const command = frame[1] ?? 0;
  const open = OPEN.has(command);
  const parts: FrameField[] = [
    { name: 'address', from: 0, to: 1, open: true },
    { name: 'command', from: 1, to: 2, open: true },
    { name: 'parameter', from: 2, to: 6, open },
    { name: 'length', from: 6, to: 10, open: true },
    { name: 'status', from: 10, to: 11, open: true },
    { name: 'checksum', from: 11, to: HEADER_BYTES, open },
  ];
  if (frame.length === HEADER_BYTES) return parts;
  const name = command === 0x43 ? 'image' : 'data';
  return [...parts, { name, from: HEADER_BYTES, to: frame.length, open: OPEN_DATA.has(command) }];
}
