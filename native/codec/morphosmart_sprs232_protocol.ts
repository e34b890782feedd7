import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { ilvParts, maskedIlv } from './morphosmart_ilv_parts.ts';
import {
  announced,
  counterAt,
  DLE,
  dataBetween,
  encodePacket,
  endAt,
  MAX_PACKET_BYTES,
  type Sprs232Message,
  STX,
} from './morphosmart_sprs232.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { pastStart, toStart } from './start_mark.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';

/**
 * Between two bytes of a packet. The manual says 100 ms (4.1.4.3), in which a busy host may not have had its turn; the module
 * sends again what is not acknowledged after 500 ms, so the rest of a torn packet must be given up before that.
 */
const SILENCE_MS = 250;

/** ILV in packets over RS-232: counted, checked by CRC, acknowledged. */
export const morphosmartSprs232Protocol: Protocol<Sprs232Message> = {
  name: 'morphosmart-sprs232',
  decode,
  encode: encodePacket,
  stream: (direction) => sprs232Stream(direction),
  // Only the first packet of an ILV says what it is; the others are all data.
  mask: (message) => {
    if (message.type !== 'DATA') return message;
    const { from, first, data } = message;
    return { ...message, data: first ? maskedIlv(from, data) : new Uint8Array(data.length) };
  },
  fields,
  interByteMs: SILENCE_MS,
};

/** The same cutting as the protocol's; `damaged` is told the counter of each data packet that is wrong in itself. */
export function sprs232Stream(
  direction: WireDirection,
  damaged: (counter: number) => void = () => {},
): StreamDecoder<Sprs232Message> {
  return streamDecoder((bytes): Front<Sprs232Message> => {
    const astray = toStart(bytes, STX);
    if (astray !== null) return astray;
    const kind = bytes[1] === undefined ? undefined : announced(direction, bytes[1]);
    const counted = counterAt(bytes);
    if (kind === null || counted === 'wrong') return pastStart(bytes, STX);
    if (kind === undefined || counted === null) return { kind: 'need' };
    const { counter, next } = counted;
    if (kind.type !== 'DATA') {
      return { kind: 'frame', length: next, message: { type: kind.type, from: direction, counter } };
    }
    const end = endAt(bytes, next);
    if (end < 0 && bytes.length < MAX_PACKET_BYTES) return { kind: 'need' };
    const data = end < 0 || end + 2 > MAX_PACKET_BYTES ? null : dataBetween(bytes, next, end);
    if (data === null) {
      damaged(counter);
      return pastStart(bytes, STX);
    }
    const message: Sprs232Message = { from: direction, ...kind, type: 'DATA', counter, data };
    return { kind: 'frame', length: end + 2, message };
  });
}

function decode(direction: WireDirection, bytes: Uint8Array): Result<Sprs232Message, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes[0] !== STX) return err('FRAMING');
  if (bytes[1] === undefined) return err('TRUNCATED');
  const kind = announced(direction, bytes[1]);
  if (kind === null) return err('UNKNOWN_COMMAND');
  const counted = counterAt(bytes);
  if (counted === 'wrong') return err('FRAMING');
  if (counted === null) return err('TRUNCATED');
  const { counter, next } = counted;
  if (kind.type !== 'DATA') {
    return bytes.length > next ? err('TRAILING_BYTES') : ok({ type: kind.type, from: direction, counter });
  }
  const end = endAt(bytes, next);
  if (end < 0) return err(bytes.length < MAX_PACKET_BYTES ? 'TRUNCATED' : 'LENGTH_LIMIT');
  if (bytes.length > end + 2) return err('TRAILING_BYTES');
  const data = dataBetween(bytes, next, end);
  if (data === null) return err('CHECKSUM');
  return ok({ type: 'DATA', from: direction, first: kind.first, last: kind.last, counter, data });
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  const kind = announced(direction, frame[1] ?? 0);
  const counted = counterAt(frame);
  const next = counted === null || counted === 'wrong' ? frame.length : counted.next;
  const head: FrameField[] = [
    { name: 'start', from: 0, to: 1, open: true },
    { name: 'command', from: 1, to: 2, open: true },
    { name: 'sequence', from: 2, to: next, open: true },
  ];
  if (kind?.type !== 'DATA') return head;
  const end = frame.length - 2;
  const data = dataBetween(frame, next, end) ?? new Uint8Array(0);
  const parts: readonly FrameField[] = kind.first
    ? ilvParts(direction, data)
    : [{ name: 'data', from: 0, to: data.length, open: false }];
  const stuffed: FrameField[] = [];
  let at = next;
  for (const part of parts) {
    const from = at;
    for (let count = part.from; count < part.to; count += 1) at += frame[at] === DLE ? 2 : 1;
    stuffed.push({ ...part, from, to: at });
  }
  return [
    ...head,
    ...stuffed,
    // The CRC of traveller's data would tell a little of it.
    { name: 'checksum', from: at, to: end, open: parts.every(({ open }) => open) },
    { name: 'end', from: end, to: frame.length, open: true },
  ];
}
