import { z } from 'zod';
import { err } from '../../core/domain/result.ts';
import { type Judge, NEED, SKIP, skipTo } from './either.ts';
import { latin1, latin1Bytes } from './latin1.ts';
import type { FrameField, Protocol } from './protocol.ts';
import { type Front, type StreamDecoder, silentStream, streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

/** One swipe: three lines, each closed by CR, the bottom one last; short ones filled up with `_`. */
export interface SwipeMessage {
  readonly type: 'swipe';
  /** The length word as sent, low byte first. What exactly it counts is not public, so nothing is made of it. */
  readonly length: number;
  /** Always there, its meaning specific to the firmware. */
  readonly flag: number;
  readonly text: string;
  /** The check byte as sent. */
  readonly check: number;
}

/** How the check byte may come about: XOR or sum of all bytes up to ETX, without or with SOH. The manual's rule is not public. */
export const BCC_RULES = ['xor', 'xor-soh', 'sum', 'sum-soh'] as const;
export type BccRule = (typeof BCC_RULES)[number];

/** `tolerant` takes any check byte. */
export const rteWire = z.object({ bcc: z.enum(['tolerant', ...BCC_RULES]).default('tolerant') });
type Bcc = z.infer<typeof rteWire>['bcc'];

const SOH = 0x01;
const STX = 0x02;
const ETX = 0x03;
const LETTER_O = 0x4f;
const LETTER_U = 0x55;
/** SOH, length word, `O` (optical), `U` (unsolicited), STX, flag. */
const HEAD_BYTES = 7;
const MAX_TEXT_BYTES = 300;

/** What each rule would make of this frame; the frame's own check byte is left out. */
export function bccOf(frame: Uint8Array): Readonly<Record<BccRule, number>> {
  let xor = 0;
  let sum = 0;
  for (let at = 1; at < frame.length - 1; at += 1) {
    xor ^= frame[at] ?? 0;
    sum += frame[at] ?? 0;
  }
  return { xor, 'xor-soh': xor ^ SOH, sum: sum & 0xff, 'sum-soh': (sum + SOH) & 0xff };
}

export function encodeSwipe({ length, flag, text, check }: SwipeMessage): Uint8Array {
  const head = [SOH, length & 0xff, length >> 8, LETTER_O, LETTER_U, STX, flag];
  return Uint8Array.from([...head, ...latin1Bytes(text), ETX, check]);
}

/** The bytes of a swipe of these lines (1 to 3, the bottom one last), its length word counting all behind it. */
export function swipeOf(lines: readonly string[], rule: BccRule): Uint8Array {
  const width = lines.length > 2 ? 30 : 44;
  const padded = [0, 1, 2].map((at) => lines[at + lines.length - 3]?.slice(0, width).padEnd(width, '_') ?? '');
  const text = padded.map((line) => `${line}\r`).join('');
  const message: SwipeMessage = { type: 'swipe', length: text.length + HEAD_BYTES - 1, flag: 0x30, text, check: 0 };
  return encodeSwipe({ ...message, check: bccOf(encodeSwipe(message))[rule] });
}

function judge(bcc: Bcc): Judge<SwipeMessage> {
  return (bytes) => {
    if (bytes.length === 0) return NEED;
    if (bytes[0] !== SOH) return skipTo(bytes, SOH);
    if ((bytes[3] ?? LETTER_O) !== LETTER_O || (bytes[4] ?? LETTER_U) !== LETTER_U) return SKIP;
    if ((bytes[5] ?? STX) !== STX) return SKIP;
    return swipe(bytes, bcc);
  };
}

function swipe(bytes: Uint8Array, bcc: Bcc): Front<SwipeMessage> {
  const most = Math.min(bytes.length, HEAD_BYTES + MAX_TEXT_BYTES);
  let end = HEAD_BYTES;
  while (end < most && isText(bytes[end] ?? 0)) end += 1;
  if (end === HEAD_BYTES + MAX_TEXT_BYTES) return SKIP;
  const mark = bytes[end];
  const check = bytes[end + 1];
  if (mark === undefined) return NEED;
  if (mark !== ETX) return SKIP;
  if (check === undefined) return NEED;
  const length = end + 2;
  if (bcc !== 'tolerant' && bccOf(bytes.subarray(0, length))[bcc] !== check) return SKIP;
  const message: SwipeMessage = {
    type: 'swipe',
    length: (bytes[1] ?? 0) + (bytes[2] ?? 0) * 256,
    flag: bytes[6] ?? 0,
    text: latin1(bytes, HEAD_BYTES, end),
    check,
  };
  return { kind: 'frame', length, message };
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0d;
}

/** Cuts what the reader says into swipes. */
export function rteStream(bcc: Bcc): StreamDecoder<SwipeMessage> {
  return streamDecoder(judge(bcc));
}

/** "RTE Native" of the 3M (Gemalto, Thales) RTE6701 swipe reader: one message a swipe, no commands. */
export function rteNativeProtocol({ bcc }: z.infer<typeof rteWire>): Protocol<SwipeMessage> {
  return {
    name: 'rte-native',
    decode: (direction, bytes) => (direction === 'host-to-device' ? err('ONE_WAY') : wholeFrame(bytes, judge(bcc))),
    encode: (_direction, message) => encodeSwipe(message),
    stream: (direction) => (direction === 'host-to-device' ? silentStream() : rteStream(bcc)),
    mask: (message) => masked(message, bcc),
    fields: (_direction, frame) => fields(frame),
    interByteMs: 200,
  };
}

/** Characters covered, and the check byte made right again where it must be. */
function masked(message: SwipeMessage, bcc: Bcc): SwipeMessage {
  const covered = { ...message, text: message.text.replaceAll(/[^\r]/g, 'X'), check: 0 };
  return bcc === 'tolerant' ? covered : { ...covered, check: bccOf(encodeSwipe(covered))[bcc] };
}

function fields(frame: Uint8Array): FrameField[] {
  const end = frame.length - 2;
  const all: FrameField[] = [
    { name: 'start', from: 0, to: 1, open: true },
    { name: 'length', from: 1, to: 3, open: true },
    { name: 'command', from: 3, to: 5, open: true },
    { name: 'separator', from: 5, to: 6, open: true },
    { name: 'parameter', from: 6, to: HEAD_BYTES, open: true },
    { name: 'text', from: HEAD_BYTES, to: end, open: false },
    { name: 'end', from: end, to: end + 1, open: true },
    // A sum over hidden bytes would tell a little of them.
    { name: 'checksum', from: end + 1, to: frame.length, open: false },
  ];
  return all.filter(({ from, to }) => to > from);
}
