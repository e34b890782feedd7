import { err } from '../../core/domain/result.ts';
import { either, eitherMarked, type Judge } from './either.ts';
import { encodeFramed, framedJudge } from './framed_mrz.ts';
import type { CommandFamily, FramedMrzFormat, FramedMrzMessage } from './framed_mrz_format.ts';
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
import { honeywellHostFields } from './honeywell_menu_protocol.ts';
import { type MenuReply, maskReply } from './menu_item.ts';
import {
  encodeNewlandCommand,
  encodeNewlandReply,
  NEWLAND_REPLY_MARK,
  type NewlandCommand,
  type NewlandReply,
  newlandHostJudge,
  newlandReplyJudge,
} from './newland_ucs.ts';
import { newlandFields } from './newland_ucs_protocol.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { type StreamDecoder, silentStream, streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

type HostMessage = NewlandCommand | HoneywellHostMessage;
type DeviceMessage = FramedMrzMessage | NewlandReply | MenuReply;
type Message = HostMessage | DeviceMessage;

/** Reads share the stream with the answers to commands, where the reader takes any. */
function deviceJudge(format: FramedMrzFormat, commands: CommandFamily): Judge<DeviceMessage> {
  const read = framedJudge(format);
  if (commands === 'newland')
    return eitherMarked<DeviceMessage, NewlandReply>(read, NEWLAND_REPLY_MARK, newlandReplyJudge);
  if (commands === 'none') return read;
  // The lines of a revision answer are no read, though each may end as one does.
  return either<DeviceMessage, MenuReply>(honeywellReplyJudge, (bytes) =>
    isRevision(bytes) ? { kind: 'skip' } : (read(bytes) as ReturnType<Judge<MenuReply>>),
  );
}

/** Cuts what such a reader says into reads and answers. */
export function framedWireStream(format: FramedMrzFormat, commands: CommandFamily): StreamDecoder<DeviceMessage> {
  return streamDecoder(deviceJudge(format, commands));
}

const HOST_JUDGE: Readonly<Record<CommandFamily, Judge<HostMessage> | null>> = {
  none: null,
  newland: newlandHostJudge,
  honeywell: honeywellHostJudge,
};

/** The protocol of a reader whose frames look like `format` and which takes commands of a family, or none. */
export function framedMrzProtocol(format: FramedMrzFormat, commands: CommandFamily = 'none'): Protocol<Message> {
  const device = deviceJudge(format, commands);
  const host = HOST_JUDGE[commands];
  const answers = commands === 'newland' ? newlandReplyJudge : honeywellReplyJudge;
  const encode = (message: Message): Uint8Array => {
    switch (message.type) {
      case 'mrz':
        return encodeFramed(message.lines, format);
      case 'no-read':
        return encodeFramed([], format);
      case 'reply':
        return 'store' in message ? encodeNewlandReply(message) : encodeHoneywellReply(message);
      case 'command':
        return encodeNewlandCommand(message);
      default:
        return encodeHoneywellHost(message);
    }
  };
  return {
    name: 'framed-mrz',
    decode: (direction, bytes) => {
      if (direction === 'device-to-host') return wholeFrame<Message>(bytes, device);
      return host === null ? err('ONE_WAY') : wholeFrame<Message>(bytes, host);
    },
    encode: (_direction, message) => encode(message),
    stream: (direction) => {
      if (direction === 'device-to-host') return streamDecoder<Message>(device);
      return host === null ? silentStream() : streamDecoder<Message>(host);
    },
    mask: (message) => {
      if (message.type === 'mrz') return { ...message, lines: message.lines.map((line) => 'X'.repeat(line.length)) };
      if (message.type !== 'reply') return message;
      return 'store' in message ? maskReply(message) : maskHoneywellReply(message);
    },
    fields: (direction, frame) => {
      if (direction === 'host-to-device') {
        return commands === 'newland' ? newlandFields(frame, false) : honeywellHostFields(frame);
      }
      if (commands === 'none' || answers(frame).kind !== 'frame') return readFields(frame, format);
      return commands === 'newland' ? newlandFields(frame, true) : honeywellReplyFields(frame);
    },
    interByteMs: 200,
  };
}

function readFields(frame: Uint8Array, format: FramedMrzFormat): FrameField[] {
  const head = format.prefix.length + (format.stx === null ? 0 : 1);
  const check = format.checksum.kind === 'none' ? 0 : 1;
  const textEnd = frame.length - format.suffix.length - check;
  const all: FrameField[] = [
    { name: 'start', from: 0, to: head, open: true },
    { name: 'text', from: head, to: textEnd, open: false },
    // What is checked and what stands around it says nothing of the text; the check byte itself would, a little.
    { name: 'end', from: textEnd, to: frame.length, open: check === 0 },
  ];
  return all.filter(({ from, to }) => to > from);
}
