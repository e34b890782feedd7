import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import type { WireDirection } from './protocol.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';
import {
  decodeSfmImage,
  encodeSfmImage,
  SFM_IMAGE_HEADER_BYTES,
  SFM_MAX_BULK_BYTES,
  sfmImageBytes,
} from './suprema_sfm_image.ts';
import { SFM_COMMAND, SFM_FLAG, type SfmMessage, type SfmPacket, sfmCommandName } from './suprema_sfm_message.ts';

/** The packet of one module on its own line, and the one with a terminal's number behind the start code. */
const START = 0x40;
const NETWORK_START = 0x41;
const PACKET_BYTES = 13;
const NETWORK_PACKET_BYTES = 15;
const END = 0x0a;

/** Silence in ms inside a packet or a picture after which its start is given up. Long: a large picture is lost with it. */
export const SFM_INTER_BYTE_MS = 500;

/** Reads bytes that must be exactly one packet, or from the module one picture with its end code. */
export function decodeSfm(direction: WireDirection, bytes: Uint8Array): Result<SfmMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  // A picture as wide as 64 dots begins like a packet.
  const image = direction === 'device-to-host' ? decodeSfmImage(bytes) : null;
  if (image !== null) return ok(image);
  const length = packetBytes(bytes);
  if (length === null) return err('FRAMING');
  if (bytes.length < length) return err('TRUNCATED');
  if (bytes.length > length) return err('TRAILING_BYTES');
  if (bytes[length - 1] !== END) return err('FRAMING');
  return sumFits(bytes, length) ? ok(packet(bytes)) : err('CHECKSUM');
}

/** The exact inverse of `decodeSfm`. */
export function encodeSfm(message: SfmMessage): Uint8Array {
  if (message.type === 'image') return encodeSfmImage(message);
  const { terminal } = message;
  const bytes = new Uint8Array(terminal === null ? PACKET_BYTES : NETWORK_PACKET_BYTES);
  const view = new DataView(bytes.buffer);
  const at = terminal === null ? 1 : 3;
  bytes[0] = terminal === null ? START : NETWORK_START;
  if (terminal !== null) view.setUint16(1, terminal, true);
  bytes[at] = message.command;
  view.setUint32(at + 1, message.param, true);
  view.setUint32(at + 5, message.size, true);
  bytes[at + 9] = message.flag;
  bytes[at + 10] = sum(bytes, at + 10);
  bytes[at + 11] = END;
  return bytes;
}

/**
 * Cuts what one side says into packets and pictures. A picture has no mark of its own: it is what follows the answer that
 * announces it, so many bytes and an end code.
 */
export function sfmStream(direction: WireDirection): StreamDecoder<SfmMessage> {
  let announced = 0;
  const inner = streamDecoder((bytes): Front<SfmMessage> => {
    const front = announced > 0 ? judgeImage(bytes, announced + 1) : judgePacket(bytes);
    if (front.kind !== 'need') announced = 0;
    if (front.kind === 'frame' && direction === 'device-to-host') announced = announcedBy(front.message);
    return front;
  });
  return {
    ...inner,
    silence: () => {
      announced = 0;
      return inner.silence();
    },
  };
}

/** How many bytes of picture an answer announces. In most other answers the size is a value. */
function announcedBy(message: SfmMessage): number {
  if (message.type !== 'packet' || message.flag !== SFM_FLAG.SUCCESS) return 0;
  const hasImage = message.command === SFM_COMMAND.SI || message.command === SFM_COMMAND.RI;
  return hasImage && message.size < SFM_MAX_BULK_BYTES ? message.size : 0;
}

function judgeImage(bytes: Uint8Array, length: number): Front<SfmMessage> {
  const wrong = bytes.length >= SFM_IMAGE_HEADER_BYTES && sfmImageBytes(bytes) !== length;
  if (wrong || length <= SFM_IMAGE_HEADER_BYTES) return skip(bytes);
  if (bytes.length < length) return { kind: 'need' };
  const image = decodeSfmImage(bytes.subarray(0, length));
  return image === null ? skip(bytes) : { kind: 'frame', length, message: image };
}

function judgePacket(bytes: Uint8Array): Front<SfmMessage> {
  if (bytes.length === 0) return { kind: 'need' };
  const length = packetBytes(bytes);
  if (length === null) return skip(bytes);
  if (bytes.length < length) return { kind: 'need' };
  if (bytes[length - 1] !== END || !sumFits(bytes, length)) return skip(bytes);
  return { kind: 'frame', length, message: packet(bytes.subarray(0, length)) };
}

/** To the next byte that may begin a packet. */
function skip(bytes: Uint8Array): Front<SfmMessage> {
  let at = 1;
  while (at < bytes.length && bytes[at] !== START && bytes[at] !== NETWORK_START) at += 1;
  return { kind: 'skip', bytes: at };
}

function packetBytes(bytes: Uint8Array): number | null {
  if (bytes[0] === START) return PACKET_BYTES;
  return bytes[0] === NETWORK_START ? NETWORK_PACKET_BYTES : null;
}

/** The sum of the bytes before `end`, the start code included, in one byte. */
function sum(bytes: Uint8Array, end: number): number {
  let total = 0;
  for (let at = 0; at < end; at += 1) total += bytes[at] ?? 0;
  return total & 0xff;
}

function sumFits(bytes: Uint8Array, length: number): boolean {
  return sum(bytes, length - 2) === bytes[length - 2];
}

function packet(bytes: Uint8Array): SfmPacket {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const network = bytes[0] === NETWORK_START;
  const at = network ? 3 : 1;
  const command = bytes[at] ?? 0;
  return {
    type: 'packet',
    terminal: network ? view.getUint16(1, true) : null,
    command,
    name: sfmCommandName(command),
    param: view.getUint32(at + 1, true),
    size: view.getUint32(at + 5, true),
    flag: bytes[at + 9] ?? 0,
  };
}
