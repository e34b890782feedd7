import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';

/**
 * ADH-Tech GT-511 and GT-521F fingerprint modules on their serial line (ADH-Tech, GT-511C3 and GT-521F32/F52 data sheets;
 * the public drivers of SparkFun and PyGT521F32). All numbers are little-endian. A codec only: these sensors are far
 * below 500 dpi, so there is no driver.
 */
const COMMAND_START = [0x55, 0xaa] as const;
const DATA_START = [0x5a, 0xa5] as const;
const COMMAND_BYTES = 12;
/** Start (2), device number (2); behind the data a sum (2). */
const DATA_HEADER_BYTES = 4;
const SUM_BYTES = 2;

const ACK = 0x30;
const NACK = 0x31;

/**
 * Data packets do not say how long they are; the command before them does. These are all there are: device information,
 * templates (498 or 504), the small picture, the picture. The sizes of templates are those of public drivers, not of a manual.
 */
const DATA_BYTES = [24, 498, 504, 19_200, 52_116] as const;

/** A command, or the answer to one: ACK with its value, NACK with its error. */
export interface Gt521fMessage {
  readonly type: 'command' | 'ack' | 'nack' | 'data';
  readonly device: number;
  /** 0 in data packets. */
  readonly parameter: number;
  /** 0 in data packets. */
  readonly code: number;
  /** Empty but in data packets. */
  readonly data: Uint8Array;
}

const NO_DATA = new Uint8Array(0);

function decode(direction: WireDirection, bytes: Uint8Array): Result<Gt521fMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (begins(bytes, DATA_START)) {
    const isKnown = DATA_BYTES.some((length) => bytes.length === packetBytes(length));
    if (!isKnown) return err(bytes.length < packetBytes(52_116) ? 'TRUNCATED' : 'TRAILING_BYTES');
    return sumFits(bytes, bytes.length) ? ok(dataOf(bytes)) : err('CHECKSUM');
  }
  if (!begins(bytes, COMMAND_START)) return err('FRAMING');
  if (bytes.length !== COMMAND_BYTES) return err(bytes.length < COMMAND_BYTES ? 'TRUNCATED' : 'TRAILING_BYTES');
  if (!sumFits(bytes, COMMAND_BYTES)) return err('CHECKSUM');
  const message = commandOf(direction, bytes);
  return message === null ? err('UNKNOWN_COMMAND') : ok(message);
}

function encode(_direction: WireDirection, message: Gt521fMessage): Uint8Array {
  const isData = message.type === 'data';
  const bytes = new Uint8Array(isData ? packetBytes(message.data.length) : COMMAND_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(isData ? DATA_START : COMMAND_START);
  view.setUint16(2, message.device, true);
  if (isData) {
    bytes.set(message.data, DATA_HEADER_BYTES);
  } else {
    view.setUint32(4, message.parameter, true);
    view.setUint16(8, message.code, true);
  }
  view.setUint16(bytes.length - SUM_BYTES, sum(bytes, bytes.length), true);
  return bytes;
}

function stream(direction: WireDirection): StreamDecoder<Gt521fMessage> {
  // How many lengths were tried for the data packet at the front: no sum is made twice while its rest arrives.
  let tried = 0;
  let seen = 0;
  const judgeData = (bytes: Uint8Array): Front<Gt521fMessage> => {
    for (const length of DATA_BYTES.slice(tried).map(packetBytes)) {
      if (bytes.length < length) return { kind: 'need' };
      if (sumFits(bytes, length)) return { kind: 'frame', length, message: dataOf(bytes.subarray(0, length)) };
      tried += 1;
    }
    return skip(bytes);
  };
  const judge = (bytes: Uint8Array): Front<Gt521fMessage> => {
    if (bytes.length < 2) return bytes.length === 0 || mayBegin(bytes[0]) ? { kind: 'need' } : skip(bytes);
    if (begins(bytes, DATA_START)) return judgeData(bytes);
    if (!begins(bytes, COMMAND_START)) return skip(bytes);
    if (bytes.length < COMMAND_BYTES) return { kind: 'need' };
    const message = sumFits(bytes, COMMAND_BYTES) ? commandOf(direction, bytes) : null;
    return message === null ? skip(bytes) : { kind: 'frame', length: COMMAND_BYTES, message };
  };
  return streamDecoder((bytes): Front<Gt521fMessage> => {
    // Fewer bytes than before: a silence has thrown the front away.
    if (bytes.length < seen) tried = 0;
    seen = bytes.length;
    const front = judge(bytes);
    if (front.kind !== 'need') tried = 0;
    return front;
  });
}

/** To the next byte that may begin a packet. */
function skip(bytes: Uint8Array): Front<Gt521fMessage> {
  let at = 1;
  while (at < bytes.length && !mayBegin(bytes[at])) at += 1;
  return { kind: 'skip', bytes: at };
}

function mayBegin(byte: number | undefined): boolean {
  return byte === COMMAND_START[0] || byte === DATA_START[0];
}

function begins(bytes: Uint8Array, start: readonly [number, number]): boolean {
  return bytes[0] === start[0] && bytes[1] === start[1];
}

function packetBytes(dataBytes: number): number {
  return DATA_HEADER_BYTES + dataBytes + SUM_BYTES;
}

/** The sum of all bytes before it. */
function sum(bytes: Uint8Array, length: number): number {
  let total = 0;
  for (let at = 0; at < length - SUM_BYTES; at += 1) total += bytes[at] ?? 0;
  return total & 0xffff;
}

function sumFits(bytes: Uint8Array, length: number): boolean {
  return sum(bytes, length) === (bytes[length - 2] ?? 0) + (bytes[length - 1] ?? 0) * 256;
}

/** Null for an answer that is neither ACK nor NACK. */
function commandOf(direction: WireDirection, bytes: Uint8Array): Gt521fMessage | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const code = view.getUint16(8, true);
  const rest = { device: view.getUint16(2, true), parameter: view.getUint32(4, true), code, data: NO_DATA };
  if (direction === 'host-to-device') return { type: 'command', ...rest };
  if (code === ACK) return { type: 'ack', ...rest };
  return code === NACK ? { type: 'nack', ...rest } : null;
}

function dataOf(bytes: Uint8Array): Gt521fMessage {
  const device = new DataView(bytes.buffer, bytes.byteOffset).getUint16(2, true);
  return {
    type: 'data',
    device,
    parameter: 0,
    code: 0,
    data: bytes.subarray(DATA_HEADER_BYTES, bytes.length - SUM_BYTES),
  };
}

function fields(_direction: WireDirection, frame: Uint8Array): FrameField[] {
  const end = frame.length - SUM_BYTES;
  const head: FrameField[] = [
    { name: 'start', from: 0, to: 2, open: true },
    { name: 'address', from: 2, to: 4, open: true },
  ];
  if (!begins(frame, DATA_START)) {
    return [
      ...head,
      { name: 'parameter', from: 4, to: 8, open: true },
      { name: 'command', from: 8, to: end, open: true },
      { name: 'checksum', from: end, to: frame.length, open: true },
    ];
  }
  return [
    ...head,
    { name: 'data', from: 4, to: end, open: false },
    // The sum of covered bytes would tell something of them.
    { name: 'checksum', from: end, to: frame.length, open: false },
  ];
}

/** The packets of GT-511 and GT-521F modules. Data packets hold pictures, templates or device information: all is covered. */
export const gt521fProtocol: Protocol<Gt521fMessage> = {
  name: 'gt521f',
  decode,
  encode,
  stream,
  mask: (message) => ({ ...message, data: new Uint8Array(message.data.length) }),
  fields,
  interByteMs: 200,
};
