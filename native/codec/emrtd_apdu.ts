import { err, ok, type Result } from '../../core/domain/result.ts';
import { type CommandApdu, type EmrtdMessage, isOpen, nameOf, type ResponseApdu } from './emrtd_apdu_message.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { type Part, partsOf } from './parts.ts';
import type { FrameField, Protocol, WireDirection } from './protocol.ts';
import { wholeStream } from './whole_stream.ts';

const HEADER_BYTES = 4;
const STATUS_BYTES = 2;
const LONGEST_RESPONSE = 65_536 + STATUS_BYTES;

/** Where the parts of a command's body are: the length of its data field and how many bytes say each length. */
interface Body {
  readonly lcBytes: number;
  readonly dataBytes: number;
  readonly leBytes: number;
}

/** The body of a command by its length (ISO/IEC 7816-3 12.1.3, cases 1 to 4, short and extended). */
function bodyOf(bytes: Uint8Array): Result<Body, FrameErrorCode> {
  const rest = bytes.length - HEADER_BYTES;
  const first = bytes[HEADER_BYTES] ?? 0;
  if (rest === 0) return ok({ lcBytes: 0, dataBytes: 0, leBytes: 0 });
  if (rest === 1) return ok({ lcBytes: 0, dataBytes: 0, leBytes: 1 });
  if (first !== 0) return withData(rest, 1, first, 1);
  if (rest < 3) return err('TRUNCATED');
  if (rest === 3) return ok({ lcBytes: 0, dataBytes: 0, leBytes: 3 });
  return withData(rest, 3, number16(bytes, HEADER_BYTES + 1), 2);
}

function withData(rest: number, lcBytes: number, dataBytes: number, fullLe: number): Result<Body, FrameErrorCode> {
  const leBytes = rest - lcBytes - dataBytes;
  if (dataBytes === 0) return err('PAYLOAD');
  if (leBytes < 0) return err('TRUNCATED');
  if (leBytes !== 0 && leBytes !== fullLe) return err(leBytes < fullLe ? 'TRUNCATED' : 'TRAILING_BYTES');
  return ok({ lcBytes, dataBytes, leBytes });
}

function decodeCommand(bytes: Uint8Array): Result<CommandApdu, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes.length < HEADER_BYTES) return err('TRUNCATED');
  const body = bodyOf(bytes);
  if (!body.ok) return body;
  const { lcBytes, dataBytes, leBytes } = body.value;
  const [cla = 0, ins = 0, p1 = 0, p2 = 0] = bytes;
  const from = HEADER_BYTES + lcBytes;
  const extended = lcBytes === 3 || leBytes === 3;
  const said = extended ? number16(bytes, bytes.length - 2) : (bytes.at(-1) ?? 0);
  // Nothing but zeroes means as many as there can be.
  const most = extended ? 65_536 : 256;
  const le = leBytes === 0 ? null : said || most;
  return ok({ type: nameOf(ins), cla, ins, p1, p2, data: bytes.slice(from, from + dataBytes), le, extended });
}

function decodeResponse(bytes: Uint8Array): Result<ResponseApdu, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  if (bytes.length < STATUS_BYTES) return err('TRUNCATED');
  if (bytes.length > LONGEST_RESPONSE) return err('LENGTH_LIMIT');
  const end = bytes.length - STATUS_BYTES;
  // SW1 is 61 to 6F or 90 to 9F, and 60 is a byte of the transmission protocol, never an answer (ISO/IEC 7816-3 10.3.3).
  const high = (bytes[end] ?? 0) >> 4;
  if ((high !== 6 && high !== 9) || bytes[end] === 0x60) return err('PAYLOAD');
  return ok({ type: 'response', data: bytes.slice(0, end), status: number16(bytes, end) });
}

function encode(message: EmrtdMessage): Uint8Array {
  if (!isCommand(message)) return join(message.data, bytes16(message.status));
  const { cla, ins, p1, p2, data, le, extended } = message;
  const lc = data.length === 0 ? [] : extended ? [0, ...bytes16(data.length)] : [data.length];
  const tail = le === null ? [] : extended ? [...(data.length === 0 ? [0] : []), ...bytes16(le)] : [le & 0xff];
  return join(Uint8Array.of(cla, ins, p1, p2, ...lc), data, Uint8Array.from(tail));
}

function fields(direction: WireDirection, frame: Uint8Array): FrameField[] {
  if (direction === 'device-to-host') {
    return partsOf([
      ['data', frame.length - STATUS_BYTES, 'hidden'],
      ['status', STATUS_BYTES],
    ]);
  }
  const body = bodyOf(frame);
  const { lcBytes, dataBytes, leBytes } = body.ok ? body.value : { lcBytes: 0, dataBytes: 0, leBytes: 0 };
  const [cla = 0, ins = 0] = frame;
  const data: Part = isOpen(cla, ins) ? ['data', dataBytes] : ['data', dataBytes, 'hidden'];
  return partsOf([['command', 2], ['parameter', 2], ['length', lcBytes], data, ['length', leBytes]]);
}

/**
 * Commands to the chip of a travel document and its answers, one APDU a frame (ISO/IEC 7816-4; Doc 9303-10 and -11). What a
 * chip answers, what authentication needs and everything under secure messaging is covered.
 */
export const emrtdApduProtocol: Protocol<EmrtdMessage> = {
  name: 'emrtd-apdu',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decodeCommand(bytes) : decodeResponse(bytes)),
  encode: (_direction, message) => encode(message),
  stream: (direction) => wholeStream<EmrtdMessage>(direction === 'host-to-device' ? decodeCommand : decodeResponse),
  mask: (message) => {
    if (isCommand(message) && isOpen(message.cla, message.ins)) return message;
    return { ...message, data: new Uint8Array(message.data.length) };
  },
  fields,
  interByteMs: 200,
};

function isCommand(message: EmrtdMessage): message is CommandApdu {
  return 'ins' in message;
}

function number16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function bytes16(value: number): Uint8Array {
  return Uint8Array.of((value >> 8) & 0xff, value & 0xff);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
