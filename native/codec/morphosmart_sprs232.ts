import { crc16Xmodem } from './crc16_xmodem.ts';
import type { WireDirection } from './protocol.ts';

/** Bytes of the packet protocol of MorphoSmart modules over RS-232 (Host System Interface Specification 2.22, 4.1). */
export const STX = 0x02;
export const DLE = 0x1b;
const ETX = 0x03;
const END = Buffer.of(DLE, ETX);
const XON = 0x11;
const XOFF = 0x13;

const DATA = 0x01;
const ACK = 0x02;
const NACK = 0x04;
const LAST = 0x20;
const FIRST = 0x40;
const FROM_DEVICE = 0x80;

/** So much of an ILV goes into one packet. */
export const PACKET_DATA_BYTES = 1024;
/** STX and identifier, then counter, data and CRC each byte doubled, DLE and ETX. */
export const MAX_PACKET_BYTES = 2058;

/** A packet. `counter` is the request counter: an answer repeats it. */
export type Sprs232Message =
  | {
      readonly type: 'DATA';
      readonly from: WireDirection;
      readonly first: boolean;
      readonly last: boolean;
      readonly counter: number;
      readonly data: Uint8Array;
    }
  | { readonly type: 'ACK' | 'NACK'; readonly from: WireDirection; readonly counter: number };

/** The identifier byte of a packet. */
function identifierOf(direction: WireDirection, message: Sprs232Message): number {
  const from = direction === 'device-to-host' ? FROM_DEVICE : 0;
  if (message.type !== 'DATA') return from | FIRST | LAST | (message.type === 'ACK' ? ACK : NACK);
  return from | DATA | (message.first ? FIRST : 0) | (message.last ? LAST : 0);
}

/** What an identifier byte announces; null for all that this side never says. */
export function announced(
  direction: WireDirection,
  identifier: number,
): { readonly type: Sprs232Message['type']; readonly first: boolean; readonly last: boolean } | null {
  if (identifier >= FROM_DEVICE !== (direction === 'device-to-host')) return null;
  const first = (identifier & FIRST) !== 0;
  const last = (identifier & LAST) !== 0;
  const kind = identifier & 0x1f;
  if (kind === DATA) return { type: 'DATA', first, last };
  if (!first || !last) return null;
  if (kind === ACK) return { type: 'ACK', first, last };
  return kind === NACK ? { type: 'NACK', first, last } : null;
}

/** The counter behind the identifier and the place behind it; null while it is not there, 'wrong' when it never can be. */
export function counterAt(bytes: Uint8Array): { readonly counter: number; readonly next: number } | null | 'wrong' {
  const first = bytes[2];
  if (first === undefined) return null;
  if (first === XON || first === XOFF) return 'wrong';
  if (first !== DLE) return { counter: first, next: 3 };
  const second = bytes[3];
  if (second === undefined) return null;
  const counter = unstuffed(second);
  return counter < 0 ? 'wrong' : { counter, next: 4 };
}

/** What stands for a byte behind DLE; below 0 where nothing does. */
function unstuffed(second: number): number {
  if (second === DLE) return DLE;
  return second === XON + 1 || second === XOFF + 1 ? second - 1 : -1;
}

/**
 * The place of the DLE that begins the end of a packet, looked for from `at` on; -1 while it is not there. An end is ETX
 * behind an odd number of DLE (4.1.2.7): a doubled one before it is data.
 */
export function endAt(bytes: Uint8Array, at: number): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let found = view.indexOf(END, at); found >= 0; found = view.indexOf(END, found + 1)) {
    let first = found;
    while (first > at && view[first - 1] === DLE) first -= 1;
    if ((found - first) % 2 === 0) return found;
  }
  return -1;
}

/** The data of a packet between its counter and its end; null when the stuffing, the length or the CRC is wrong. */
export function dataBetween(bytes: Uint8Array, from: number, to: number): Uint8Array | null {
  const plain = new Uint8Array(to - from);
  let length = 0;
  for (let at = from; at < to; at += 1) {
    let byte = bytes[at] ?? 0;
    if (byte === DLE) {
      at += 1;
      byte = at < to ? unstuffed(bytes[at] ?? 0) : -1;
    } else if (byte === XON || byte === XOFF) return null;
    if (byte < 0) return null;
    plain[length] = byte;
    length += 1;
  }
  if (length < 3 || length > PACKET_DATA_BYTES + 2) return null;
  const data = plain.subarray(0, length - 2);
  const crc = (plain[length - 2] ?? 0) | ((plain[length - 1] ?? 0) << 8);
  return crc === crc16Xmodem(data) ? data : null;
}

/** The bytes of a packet. */
export function encodePacket(direction: WireDirection, message: Sprs232Message): Uint8Array {
  const data = message.type === 'DATA' ? message.data : new Uint8Array(0);
  const packet = new Uint8Array(2 * data.length + 10);
  packet[0] = STX;
  packet[1] = identifierOf(direction, message);
  let at = stuff(packet, 2, message.counter);
  if (message.type !== 'DATA') return packet.subarray(0, at);
  for (const byte of data) at = stuff(packet, at, byte);
  const crc = crc16Xmodem(data);
  at = stuff(packet, at, crc & 0xff);
  at = stuff(packet, at, crc >>> 8);
  packet[at] = DLE;
  packet[at + 1] = ETX;
  return packet.subarray(0, at + 2);
}

function stuff(packet: Uint8Array, at: number, byte: number): number {
  if (byte !== DLE && byte !== XON && byte !== XOFF) {
    packet[at] = byte;
    return at + 1;
  }
  packet[at] = DLE;
  packet[at + 1] = byte === DLE ? DLE : byte + 1;
  return at + 2;
}

/** The whole of one ILV in packets, their counters beginning with `counter`. */
export function packetsOf(from: WireDirection, ilv: Uint8Array, counter: number): Sprs232Message[] {
  const packets: Sprs232Message[] = [];
  for (let at = 0; at < ilv.length; at += PACKET_DATA_BYTES) {
    const data = ilv.subarray(at, at + PACKET_DATA_BYTES);
    const last = at + PACKET_DATA_BYTES >= ilv.length;
    packets.push({ type: 'DATA', from, first: at === 0, last, counter: (counter + packets.length) & 0xff, data });
  }
  return packets;
}
