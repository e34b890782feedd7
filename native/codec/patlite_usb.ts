import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { partsOf } from './parts.ts';
import type { Protocol } from './protocol.ts';
import { wholeStream } from './whole_stream.ts';

/** What the host may tell a Patlite light. `bare` where the report came without the id 0 in front, as on the USB line itself. */
export type PatliteCommand =
  /**
   * NE-USB: buzzer = times and pattern, sound = volume, lamps = [colour and pattern, 0, 0].
   * LR6-USB: buzzer = pattern, sound = pitch, lamps = [red and yellow, green and blue, white and 0], four bits each.
   */
  | {
      readonly type: 'control';
      readonly buzzer: number;
      readonly sound: number;
      readonly lamps: readonly [number, number, number];
      readonly bare: boolean;
    }
  /** NE-USB only: how the touch sensor works, kept by the light. No driver here ever sends it. */
  | { readonly type: 'set-touch'; readonly value: number; readonly bare: boolean }
  | { readonly type: 'get-touch'; readonly bare: boolean };

/** NE-USB only: the two bytes that answer `get-touch`. */
export interface PatliteTouch {
  readonly type: 'touch';
  readonly first: number;
  readonly second: number;
}

const BODY_BYTES = 8;
const CONTROL = 0x00;
const SETTING = 0x01;
const TOUCH = 0x80;

function decodeCommand(bytes: Uint8Array): Result<PatliteCommand, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes.length < BODY_BYTES) return err('TRUNCATED');
  if (bytes.length > BODY_BYTES + 1) return err('TRAILING_BYTES');
  const bare = bytes.length === BODY_BYTES;
  if (!bare && bytes[0] !== 0) return err('FRAMING');
  const [version, command, a = 0, b = 0, c = 0, d = 0, e = 0, last] = bare ? bytes : bytes.subarray(1);
  if (version !== 0 || last !== 0) return err('FRAMING');
  if (command === CONTROL) return ok({ type: 'control', buzzer: a, sound: b, lamps: [c, d, e], bare });
  if (b !== 0 || c !== 0 || d !== 0 || e !== 0) return err('PAYLOAD');
  if (command === SETTING) return ok({ type: 'set-touch', value: a, bare });
  if (command === TOUCH) return a === 0 ? ok({ type: 'get-touch', bare }) : err('PAYLOAD');
  return err('UNKNOWN_COMMAND');
}

function decodeTouch(bytes: Uint8Array): Result<PatliteTouch, FrameErrorCode> {
  const [first, second] = bytes;
  if (first === undefined) return err('EMPTY');
  if (second === undefined) return err('TRUNCATED');
  return bytes.length > 2 ? err('TRAILING_BYTES') : ok({ type: 'touch', first, second });
}

function encode(message: PatliteCommand | PatliteTouch): Uint8Array {
  if (message.type === 'touch') return Uint8Array.of(message.first, message.second);
  const body = new Uint8Array(BODY_BYTES);
  if (message.type === 'control') body.set([0, CONTROL, message.buzzer, message.sound, ...message.lamps]);
  else if (message.type === 'set-touch') body.set([0, SETTING, message.value]);
  else body.set([0, TOUCH]);
  return message.bare ? body : Uint8Array.of(0, ...body);
}

/** Patlite NE-USB (191a:6001) and LR6-USB (191a:8003): eight bytes, as in the maker's published examples. */
export const patliteUsbProtocol: Protocol<PatliteCommand | PatliteTouch> = {
  name: 'patlite-usb',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decodeCommand(bytes) : decodeTouch(bytes)),
  encode: (_direction, message) => encode(message),
  stream: (direction) =>
    wholeStream<PatliteCommand | PatliteTouch>(direction === 'host-to-device' ? decodeCommand : decodeTouch),
  mask: (message) => message,
  fields: (direction, frame) => {
    if (direction === 'device-to-host') return partsOf([['status', 2]]);
    return partsOf([
      ['start', frame.length - BODY_BYTES + 1],
      ['command', 1],
      ['parameter', 2],
      ['value', 3],
      ['end', 1],
    ]);
  },
  interByteMs: 200,
};
