import type { Result } from '../../core/domain/result.ts';
import { type Judge, NEED, SKIP, skipTo } from './either.ts';
import type { FrameErrorCode } from './frame_error.ts';
import {
  type FramedMrzFormat,
  type FramedMrzMessage,
  MAX_TEXT_BYTES,
  mrzMessage,
  SEPARATOR,
} from './framed_mrz_format.ts';
import { linesByLength } from './framed_mrz_lines.ts';
import { latin1 } from './latin1.ts';
import { assembleLines } from './mrz_lines.ts';
import { wrongStart } from './start_bytes.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';
import { wholeFrame } from './whole_frame.ts';

const MAX_LINES = 3;
const MAX_LINE_CHARS = 100;

/** The bytes which a reader so configured sends for these lines; no lines = nothing could be read. */
export function encodeFramed(lines: readonly string[], format: FramedMrzFormat): Uint8Array {
  const data = textBytes(lines, format);
  const suffix = format.suffix;
  const body = [...head(format), ...data];
  if (format.checksum.kind === 'none') return Uint8Array.from([...body, ...suffix]);
  const check = checkByte(data, format);
  const tail = format.checksum.position === 'before-suffix' ? [check, ...suffix] : [...suffix, check];
  return Uint8Array.from([...body, ...tail]);
}

/** Where the check byte stands in such a frame; -1 where there is none. */
export function checkPlace(frame: Uint8Array, format: FramedMrzFormat): number {
  if (format.checksum.kind === 'none') return -1;
  return frame.length - 1 - (format.checksum.position === 'before-suffix' ? format.suffix.length : 0);
}

/** Reads bytes that must be exactly one frame. */
export function decodeFramed(bytes: Uint8Array, format: FramedMrzFormat): Result<FramedMrzMessage, FrameErrorCode> {
  return wholeFrame(bytes, framedJudge(format));
}

/** Cuts what the reader says into frames. */
export function framedStream(format: FramedMrzFormat): StreamDecoder<FramedMrzMessage> {
  return streamDecoder(framedJudge(format));
}

function head(format: FramedMrzFormat): number[] {
  return format.stx === null ? format.prefix : [...format.prefix, format.stx];
}

function textBytes(lines: readonly string[], format: FramedMrzFormat): number[] {
  const separator = SEPARATOR[format.lineSep];
  const closing = format.suffix.length > 0 && format.thirdLineCr === 'always';
  const missingThird = closing && lines.length > 0 && lines.length < MAX_LINES;
  const text = `${lines.map((line) => line + separator).join('')}${missingThird ? separator : ''}`;
  return [...(format.aimId ? `]o1${text}` : text)].map((char) => char.charCodeAt(0) & 0x7f);
}

function checkByte(data: ArrayLike<number>, format: FramedMrzFormat): number {
  if (format.checksum.kind === 'none') return 0;
  const { kind, range, initial } = format.checksum;
  const parts = { prefix: format.prefix, stx: format.stx === null ? [] : [format.stx], data, suffix: format.suffix };
  let value = initial;
  for (const name of ['prefix', 'stx', 'data', 'suffix'] as const) {
    if (!range.includes(name)) continue;
    const part = parts[name];
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at] ?? 0;
      value = kind === 'sum8' ? (value + byte) & 0xff : value ^ byte;
    }
  }
  return value;
}

/** The judgement on the bytes in front; only definite ones, so that it does not depend on how the bytes were cut. */
export function framedJudge(format: FramedMrzFormat): Judge<FramedMrzMessage> {
  const start = head(format);
  const [opening] = start;
  if (format.suffix.length === 0) return linesByLength(format, start);
  const [first] = format.suffix;
  const before = format.checksum.kind !== 'none' && format.checksum.position === 'before-suffix' ? 1 : 0;
  const wrong = (bytes: Uint8Array): Front<FramedMrzMessage> => (opening === undefined ? SKIP : skipTo(bytes, opening));
  const most = start.length + MAX_TEXT_BYTES;
  return (bytes) => {
    if (wrongStart(bytes, start) >= 0) return wrong(bytes);
    for (let end = start.length; end <= most; end += 1) {
      const mark = bytes[end + before];
      if (mark === undefined) return NEED;
      const ending = mark === first ? endsAt(bytes, end, start, format) : null;
      if (ending?.kind === 'skip') return wrong(bytes);
      if (ending !== null) return ending;
      if (!isText(bytes[end] ?? 0)) return wrong(bytes);
    }
    return wrong(bytes);
  };
}

/** Whether the text ends before `end`: a frame, `need` when it cannot be told yet, null when it does not (validly) end here. */
function endsAt(
  bytes: Uint8Array,
  end: number,
  start: readonly number[],
  format: FramedMrzFormat,
): Front<FramedMrzMessage> | null {
  const { checksum, suffix } = format;
  const before = checksum.kind !== 'none' && checksum.position === 'before-suffix';
  const suffixAt = before ? end + 1 : end;
  for (let at = 0; at < suffix.length; at += 1) {
    const byte = bytes[suffixAt + at];
    if (byte === undefined) return NEED;
    if (byte !== suffix[at]) return null;
  }
  const checkAt = before ? end : suffixAt + suffix.length;
  const length = suffixAt + suffix.length + (checksum.kind !== 'none' && !before ? 1 : 0);
  if (bytes.length < length) return NEED;
  if (checksum.kind !== 'none' && bytes[checkAt] !== checkByte(bytes.subarray(start.length, end), format)) return null;
  return message(latin1(bytes, start.length, end), start, length, format);
}

function message(
  text: string,
  start: readonly number[],
  length: number,
  format: FramedMrzFormat,
): Front<FramedMrzMessage> {
  // A second opening mark inside means that the first belongs to a frame which was never finished.
  if (start.length > 1 && text.includes(String.fromCharCode(...start))) return SKIP;
  const lines = assembleLines(text, format);
  if (lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE_CHARS)) return SKIP;
  if (lines.length === 0) {
    return start.length === 0 ? SKIP : { kind: 'frame', length, message: { type: 'no-read' } };
  }
  return { kind: 'frame', length, message: mrzMessage(lines, format) };
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0d || byte === 0x0a;
}
