import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { isPrintable, latin1, numbers } from './latin1.ts';
import { partsOf } from './parts.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { wholeStream } from './whole_stream.ts';

/** Honeywell and Youjie: feature report 254 switches between delivery as a keyboard (0) and by these reports (1), until power-off. */
export interface DeliverySwitch {
  readonly type: 'delivery';
  readonly hidPos: boolean;
}

/**
 * One piece of a scan. `data` are its bytes; `continued` says that more follow. `shifted` is the form of makers who put one more
 * byte in front of the AIM identifier. `rest` are the bytes behind the data, as sent.
 */
export interface ScannedPiece {
  readonly type: 'scanned';
  readonly aim: string;
  readonly data: readonly number[];
  readonly continued: boolean;
  readonly shifted: number | null;
  readonly rest: readonly number[];
  /** The last byte: bit 0 is `continued`. */
  readonly flags: number;
}

/** The number of the report that carries a code. */
export const SCANNED = 0x02;
const DELIVERY = 0xfe;
const REPORT_BYTES = 64;
const AIM_CHARS = 3;
const AIM_START = 0x5d;
/** Report id and length. */
const HEAD_BYTES = 2;
const FLAGS_AT = REPORT_BYTES - 1;
/** The usage table's field for data; two bytes of the maker stand between it and the flags. */
const DATA_BYTES = 56;

function decodePiece(bytes: Uint8Array): Result<ScannedPiece, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes[0] !== SCANNED) return err('UNKNOWN_COMMAND');
  if (bytes.length !== REPORT_BYTES) return err(bytes.length < REPORT_BYTES ? 'TRUNCATED' : 'TRAILING_BYTES');
  const shift = bytes[HEAD_BYTES] === AIM_START ? 0 : bytes[HEAD_BYTES + 1] === AIM_START ? 1 : null;
  if (shift === null) return err('FRAMING');
  const from = HEAD_BYTES + shift + AIM_CHARS;
  if (!isPrintable(bytes, from - AIM_CHARS, from)) return err('PAYLOAD');
  const length = bytes[1] ?? 0;
  if (length > DATA_BYTES) return err('LENGTH_LIMIT');
  const flags = bytes[FLAGS_AT] ?? 0;
  return ok({
    type: 'scanned',
    aim: latin1(bytes, from - AIM_CHARS, from),
    data: numbers(bytes, from, from + length),
    continued: (flags & 1) === 1,
    shifted: shift === 0 ? null : (bytes[HEAD_BYTES] ?? 0),
    rest: numbers(bytes, from + length, FLAGS_AT),
    flags,
  });
}

function decodeSwitch(bytes: Uint8Array): Result<DeliverySwitch, FrameErrorCode> {
  const [id, value] = bytes;
  if (id === undefined) return err('EMPTY');
  if (id !== DELIVERY) return err('UNKNOWN_COMMAND');
  if (value === undefined) return err('TRUNCATED');
  if (bytes.length > 2) return err('TRAILING_BYTES');
  return value > 1 ? err('PAYLOAD') : ok({ type: 'delivery', hidPos: value === 1 });
}

function encode(message: ScannedPiece | DeliverySwitch): Uint8Array {
  if (message.type === 'delivery') return Uint8Array.of(DELIVERY, message.hidPos ? 1 : 0);
  const report = new Uint8Array(REPORT_BYTES);
  const shifted = message.shifted === null ? [] : [message.shifted];
  const aim = [...message.aim].map((char) => char.charCodeAt(0));
  report.set([SCANNED, message.data.length, ...shifted, ...aim, ...message.data, ...message.rest]);
  report[FLAGS_AT] = message.flags;
  return report;
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  if (direction === 'host-to-device') {
    return partsOf([
      ['command', 1],
      ['value', 1],
    ]);
  }
  const length = frame[1] ?? 0;
  const shift = frame[HEAD_BYTES] === AIM_START ? 0 : 1;
  // Some devices leave the rest of an earlier, longer code behind the data.
  return partsOf([
    ['command', 1],
    ['length', 1],
    ['data', shift],
    ['parameter', AIM_CHARS],
    ['text', length, 'hidden'],
    ['data', REPORT_BYTES - HEAD_BYTES - shift - AIM_CHARS - length - 1, 'hidden'],
    ['status', 1],
  ]);
}

/**
 * Bar code scanners of HID usage page 8C (USB HID Point of Sale Usage Tables 1.02): input report 2 of 64 bytes with length, AIM
 * identifier, data and a flag that more follows. The places within the report are those which the public library
 * WebHidBarcodeScanner reads.
 */
export const hidPosBarcodeProtocol: Protocol<ScannedPiece | DeliverySwitch> = {
  name: 'hid-pos-barcode',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decodeSwitch(bytes) : decodePiece(bytes)),
  encode: (_direction, message) => encode(message),
  stream: (direction) =>
    wholeStream<ScannedPiece | DeliverySwitch>(direction === 'host-to-device' ? decodeSwitch : decodePiece),
  mask: (message) =>
    message.type === 'delivery'
      ? message
      : { ...message, data: message.data.map(() => 0x58), rest: message.rest.map(() => 0) },
  fields,
  interByteMs: 200,
};
