import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { partsOf } from './parts.ts';
import type { Protocol } from './protocol.ts';
import type { Rgb, StatusLightMessage } from './status_light_message.ts';
import { wholeStream } from './whole_stream.ts';

/** The letters of blink(1) which are read here. `W`, `E` and `B` write for good and `G` ends in the boot loader: not even written here. */
const LETTER = { fade: 0x63, set: 0x6e, line: 0x50, getLine: 0x52, watchdog: 0x44, version: 0x76 } as const;
const REPORT_BYTES = 8;
const BLINKSTICK_BYTES = 4;
const BLINKSTICK_LED_BYTES = 6;

type Decoded = Result<StatusLightMessage, FrameErrorCode>;

function decode(bytes: Uint8Array): Decoded {
  const [report, second = 0] = bytes;
  if (report === undefined) return err('EMPTY');
  if (report === 1 && bytes.length === BLINKSTICK_BYTES) return ok({ type: 'blinkstick-colour', ...rgb(bytes, 1) });
  if (report === 5) return blinkStickLed(bytes);
  if (report !== 1 && report !== 2) return err('UNKNOWN_COMMAND');
  if (bytes.length !== REPORT_BYTES) return err(bytes.length < REPORT_BYTES ? 'TRUNCATED' : 'TRAILING_BYTES');
  return isLeds(second) ? luxafor(bytes) : report === 1 ? blink1(bytes) : err('UNKNOWN_COMMAND');
}

function luxafor(bytes: Uint8Array): Decoded {
  const [report, leds = 0] = bytes;
  const [speed = 0, a, b] = bytes.subarray(5);
  if (a !== 0 || b !== 0) return err('PAYLOAD');
  if (report === 2) return ok({ type: 'luxafor-fade', leds, speed, ...rgb(bytes, 2) });
  return speed === 0 ? ok({ type: 'luxafor-steady', leds, ...rgb(bytes, 2) }) : err('PAYLOAD');
}

function blink1(bytes: Uint8Array): Decoded {
  const [, letter, a = 0, b = 0, c = 0, d = 0, e = 0, last = 0] = bytes;
  const steps = d * 256 + e;
  const colour = { red: a, green: b, blue: c };
  switch (letter) {
    case LETTER.fade:
      return ok({ type: 'blink1-fade', steps, led: last, ...colour });
    case LETTER.set:
      return steps === 0 ? ok({ type: 'blink1-set', led: last, ...colour }) : err('PAYLOAD');
    case LETTER.line:
      return ok({ type: 'blink1-line', steps, line: last, ...colour });
    case LETTER.getLine:
      return ok({ type: 'blink1-get-line', steps, line: last, ...colour });
    case LETTER.watchdog:
      if (a > 1 || d > 1) return err('PAYLOAD');
      return ok({ type: 'blink1-watchdog', on: a === 1, steps: b * 256 + c, keep: d === 1, first: e, last });
    case LETTER.version:
      return a === 0 && d === 0 && e === 0 && last === 0
        ? ok({ type: 'blink1-version', major: b, minor: c })
        : err('PAYLOAD');
    default:
      return err('UNKNOWN_COMMAND');
  }
}

function blinkStickLed(bytes: Uint8Array): Decoded {
  if (bytes.length !== BLINKSTICK_LED_BYTES) {
    return err(bytes.length < BLINKSTICK_LED_BYTES ? 'TRUNCATED' : 'TRAILING_BYTES');
  }
  return ok({ type: 'blinkstick-led', channel: bytes[1] ?? 0, led: bytes[2] ?? 0, ...rgb(bytes, 3) });
}

function encode(message: StatusLightMessage): Uint8Array {
  switch (message.type) {
    case 'luxafor-steady':
      return Uint8Array.of(1, message.leds, ...colour(message), 0, 0, 0);
    case 'luxafor-fade':
      return Uint8Array.of(2, message.leds, ...colour(message), message.speed, 0, 0);
    case 'blink1-fade':
      return Uint8Array.of(1, LETTER.fade, ...colour(message), ...word(message.steps), message.led);
    case 'blink1-set':
      return Uint8Array.of(1, LETTER.set, ...colour(message), 0, 0, message.led);
    case 'blink1-line':
      return Uint8Array.of(1, LETTER.line, ...colour(message), ...word(message.steps), message.line);
    case 'blink1-get-line':
      return Uint8Array.of(1, LETTER.getLine, ...colour(message), ...word(message.steps), message.line);
    case 'blink1-watchdog': {
      const { on, steps, keep, first, last } = message;
      return Uint8Array.of(1, LETTER.watchdog, on ? 1 : 0, ...word(steps), keep ? 1 : 0, first, last);
    }
    case 'blink1-version':
      return Uint8Array.of(1, LETTER.version, 0, message.major, message.minor, 0, 0, 0);
    case 'blinkstick-colour':
      return Uint8Array.of(1, ...colour(message));
    case 'blinkstick-led':
      return Uint8Array.of(5, message.channel, message.led, ...colour(message));
  }
}

/** Which of a Luxafor's lamps; no letter of blink(1) is among them. */
function isLeds(byte: number): boolean {
  return byte === 0xff || byte === 0x41 || byte === 0x42 || (byte >= 1 && byte <= 6);
}

function rgb(bytes: Uint8Array, at: number): Rgb {
  return { red: bytes[at] ?? 0, green: bytes[at + 1] ?? 0, blue: bytes[at + 2] ?? 0 };
}

function colour({ red, green, blue }: Rgb): readonly [number, number, number] {
  return [red, green, blue];
}

function word(value: number): readonly [number, number] {
  return [(value >>> 8) & 0xff, value & 0xff];
}

/**
 * Status lights on HID. Sources: blink(1) HID commands by its makers, the public drivers of Luxafor and BlinkStick. The report
 * after the id tells a Luxafor from a blink(1); a report of four bytes is a BlinkStick's.
 */
export const statusLightHidProtocol: Protocol<StatusLightMessage> = {
  name: 'status-light-hid',
  decode: (_direction, bytes) => decode(bytes),
  encode: (_direction, message) => encode(message),
  stream: () => wholeStream(decode),
  mask: (message) => message,
  fields: (_direction, frame) => {
    if (frame.length === BLINKSTICK_BYTES) {
      return partsOf([
        ['start', 1],
        ['value', 3],
      ]);
    }
    return partsOf([
      ['start', 1],
      ['command', 1],
      ['value', frame.length - 2],
    ]);
  },
  interByteMs: 200,
};
