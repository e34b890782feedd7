import { decodeDevice, decodeHost, deviceStream, hostStream, INTER_BYTE_TIMEOUT_MS } from './elyctis_idbox.ts';
import { encodeDevice, encodeHost } from './elyctis_idbox_encode.ts';
import { CR, type DeviceMessage, HEADER_BYTES, type HostMessage, LETTER } from './elyctis_idbox_message.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';

type Message = HostMessage | DeviceMessage;

/** The ID BOX protocol as tools see it. */
export const elyctisIdboxProtocol: Protocol<Message> = {
  name: 'elyctis-idbox',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decodeHost(bytes) : decodeDevice(bytes)),
  encode: (direction, message) =>
    direction === 'host-to-device' ? encodeHost(message as HostMessage) : encodeDevice(message as DeviceMessage),
  stream: (direction) => (direction === 'host-to-device' ? hostStream() : deviceStream()),
  mask: (message) => {
    if (message.type === 'mrz') return { ...message, lines: message.lines.map((line) => 'X'.repeat(line.length)) };
    return message.type === 'line' ? { ...message, text: message.text.replaceAll(/[^\r]/g, 'X') } : message;
  },
  fields,
  interByteMs: INTER_BYTE_TIMEOUT_MS,
};

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  const command: FrameField = { name: 'command', from: 0, to: 1, open: true };
  if (frame.length < HEADER_BYTES) return [command];
  const head: FrameField[] = [command, { name: 'length', from: 1, to: HEADER_BYTES, open: true }];
  const hidden = direction === 'device-to-host' && (frame[0] === LETTER.inquire || frame[0] === LETTER.inquireLine);
  if (frame.length === HEADER_BYTES) return head;
  if (hidden) return [...head, ...lineFields(frame)];
  const name = frame[0] === LETTER.continuous || frame[0] === LETTER.mode ? 'value' : 'text';
  return [...head, { name, from: HEADER_BYTES, to: frame.length, open: true }];
}

/** The lines of a machine readable zone and the CR behind each. */
function lineFields(frame: Uint8Array): FrameField[] {
  const parts: FrameField[] = [];
  let from = HEADER_BYTES;
  for (let at = HEADER_BYTES; at < frame.length; at += 1) {
    if (frame[at] !== CR) continue;
    if (at > from) parts.push({ name: 'mrz-line', from, to: at, open: false });
    parts.push({ name: 'separator', from: at, to: at + 1, open: true });
    from = at + 1;
  }
  if (from < frame.length) parts.push({ name: 'mrz-line', from, to: frame.length, open: false });
  return parts;
}
