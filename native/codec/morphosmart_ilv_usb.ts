import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { type IlvMessage, ilvBytes, ilvMessage, readMessage } from './morphosmart_ilv.ts';
import { ilvParts, maskedIlv } from './morphosmart_ilv_parts.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { pastStart, toStart } from './start_mark.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';

const SYNC = Uint8Array.of(0x53, 0x59, 0x4e, 0x43);
const S = 0x53;
const HEADER_BYTES = 12;
const END_BYTES = 2;
/** The maker's own library takes no larger data (400 KB and a little). A picture of 416 x 416 has 173 KB. */
const MAX_ILV_BYTES = 400 * 1024;
const MIN_ILV_BYTES = 3;
/** The manual names no limit on USB; a host that was busy must not lose a picture. */
const SILENCE_MS = 500;

/**
 * ILV over USB CDC: `SYNC`, length and its complement, ILV, `EN` (Sagem, MorphoSmart Host System Interface Specification
 * 2.22, 4.2.3). That manual calls the length big endian; its own example and every trace are little endian.
 */
export const morphosmartIlvUsbProtocol: Protocol<IlvMessage> = {
  name: 'morphosmart-ilv-usb',
  decode,
  encode: (_direction, { id, value, wide }) => frameOf(ilvBytes(id, [value], wide)),
  stream: (direction) => usbStream(direction),
  mask: (message) => {
    const { id, value, wide, from } = message;
    const covered = maskedIlv(from, ilvBytes(id, [value], wide));
    return ilvMessage(from, id, covered.subarray(covered.length - value.length), wide);
  },
  fields,
  interByteMs: SILENCE_MS,
};

/** The frame around an ILV's bytes. */
export function frameOf(ilv: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEADER_BYTES + ilv.length + END_BYTES);
  const view = new DataView(frame.buffer);
  frame.set(SYNC);
  view.setUint32(4, ilv.length, true);
  view.setUint32(8, ~ilv.length >>> 0, true);
  frame.set(ilv, HEADER_BYTES);
  frame.set([0x45, 0x4e], HEADER_BYTES + ilv.length);
  return frame;
}

/** The same cutting as the protocol's; `damaged` is called for each start whose frame is wrong in itself. */
export function usbStream(direction: WireDirection, damaged: () => void = () => {}): StreamDecoder<IlvMessage> {
  return streamDecoder((bytes): Front<IlvMessage> => {
    const astray = toStart(bytes, S);
    if (astray !== null) return astray;
    if (!beginsAsSync(bytes)) return pastStart(bytes, S);
    if (bytes.length < HEADER_BYTES) return { kind: 'need' };
    const length = frameLength(bytes);
    if (length !== null && bytes.length < length) return { kind: 'need' };
    const message = length === null ? null : wholeFrame(direction, bytes.subarray(0, length));
    if (length !== null && message !== null) return { kind: 'frame', length, message };
    damaged();
    return pastStart(bytes, S);
  });
}

/** True also for less than four bytes, as far as they go. */
function beginsAsSync(bytes: Uint8Array): boolean {
  return SYNC.every((byte, place) => place >= bytes.length || bytes[place] === byte);
}

/** What a whole header says; null when it contradicts itself or is too much. */
function frameLength(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  const length = view.getUint32(4, true);
  if (view.getUint32(8, true) !== ~length >>> 0) return null;
  return length < MIN_ILV_BYTES || length > MAX_ILV_BYTES ? null : HEADER_BYTES + length + END_BYTES;
}

function wholeFrame(direction: WireDirection, frame: Uint8Array): IlvMessage | null {
  if (frame.at(-2) !== 0x45 || frame.at(-1) !== 0x4e) return null;
  return readMessage(direction, frame.subarray(HEADER_BYTES, frame.length - END_BYTES));
}

function decode(direction: WireDirection, bytes: Uint8Array): Result<IlvMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (!beginsAsSync(bytes)) return err('FRAMING');
  if (bytes.length < HEADER_BYTES) return err('TRUNCATED');
  const length = frameLength(bytes);
  if (length === null) return err('CHECKSUM');
  if (bytes.length !== length) return err(bytes.length < length ? 'TRUNCATED' : 'TRAILING_BYTES');
  const message = wholeFrame(direction, bytes);
  return message === null ? err('PAYLOAD') : ok(message);
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  const end = frame.length - END_BYTES;
  const ilv = ilvParts(direction, frame.subarray(HEADER_BYTES, end));
  return [
    { name: 'start', from: 0, to: 4, open: true },
    { name: 'length', from: 4, to: 8, open: true },
    { name: 'complement', from: 8, to: HEADER_BYTES, open: true },
    ...ilv.map((part) => ({ ...part, from: part.from + HEADER_BYTES, to: part.to + HEADER_BYTES })),
    { name: 'end', from: end, to: frame.length, open: true },
  ];
}
