import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import type { WireDirection } from './protocol.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';
import { type ZfmMessage, zfmCommandName } from './zfm_message.ts';

/** EF 01, address (4), packet id (1), length (2). All numbers are big-endian. */
export const ZFM_HEADER_BYTES = 9;
const CHECKSUM_BYTES = 2;
const START = [0xef, 0x01] as const;
const READY = 0x55;
/** Packets carry 32, 64, 128 or 256 bytes of content by parameter 6; the length counts the checksum too. */
const MAX_LENGTH = 256 + CHECKSUM_BYTES;

const PID = { command: 0x01, data: 0x02, ack: 0x07, end: 0x08 } as const;
const PIDS: Readonly<Record<WireDirection, readonly number[]>> = {
  'host-to-device': [PID.command, PID.data, PID.end],
  'device-to-host': [PID.ack, PID.data, PID.end],
};

/** Silence in ms inside a packet after which its start is given up. Long: a whole picture is lost with one packet. */
export const ZFM_INTER_BYTE_MS = 500;

/** Reads bytes that must be exactly one packet, or the ready byte of an R503. */
export function decodeZfm(direction: WireDirection, bytes: Uint8Array): Result<ZfmMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (direction === 'device-to-host' && bytes.length === 1 && bytes[0] === READY) return ok({ type: 'ready' });
  const fault = headFault(direction, bytes);
  if (fault !== null) return err(fault);
  const length = packetBytes(bytes);
  if (length === null || bytes.length < length) return err('TRUNCATED');
  if (bytes.length > length) return err('TRAILING_BYTES');
  return sumFits(bytes, length) ? ok(message(bytes)) : err('CHECKSUM');
}

/** The exact inverse of `decodeZfm`. Content longer than 256 bytes is a mistake of the caller and refused by any module. */
export function encodeZfm(said: ZfmMessage): Uint8Array {
  if (said.type === 'ready') return Uint8Array.of(READY);
  const content = contentOf(said);
  const frame = new Uint8Array(ZFM_HEADER_BYTES + content.length + CHECKSUM_BYTES);
  const view = new DataView(frame.buffer);
  frame.set(START);
  view.setUint32(2, said.address);
  frame[6] = pidOf(said);
  view.setUint16(7, content.length + CHECKSUM_BYTES);
  frame.set(content, ZFM_HEADER_BYTES);
  view.setUint16(frame.length - CHECKSUM_BYTES, sum(frame, frame.length));
  return frame;
}

/**
 * Cuts what one side says into packets. The byte 55 is a module's ready sign only right behind a packet, or behind a
 * silence; among garbage it is garbage.
 */
export function zfmStream(direction: WireDirection): StreamDecoder<ZfmMessage> {
  let clean = direction === 'device-to-host';
  const inner = streamDecoder((bytes): Front<ZfmMessage> => {
    if (clean && bytes[0] === READY) {
      clean = false;
      return { kind: 'frame', length: 1, message: { type: 'ready' } };
    }
    const front = judge(direction, bytes);
    if (front.kind === 'skip') clean = false;
    if (front.kind === 'frame') clean = direction === 'device-to-host';
    return front;
  });
  return {
    ...inner,
    silence: () => {
      clean = false;
      const items = inner.silence();
      clean = direction === 'device-to-host';
      return items;
    },
  };
}

function judge(direction: WireDirection, bytes: Uint8Array): Front<ZfmMessage> {
  if (headFault(direction, bytes) !== null) return skip(bytes);
  const length = packetBytes(bytes);
  if (length === null || bytes.length < length) return { kind: 'need' };
  if (!sumFits(bytes, length)) return skip(bytes);
  return { kind: 'frame', length, message: message(bytes.subarray(0, length)) };
}

/** To the next byte that may begin a packet: a good one may stand within what a torn one claims. */
function skip(bytes: Uint8Array): Front<ZfmMessage> {
  const next = bytes.indexOf(START[0], 1);
  return { kind: 'skip', bytes: next < 0 ? bytes.length : next };
}

/** What is wrong with as much of a header as is there; null when nothing is. */
function headFault(direction: WireDirection, bytes: Uint8Array): FrameErrorCode | null {
  if (bytes.length > 0 && bytes[0] !== START[0]) return 'FRAMING';
  if (bytes.length > 1 && bytes[1] !== START[1]) return 'FRAMING';
  if (bytes.length > 6 && !PIDS[direction].includes(bytes[6] ?? 0)) return 'UNKNOWN_COMMAND';
  // The length is above 258 as soon as its first byte says more than 01.
  if (bytes.length > 7 && (bytes[7] ?? 0) > MAX_LENGTH >> 8) return 'LENGTH_LIMIT';
  if (bytes.length < ZFM_HEADER_BYTES) return null;
  const length = lengthField(bytes);
  // Commands and answers have a code at least; an end-of-data packet may be empty.
  const least = CHECKSUM_BYTES + (bytes[6] === PID.command || bytes[6] === PID.ack ? 1 : 0);
  return length < least || length > MAX_LENGTH ? 'LENGTH_LIMIT' : null;
}

function lengthField(bytes: Uint8Array): number {
  return (bytes[7] ?? 0) * 256 + (bytes[8] ?? 0);
}

/** How long the whole packet is; null until its header is there. */
function packetBytes(bytes: Uint8Array): number | null {
  return bytes.length < ZFM_HEADER_BYTES ? null : ZFM_HEADER_BYTES + lengthField(bytes);
}

/** The sum of packet id, length and content; start and address do not count. */
function sum(frame: Uint8Array, length: number): number {
  let total = 0;
  for (let at = 6; at < length - CHECKSUM_BYTES; at += 1) total += frame[at] ?? 0;
  return total & 0xffff;
}

function sumFits(bytes: Uint8Array, length: number): boolean {
  return sum(bytes, length) === (bytes[length - 2] ?? 0) * 256 + (bytes[length - 1] ?? 0);
}

function message(packet: Uint8Array): ZfmMessage {
  const address = new DataView(packet.buffer, packet.byteOffset).getUint32(2);
  const content = packet.subarray(ZFM_HEADER_BYTES, packet.length - CHECKSUM_BYTES);
  const code = content[0] ?? 0;
  switch (packet[6]) {
    case PID.command:
      return { type: 'command', address, code, name: zfmCommandName(code), args: content.slice(1) };
    case PID.ack:
      return { type: 'ack', address, code, data: content.slice(1) };
    default:
      return { type: 'data', address, last: packet[6] === PID.end, content };
  }
}

function pidOf(said: Exclude<ZfmMessage, { type: 'ready' }>): number {
  if (said.type === 'command') return PID.command;
  if (said.type === 'ack') return PID.ack;
  return said.last ? PID.end : PID.data;
}

function contentOf(said: Exclude<ZfmMessage, { type: 'ready' }>): Uint8Array {
  if (said.type === 'data') return said.content;
  return Uint8Array.of(said.code, ...(said.type === 'command' ? said.args : said.data));
}
