import { z } from 'zod';
import { type Judge, NEED, skipTo } from './either.ts';
import { latin1, latin1Bytes } from './latin1.ts';
import type { FrameField } from './protocol.ts';
import { wrongStart } from './start_bytes.ts';
import type { Front } from './stream.ts';

const byte = z.int().min(0).max(255);

/** What a scanner was programmed to send around the text of a code. Factory setting of most on USB: nothing, then CR. */
export const scanFormat = z.strictObject({
  prefix: z.array(byte).max(16).default([]),
  suffix: z.array(byte).min(1).max(16).default([0x0d]),
});
export type ScanFormat = z.infer<typeof scanFormat>;

/** The text of one code; a character for each byte, 1 to 4096. */
export interface ScanMessage {
  readonly type: 'scan';
  readonly text: string;
}

/** No bar code in use on paper holds more (PDF417: 1850 characters, QR: 4296 letters and digits). */
const MAX_TEXT_BYTES = 4296;

const CR = 0x0d;
const LF = 0x0a;
const TAB = 0x09;
const GROUP_SEPARATOR = 0x1d;

/** Finds the text of a code between its prefix and its suffix. */
export function scanJudge({ prefix, suffix }: ScanFormat): Judge<ScanMessage> {
  const [last = CR] = suffix;
  const start = prefix.length;
  const breaksInside = last !== CR && last !== LF;

  /** Where the text ends: at the first byte which may be the suffix, or which no code holds. */
  const textEnd = (bytes: Uint8Array, from: number): number => {
    const most = Math.min(bytes.length, start + MAX_TEXT_BYTES + 1);
    let at = from;
    while (at < most && bytes[at] !== last && isText(bytes[at] ?? 0, breaksInside)) at += 1;
    return at;
  };
  /** Skips what cannot begin a code: with a prefix up to the next one, without one the text that broke off. */
  const away = (bytes: Uint8Array, brokenAt: number): Front<ScanMessage> =>
    prefix[0] === undefined ? { kind: 'skip', bytes: brokenAt + 1 } : skipTo(bytes, prefix[0]);

  return (bytes) => {
    const wrongAt = wrongStart(bytes, prefix);
    if (wrongAt >= 0) return away(bytes, wrongAt);
    let end = textEnd(bytes, start);
    let closed = closesAt(bytes, end, suffix);
    while (closed === false && bytes[end] === last && isText(last, breaksInside)) {
      end = textEnd(bytes, end + 1);
      closed = closesAt(bytes, end, suffix);
    }
    // Longer than any code: thrown away whole, or endless text would be looked through again for each of its bytes.
    if (end - start > MAX_TEXT_BYTES) return { kind: 'skip', bytes: end };
    if (closed === null) return NEED;
    if (!closed || end === start) return away(bytes, end);
    return { kind: 'frame', length: end + suffix.length, message: { type: 'scan', text: latin1(bytes, start, end) } };
  };
}

function isText(value: number, breaksInside: boolean): boolean {
  if (value === CR || value === LF) return breaksInside;
  return (value >= 0x20 && value !== 0x7f) || value === TAB || value === GROUP_SEPARATOR;
}

/** Whether the suffix stands here; null when too few bytes are there to tell. */
function closesAt(bytes: Uint8Array, from: number, suffix: readonly number[]): boolean | null {
  for (let at = 0; at < suffix.length; at += 1) {
    const value = bytes[from + at];
    if (value === undefined) return null;
    if (value !== suffix[at]) return false;
  }
  return true;
}

export function encodeScan(message: ScanMessage, { prefix, suffix }: ScanFormat): Uint8Array {
  return Uint8Array.from([...prefix, ...latin1Bytes(message.text), ...suffix]);
}

export function maskScan(message: ScanMessage): ScanMessage {
  return { ...message, text: 'X'.repeat(message.text.length) };
}

export function scanFields(frame: Uint8Array, { prefix, suffix }: ScanFormat): FrameField[] {
  const textEnd = frame.length - suffix.length;
  const all: FrameField[] = [
    { name: 'start', from: 0, to: prefix.length, open: true },
    { name: 'text', from: prefix.length, to: textEnd, open: false },
    { name: 'end', from: textEnd, to: frame.length, open: true },
  ];
  return all.filter(({ from, to }) => to > from);
}
