import { CR, HEADER_BYTES, LETTER, MAX_DATA_BYTES, MAX_LINE_CHARS } from './elyctis_idbox_message.ts';

/** Which side speaks: the same letter has another payload each way. */
export type Direction = 'host-to-device' | 'device-to-host';

/** What a letter may carry: the lengths, and which bytes may stand where (`false` = this can never become a frame). */
interface PayloadRule {
  readonly length: (bytes: number) => boolean;
  readonly content: (data: Uint8Array, length: number) => boolean;
}

const isText = (byte: number): boolean => byte >= 0x20 && byte <= 0x7e;
const isTextOrBreak = (byte: number): boolean => isText(byte) || byte === CR || byte === 0x0a;
const isSwitch = (data: Uint8Array): boolean => (data[0] ?? 0) <= 1;

function isAllText(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 1) if (!isTextOrBreak(data[at] ?? 0)) return false;
  return true;
}

/** Up to three lines, each printable, each closed by CR: after the third CR nothing follows. Works on an unfinished payload too. */
function isLines(data: Uint8Array, length: number): boolean {
  let breaks = 0;
  let run = 0;
  for (let at = 0; at < data.length; at += 1) {
    const byte = data[at] ?? 0;
    if (byte === CR) {
      breaks += 1;
      run = 0;
      if (breaks === 3 && at !== length - 1) return false;
      continue;
    }
    run += 1;
    if (!isText(byte) || run > MAX_LINE_CHARS) return false;
  }
  return true;
}

/** mode, 00, x, 00, where x repeats the mode only for HID+CDC. */
function isModeSetting(data: Uint8Array): boolean {
  const [mode, second = 0, third, fourth = 0] = data;
  if (second !== 0 || fourth !== 0) return false;
  return third === undefined || third === (mode === 0x10 ? 0x10 : 0);
}

const NOTHING: PayloadRule = { length: (n) => n === 0, content: () => true };
const SWITCH: PayloadRule = { length: (n) => n === 1, content: isSwitch };
const TEXT: PayloadRule = { length: (n) => n >= 1, content: isAllText };

const HOST_RULES: ReadonlyMap<number, PayloadRule> = new Map<number, PayloadRule>([
  [LETTER.inquire, NOTHING],
  [LETTER.inquireLine, NOTHING],
  [LETTER.continuous, SWITCH],
  [LETTER.firmware, NOTHING],
  [LETTER.ocr, NOTHING],
  [LETTER.serial, NOTHING],
  [LETTER.product, NOTHING],
  [LETTER.mode, { length: (n) => n === 0 || n === 4, content: isModeSetting }],
]);

const DEVICE_RULES: ReadonlyMap<number, PayloadRule> = new Map<number, PayloadRule>([
  [LETTER.inquire, { length: (n) => n >= 3, content: isLines }],
  [LETTER.inquireLine, { length: (n) => n >= 1, content: isLines }],
  [LETTER.continuous, SWITCH],
  [LETTER.firmware, TEXT],
  [LETTER.ocr, TEXT],
  [LETTER.serial, TEXT],
  [LETTER.product, TEXT],
  [
    LETTER.mode,
    { length: (n) => n === 1 || n === 4, content: (data, length) => (length === 4 ? isModeSetting(data) : true) },
  ],
]);

export type HeaderFault = 'UNKNOWN_COMMAND' | 'LENGTH_LIMIT' | 'PAYLOAD';

/**
 * Judges as much of a frame as is there. The protocol has neither start byte nor checksum, so a wrong start must be
 * found out as early as its bytes allow: by letter, by length, by content. A fault never goes away with more bytes.
 */
export function frameFault(bytes: Uint8Array, direction: Direction): HeaderFault | null {
  const letter = bytes[0];
  const high = bytes[1];
  const low = bytes[2];
  if (letter === undefined) return null;
  const rule = (direction === 'host-to-device' ? HOST_RULES : DEVICE_RULES).get(letter);
  if (rule === undefined) return 'UNKNOWN_COMMAND';
  if (high === undefined) return null;
  if (high > MAX_DATA_BYTES >> 8) return 'LENGTH_LIMIT';
  if (low === undefined) return null;
  const length = high * 256 + low;
  if (length > MAX_DATA_BYTES) return 'LENGTH_LIMIT';
  if (!rule.length(length)) return 'PAYLOAD';
  const data = bytes.subarray(HEADER_BYTES, HEADER_BYTES + length);
  return rule.content(data, length) ? null : 'PAYLOAD';
}
