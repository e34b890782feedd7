import { eitherMarked } from './either.ts';
import { itemFields, maskReply } from './menu_item.ts';
import {
  encodeNewlandCommand,
  encodeNewlandReply,
  NEWLAND_HEAD_BYTES,
  NEWLAND_REPLY_MARK,
  type NewlandCommand,
  type NewlandReply,
  newlandHostJudge,
  newlandReplyJudge,
} from './newland_ucs.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { encodeScan, maskScan, type ScanFormat, type ScanMessage, scanFields, scanJudge } from './scan_text.ts';
import { streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

type Message = NewlandCommand | NewlandReply | ScanMessage;

/** Newland unified commands (NLS user manuals, "Use of programming command"), with codes framed as `format` says. */
export function newlandUcsProtocol(format: ScanFormat): Protocol<Message> {
  const device = eitherMarked(scanJudge(format), NEWLAND_REPLY_MARK, newlandReplyJudge);
  return {
    name: 'newland-ucs',
    decode: (direction, bytes) =>
      direction === 'host-to-device'
        ? wholeFrame<Message>(bytes, newlandHostJudge)
        : wholeFrame<Message>(bytes, device),
    encode: (_direction, message) => {
      if (message.type === 'scan') return encodeScan(message, format);
      return message.type === 'reply' ? encodeNewlandReply(message) : encodeNewlandCommand(message);
    },
    stream: (direction) => streamDecoder<Message>(direction === 'host-to-device' ? newlandHostJudge : device),
    mask: (message) => {
      if (message.type === 'scan') return maskScan(message);
      return message.type === 'reply' ? maskReply(message) : message;
    },
    fields: (direction, frame) => {
      const menu = direction === 'host-to-device' || newlandReplyJudge(frame).kind === 'frame';
      return menu ? newlandFields(frame, direction === 'device-to-host') : scanFields(frame, format);
    },
    interByteMs: 200,
  };
}

/** The parts of a command or an answer. */
export function newlandFields(frame: Uint8Array, answered: boolean): FrameField[] {
  return [
    { name: 'start', from: 0, to: 2, open: true },
    { name: 'address', from: 2, to: NEWLAND_HEAD_BYTES - 1, open: true },
    { name: 'parameter', from: NEWLAND_HEAD_BYTES - 1, to: NEWLAND_HEAD_BYTES, open: true },
    ...itemFields(frame, NEWLAND_HEAD_BYTES, frame.length - 1, answered),
    { name: 'end', from: frame.length - 1, to: frame.length, open: true },
  ];
}
