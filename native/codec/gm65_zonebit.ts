import { crc16Xmodem } from './crc16_xmodem.ts';
import { eitherMarked, type Judge, NEED, SKIP, skipTo } from './either.ts';
import { numbers } from './latin1.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { encodeScan, maskScan, type ScanFormat, type ScanMessage, scanFields, scanJudge } from './scan_text.ts';
import { streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

/** A zone is a byte of settings at an address. `read` asks for data[0] zones, `save` keeps them all over power loss. */
export interface ZoneCommand {
  readonly type: 'command';
  readonly command: 'read' | 'write' | 'save' | 'other';
  readonly code: number;
  readonly address: number;
  readonly data: readonly number[];
  /** `AB CD` stands for "do not look at the check value". */
  readonly check: 'crc' | 'bypass';
}

/** Status 0 is done, 1 a wrong check value, 3 no such command. */
export interface ZoneReply {
  readonly type: 'reply';
  readonly status: number;
  readonly data: readonly number[];
}
type Message = ZoneCommand | ZoneReply | ScanMessage;

const HOST_MARK = 0x7e;
const DEVICE_MARK = 0x02;
const COMMANDS: ReadonlyMap<number, ZoneCommand['command']> = new Map([
  [0x07, 'read'],
  [0x08, 'write'],
  [0x09, 'save'],
]);
/** Mark, zero, type, length, address. */
const HOST_HEAD_BYTES = 6;
/** Mark, zero, status, length. */
const DEVICE_HEAD_BYTES = 4;
const CHECK_BYTES = 2;
const BYPASS = 0xabcd;

/** The check value of a frame up to `to`, the two bytes of its mark left out. */
function crc(bytes: Uint8Array, to: number): number {
  return crc16Xmodem(bytes.subarray(2, to));
}

function closed(frame: readonly number[], check: number = crc(Uint8Array.from(frame), frame.length)): Uint8Array {
  return Uint8Array.from([...frame, check >> 8, check & 0xff]);
}

const word = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);

const hostJudge: Judge<ZoneCommand> = (bytes) => {
  const [mark, zero, code, length] = bytes;
  if (mark !== undefined && mark !== HOST_MARK) return skipTo(bytes, HOST_MARK);
  if (zero !== undefined && zero !== 0) return SKIP;
  if (code === undefined || length === undefined) return NEED;
  const end = HOST_HEAD_BYTES + length;
  if (bytes.length < end + CHECK_BYTES) return NEED;
  const check = word(bytes, end);
  const right = check === crc(bytes, end);
  if (!right && check !== BYPASS) return SKIP;
  const message: ZoneCommand = {
    type: 'command',
    command: COMMANDS.get(code) ?? 'other',
    code,
    address: word(bytes, DEVICE_HEAD_BYTES),
    data: numbers(bytes, HOST_HEAD_BYTES, end),
    check: right ? 'crc' : 'bypass',
  };
  return { kind: 'frame', length: end + CHECK_BYTES, message };
};

const replyJudge: Judge<ZoneReply> = (bytes) => {
  const [mark, zero, status, length] = bytes;
  if (mark !== undefined && mark !== DEVICE_MARK) return SKIP;
  if (zero !== undefined && zero !== 0) return SKIP;
  if (status === undefined || length === undefined) return NEED;
  const end = DEVICE_HEAD_BYTES + length;
  if (bytes.length < end + CHECK_BYTES) return NEED;
  if (word(bytes, end) !== crc(bytes, end)) return SKIP;
  const data = numbers(bytes, DEVICE_HEAD_BYTES, end);
  return { kind: 'frame', length: end + CHECK_BYTES, message: { type: 'reply', status, data } };
};

function encode(message: Message, format: ScanFormat): Uint8Array {
  if (message.type === 'scan') return encodeScan(message, format);
  if (message.type === 'reply') {
    return closed([DEVICE_MARK, 0, message.status, message.data.length, ...message.data]);
  }
  const { code, address, data, check } = message;
  const frame = [HOST_MARK, 0, code, data.length, address >> 8, address & 0xff, ...data];
  return check === 'bypass' ? closed(frame, BYPASS) : closed(frame);
}

/**
 * "Zone bit" modules (GM65, GM861, Newland EM3095 and kin): settings at addresses, a checked answer to each command, the
 * text of a code raw in between.
 */
export function gm65ZonebitProtocol(format: ScanFormat): Protocol<Message> {
  const device = eitherMarked(scanJudge(format), DEVICE_MARK, replyJudge);
  return {
    name: 'gm65-zonebit',
    decode: (direction, bytes) =>
      direction === 'host-to-device' ? wholeFrame<Message>(bytes, hostJudge) : wholeFrame<Message>(bytes, device),
    encode: (_direction, message) => encode(message, format),
    stream: (direction) => streamDecoder<Message>(direction === 'host-to-device' ? hostJudge : device),
    mask: (message) => (message.type === 'scan' ? maskScan(message) : message),
    fields: (direction, frame) => {
      if (direction === 'host-to-device') return zoneFields(frame, HOST_HEAD_BYTES);
      return replyJudge(frame).kind === 'frame' ? zoneFields(frame, DEVICE_HEAD_BYTES) : scanFields(frame, format);
    },
    interByteMs: 200,
  };
}

function zoneFields(frame: Uint8Array, head: number): FrameField[] {
  const end = frame.length - CHECK_BYTES;
  const all: FrameField[] = [
    { name: 'start', from: 0, to: 2, open: true },
    { name: head === HOST_HEAD_BYTES ? 'command' : 'status', from: 2, to: 3, open: true },
    { name: 'length', from: 3, to: 4, open: true },
    { name: 'address', from: 4, to: head, open: true },
    { name: 'value', from: head, to: end, open: true },
    { name: 'checksum', from: end, to: frame.length, open: true },
  ];
  return all.filter(({ from, to }) => to > from);
}
