import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { isPrintable, latin1 } from './latin1.ts';
import { partsOf } from './parts.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { wholeStream } from './whole_stream.ts';

/** What the host may tell the board. `set-id` writes for good; no driver here ever sends it. */
export type RelayCommand =
  | { readonly type: 'relay-on'; readonly relay: number }
  | { readonly type: 'relay-off'; readonly relay: number }
  | { readonly type: 'all-on' }
  | { readonly type: 'all-off' }
  | { readonly type: 'set-id'; readonly id: string };

/**
 * What the board tells: its five-character name and one bit a relay (bit 0 = relay 1). `reportId` is null where the report
 * came without one, which Linux does when it is asked for by the number 1.
 */
export interface RelayState {
  readonly type: 'state';
  readonly id: string;
  readonly spare: readonly [number, number];
  readonly relays: number;
  readonly reportId: 0 | 1 | null;
}

const COMMANDS = { 255: 'relay-on', 253: 'relay-off', 254: 'all-on', 252: 'all-off', 250: 'set-id' } as const;
const LETTER = { 'relay-on': 0xff, 'relay-off': 0xfd, 'all-on': 0xfe, 'all-off': 0xfc, 'set-id': 0xfa } as const;
const COMMAND_BYTES = 9;
const STATE_BYTES = 8;
const ID_CHARS = 5;
/** The largest board has eight relays: the state is one byte. */
const MAX_RELAY = 8;

/** Reads one output report, its id 0 included. */
function decodeCommand(bytes: Uint8Array): Result<RelayCommand, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes.length !== COMMAND_BYTES) return err(bytes.length < COMMAND_BYTES ? 'TRUNCATED' : 'TRAILING_BYTES');
  if (bytes[0] !== 0) return err('FRAMING');
  const type = COMMANDS[(bytes[1] ?? 0) as keyof typeof COMMANDS];
  if (type === undefined) return err('UNKNOWN_COMMAND');
  const [relay = 0] = bytes.subarray(2);
  const used = type === 'set-id' ? 2 + ID_CHARS : type === 'all-on' || type === 'all-off' ? 2 : 3;
  if (bytes.subarray(used).some((byte) => byte !== 0)) return err('PAYLOAD');
  if (type === 'set-id') {
    if (!isPrintable(bytes, 2, 2 + ID_CHARS)) return err('PAYLOAD');
    return ok({ type, id: latin1(bytes, 2, 2 + ID_CHARS) });
  }
  if (type === 'all-on' || type === 'all-off') return ok({ type });
  return relay >= 1 && relay <= MAX_RELAY ? ok({ type, relay }) : err('PAYLOAD');
}

/** Reads the feature report, with or without an id in front. */
function decodeState(bytes: Uint8Array): Result<RelayState, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes.length < STATE_BYTES) return err('TRUNCATED');
  if (bytes.length > STATE_BYTES + 1) return err('TRAILING_BYTES');
  const led = bytes.length > STATE_BYTES;
  const reportId = bytes[0];
  if (led && reportId !== 0 && reportId !== 1) return err('FRAMING');
  const from = led ? 1 : 0;
  const idTo = from + ID_CHARS;
  if (!isPrintable(bytes, from, idTo)) return err('PAYLOAD');
  const spare = [bytes[idTo] ?? 0, bytes[idTo + 1] ?? 0] as const;
  const relays = bytes[idTo + 2] ?? 0;
  const id = latin1(bytes, from, idTo);
  return ok({ type: 'state', id, spare, relays, reportId: led ? (reportId as 0 | 1) : null });
}

function encode(message: RelayCommand | RelayState): Uint8Array {
  if (message.type === 'state') {
    const body = [...idBytes(message.id), ...message.spare, message.relays];
    return Uint8Array.from(message.reportId === null ? body : [message.reportId, ...body]);
  }
  const report = new Uint8Array(COMMAND_BYTES);
  report[1] = LETTER[message.type];
  if (message.type === 'set-id') report.set(idBytes(message.id), 2);
  else if ('relay' in message) report[2] = message.relay;
  return report;
}

function idBytes(id: string): number[] {
  return [...id].map((char) => char.charCodeAt(0));
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  if (direction === 'device-to-host') {
    return partsOf([
      ['start', frame.length - STATE_BYTES],
      ['text', ID_CHARS],
      ['data', 2],
      ['status', 1],
    ]);
  }
  return partsOf([
    ['start', 1],
    ['command', 1],
    ['parameter', 1],
    ['data', 6],
  ]);
}

/**
 * Relay boards of DCTTech make, USB 16c0:05df with a product name USBRelay1 to USBRelay8: reports as used by the public tools
 * usbrelay and usb-relay-hid. A state read from a board is 8 bytes or, with a report id in front, 9.
 */
export const dcttechHidRelayProtocol: Protocol<RelayCommand | RelayState> = {
  name: 'dcttech-hid-relay',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decodeCommand(bytes) : decodeState(bytes)),
  encode: (_direction, message) => encode(message),
  stream: (direction) =>
    wholeStream<RelayCommand | RelayState>(direction === 'host-to-device' ? decodeCommand : decodeState),
  mask: (message) => message,
  fields,
  interByteMs: 200,
};
