import { eitherMarked, type Judge, NEED, SKIP } from './either.ts';
import {
  encodeHoneywellHost,
  encodeHoneywellReply,
  type HoneywellHostMessage,
  honeywellHostJudge,
  maskHoneywellReply,
} from './honeywell_menu.ts';
import {
  type HoneywellDeviceMessage,
  honeywellDeviceFields,
  honeywellDeviceJudge,
  honeywellHostFields,
} from './honeywell_menu_protocol.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { encodeScan, maskScan, type ScanFormat } from './scan_text.ts';
import { type StreamDecoder, streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

/** Something was laid on the reader or taken away (interactive mode). */
export interface MediaMessage {
  readonly type: 'media';
  readonly present: boolean;
}
export type AccessIsDeviceMessage = HoneywellDeviceMessage | MediaMessage;
type Message = HoneywellHostMessage | AccessIsDeviceMessage;

const SYN = 0x16;
/** SYN CR TRIG: - then 0 or 1 - then SYN LF. */
const MEDIA_START = [SYN, 0x0d, 0x54, 0x52, 0x49, 0x47, 0x3a] as const;
const MEDIA_END = [SYN, 0x0a] as const;
const MEDIA_BYTES = MEDIA_START.length + 1 + MEDIA_END.length;
const ZERO = 0x30;
const ONE = 0x31;

const mediaJudge: Judge<MediaMessage> = (bytes) => {
  if (bytes[0] !== undefined && bytes[0] !== SYN) return SKIP;
  for (let at = 0; at < MEDIA_BYTES; at += 1) {
    const byte = bytes[at];
    if (byte === undefined) return NEED;
    const wanted = at < MEDIA_START.length ? MEDIA_START[at] : MEDIA_END[at - MEDIA_START.length - 1];
    const digit = at === MEDIA_START.length;
    if (digit ? byte !== ZERO && byte !== ONE : byte !== wanted) return SKIP;
  }
  return { kind: 'frame', length: MEDIA_BYTES, message: { type: 'media', present: bytes[MEDIA_START.length] === ONE } };
};

function accessIsJudge(format: ScanFormat): Judge<AccessIsDeviceMessage> {
  return eitherMarked(honeywellDeviceJudge(format), SYN, mediaJudge);
}

/** Cuts what such a reader says into codes, answers and media events. */
export function accessIsStream(format: ScanFormat): StreamDecoder<AccessIsDeviceMessage> {
  return streamDecoder(accessIsJudge(format));
}

/** Access-IS LSR and ATR readers: menu commands of the Honeywell kind, answers, codes, and media events. */
export function accessIsProtocol(format: ScanFormat): Protocol<Message> {
  const device = accessIsJudge(format);
  const encode = (message: Message): Uint8Array => {
    switch (message.type) {
      case 'media':
        return Uint8Array.from([...MEDIA_START, message.present ? ONE : ZERO, ...MEDIA_END]);
      case 'scan':
        return encodeScan(message, format);
      case 'reply':
        return encodeHoneywellReply(message);
      default:
        return encodeHoneywellHost(message);
    }
  };
  const mediaFields: readonly FrameField[] = [
    { name: 'start', from: 0, to: 2, open: true },
    { name: 'command', from: 2, to: MEDIA_START.length, open: true },
    { name: 'value', from: MEDIA_START.length, to: MEDIA_START.length + 1, open: true },
    { name: 'end', from: MEDIA_START.length + 1, to: MEDIA_BYTES, open: true },
  ];
  const fields: Protocol<Message>['fields'] = (direction, frame) => {
    if (direction === 'host-to-device') return honeywellHostFields(frame);
    return frame[0] === SYN && mediaJudge(frame).kind === 'frame' ? mediaFields : honeywellDeviceFields(frame, format);
  };
  return {
    name: 'access-is',
    decode: (direction, bytes) =>
      direction === 'host-to-device'
        ? wholeFrame<Message>(bytes, honeywellHostJudge)
        : wholeFrame<Message>(bytes, device),
    encode: (_direction, message) => encode(message),
    stream: (direction) => streamDecoder<Message>(direction === 'host-to-device' ? honeywellHostJudge : device),
    mask: (message) => {
      if (message.type === 'scan') return maskScan(message);
      return message.type === 'reply' ? maskHoneywellReply(message) : message;
    },
    fields,
    interByteMs: 200,
  };
}
