import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { type FramedMrzFormat, type FramedMrzMessage, MAX_TEXT_BYTES } from './framed_mrz_format.ts';
import { assembleLines } from './mrz_lines.ts';
import { type Front, type StreamDecoder, streamDecoder } from './stream.ts';

const SEPARATOR = { CR: '\r', LF: '\n', CRLF: '\r\n' } as const;
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

/** Reads bytes that must be exactly one frame. */
export function decodeFramed(bytes: Uint8Array, format: FramedMrzFormat): Result<FramedMrzMessage, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  const found = front(bytes, format);
  if (found.kind === 'need') return err('TRUNCATED');
  if (found.kind === 'skip') return err('FRAMING');
  return found.length < bytes.length ? err('TRAILING_BYTES') : ok(found.message);
}

/** Cuts what the reader says into frames. */
export function framedStream(format: FramedMrzFormat): StreamDecoder<FramedMrzMessage> {
  return streamDecoder((bytes) => front(bytes, format));
}

function head(format: FramedMrzFormat): number[] {
  return format.stx === null ? format.prefix : [...format.prefix, format.stx];
}

function textBytes(lines: readonly string[], format: FramedMrzFormat): number[] {
  const separator = SEPARATOR[format.lineSep];
  const missingThird = format.thirdLineCr === 'always' && lines.length > 0 && lines.length < MAX_LINES;
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
    for (const byte of Array.from(parts[name])) value = kind === 'sum8' ? (value + byte) & 0xff : value ^ byte;
  }
  return value;
}

/** The judgement on the bytes in front; only definite ones, so that it does not depend on how the bytes were cut. */
function front(bytes: Uint8Array, format: FramedMrzFormat): Front<FramedMrzMessage> {
  const start = head(format);
  for (const [at, mark] of start.entries()) {
    if (at >= bytes.length) return { kind: 'need' };
    if (bytes[at] !== mark) return { kind: 'skip' };
  }
  for (let end = start.length; end - start.length <= MAX_TEXT_BYTES; end += 1) {
    const ending = endsAt(bytes, end, start, format);
    if (ending !== null) return ending;
    const byte = bytes[end];
    if (byte === undefined) return { kind: 'need' };
    if (!isText(byte)) return { kind: 'skip' };
  }
  return { kind: 'skip' };
}

/** Whether the text ends before `end`: a frame, `need` when it cannot be told yet, null when it does not (validly) end here. */
function endsAt(
  bytes: Uint8Array,
  end: number,
  start: readonly number[],
  format: FramedMrzFormat,
): Front<FramedMrzMessage> | null {
  const check = format.checksum;
  const before = check.kind !== 'none' && check.position === 'before-suffix';
  const suffixAt = before ? end + 1 : end;
  for (const [at, mark] of format.suffix.entries()) {
    const byte = bytes[suffixAt + at];
    if (byte === undefined) return { kind: 'need' };
    if (byte !== mark) return null;
  }
  const checkAt = before ? end : suffixAt + format.suffix.length;
  const length = suffixAt + format.suffix.length + (check.kind !== 'none' && !before ? 1 : 0);
  if (bytes.length < length) return { kind: 'need' };
  const data = bytes.subarray(start.length, end);
  if (check.kind !== 'none' && bytes[checkAt] !== checkByte(data, format)) return null;
  return message(data, start, length, format);
}

function message(
  data: Uint8Array,
  start: readonly number[],
  length: number,
  format: FramedMrzFormat,
): Front<FramedMrzMessage> {
  const text = String.fromCharCode(...data);
  // A second opening mark inside means that the first belongs to a frame which was never finished.
  const opening = String.fromCharCode(...start);
  if (start.length > 1 && text.includes(opening)) return { kind: 'skip' };
  const lines = assembleLines(text, format);
  if (lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE_CHARS)) return { kind: 'skip' };
  if (lines.length === 0) {
    return start.length === 0 ? { kind: 'skip' } : { kind: 'frame', length, message: { type: 'no-read' } };
  }
  const marker = format.charErrorMarker;
  const unreadable = marker === null ? 0 : lines.join('').split(marker).length - 1;
  return { kind: 'frame', length, message: { type: 'mrz', lines, unreadable } };
}

function isText(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0d || byte === 0x0a;
}
