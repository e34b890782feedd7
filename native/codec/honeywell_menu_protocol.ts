import { either, type Judge } from './either.ts';
import {
  encodeHoneywellHost,
  encodeHoneywellReply,
  type HoneywellHostMessage,
  honeywellHostJudge,
  honeywellReplyFields,
  honeywellReplyJudge,
  isRevision,
  maskHoneywellReply,
} from './honeywell_menu.ts';
import { itemFields, type MenuReply } from './menu_item.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { encodeScan, maskScan, type ScanFormat, type ScanMessage, scanFields, scanJudge } from './scan_text.ts';
import { streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

export type HoneywellDeviceMessage = MenuReply | ScanMessage;
type Message = HoneywellHostMessage | HoneywellDeviceMessage;

const SYN = 0x16;
const PREFIX_BYTES = 3;

/** Answers and the text of codes share what the device says. */
export function honeywellDeviceJudge(format: ScanFormat): Judge<HoneywellDeviceMessage> {
  const scan = scanJudge(format);
  // The lines of a revision answer are no codes, though each ends as a code does.
  return either(honeywellReplyJudge, (bytes) => (isRevision(bytes) ? { kind: 'skip' } : scan(bytes)));
}

/** The Honeywell menu commands (Xenon/Granit user's guide, "Menu commands"), with codes framed as `format` says. */
export function honeywellMenuProtocol(format: ScanFormat): Protocol<Message> {
  const device = honeywellDeviceJudge(format);
  return {
    name: 'honeywell-menu',
    decode: (direction, bytes) =>
      direction === 'host-to-device' ? wholeFrame<Message>(bytes, honeywellHostJudge) : wholeFrame(bytes, device),
    encode: (_direction, message) => {
      if (message.type === 'scan') return encodeScan(message, format);
      return message.type === 'reply' ? encodeHoneywellReply(message) : encodeHoneywellHost(message);
    },
    stream: (direction) => streamDecoder<Message>(direction === 'host-to-device' ? honeywellHostJudge : device),
    mask: (message) => {
      if (message.type === 'scan') return maskScan(message);
      return message.type === 'reply' ? maskHoneywellReply(message) : message;
    },
    fields: (direction, frame) =>
      direction === 'host-to-device' ? honeywellHostFields(frame) : honeywellDeviceFields(frame, format),
    interByteMs: 200,
  };
}

export function honeywellHostFields(frame: Uint8Array): FrameField[] {
  if (frame.length === PREFIX_BYTES) {
    return [
      { name: 'start', from: 0, to: 1, open: true },
      { name: 'command', from: 1, to: 2, open: true },
      { name: 'end', from: 2, to: 3, open: true },
    ];
  }
  return [
    { name: 'start', from: 0, to: PREFIX_BYTES, open: true },
    ...itemFields(frame, PREFIX_BYTES, frame.length, false),
  ];
}

export function honeywellDeviceFields(frame: Uint8Array, format: ScanFormat): FrameField[] {
  const reply = frame[0] !== SYN && honeywellReplyJudge(frame).kind === 'frame';
  return reply ? honeywellReplyFields(frame) : scanFields(frame, format);
}
