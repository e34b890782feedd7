import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { partsOf } from './parts.ts';
import type { Protocol, WireDirection } from './protocol.ts';
import { type Front, streamDecoder } from './stream.ts';

/** A way through the turnstile: the two directions, both, or controlled passage. */
const WAYS = { 72: 'first', 65: 'second', 68: 'both', 67: 'controlled' } as const;
type Way = (typeof WAYS)[keyof typeof WAYS];
const ALWAYS_FREE = 0x4c;
const PROGRAM = 0x53;
const ANSWERS = { 6: 'accepted', 21: 'refused', 26: 'passed-first', 27: 'passed-second' } as const;
type Answer = (typeof ANSWERS)[keyof typeof ANSWERS];

/** What the host may say. The manual names 48h once as left to right and once the other way: try it out at set-up. */
export type DigiconCommand =
  | { readonly type: 'release'; readonly way: Way }
  | { readonly type: 'always-free'; readonly way: Way }
  | { readonly type: 'program-direction'; readonly way: Way };

/** What the turnstile may say. */
export interface DigiconAnswer {
  readonly type: Answer;
}

type Message = DigiconCommand | DigiconAnswer;

const START = 0x02;
/** Start and two bytes of size. */
const HEAD_BYTES = 3;
/** No command has more than two bytes; with the check that makes a size of three. */
const MAX_SIZE = 3;

/** What a frame of this length says. */
function message(direction: WireDirection, frame: Uint8Array, length: number): Message | null {
  const first = frame[HEAD_BYTES] ?? 0;
  const second = length > HEAD_BYTES + 2 ? frame[HEAD_BYTES + 1] : undefined;
  if (direction === 'device-to-host') {
    const type = ANSWERS[first as keyof typeof ANSWERS];
    return type === undefined || second !== undefined ? null : { type };
  }
  const way = WAYS[(second ?? first) as keyof typeof WAYS];
  if (way === undefined) return null;
  if (second === undefined) return { type: 'release', way };
  if (first === ALWAYS_FREE) return { type: 'always-free', way };
  return first === PROGRAM ? { type: 'program-direction', way } : null;
}

/** Exclusive or of all bytes in front of the check. */
function blockCheck(bytes: Uint8Array, end: number): number {
  let check = 0;
  for (let at = 0; at < end; at += 1) check ^= bytes[at] ?? 0;
  return check;
}

type Fault = Extract<FrameErrorCode, 'FRAMING' | 'LENGTH_LIMIT' | 'UNKNOWN_COMMAND' | 'CHECKSUM'>;
type Judged = Front<Message> | { readonly kind: 'fault'; readonly fault: Fault };

function judge(direction: WireDirection, bytes: Uint8Array): Judged {
  const start = bytes[0];
  const low = bytes[1];
  const high = bytes[2];
  if (start === undefined) return { kind: 'need' };
  if (start !== START) return { kind: 'fault', fault: 'FRAMING' };
  if (low !== undefined && (low < 2 || low > MAX_SIZE)) return { kind: 'fault', fault: 'LENGTH_LIMIT' };
  if (high !== undefined && high !== 0) return { kind: 'fault', fault: 'LENGTH_LIMIT' };
  const length = HEAD_BYTES + (low ?? 0);
  if (high === undefined || bytes.length < length) return { kind: 'need' };
  if (bytes[length - 1] !== blockCheck(bytes, length - 1)) return { kind: 'fault', fault: 'CHECKSUM' };
  const said = message(direction, bytes, length);
  return said === null ? { kind: 'fault', fault: 'UNKNOWN_COMMAND' } : { kind: 'frame', length, message: said };
}

function front(direction: WireDirection, bytes: Uint8Array): Front<Message> {
  const start = bytes.indexOf(START);
  if (start !== 0)
    return bytes.length === 0 ? { kind: 'need' } : { kind: 'skip', bytes: start < 0 ? bytes.length : start };
  const judged = judge(direction, bytes);
  return judged.kind === 'fault' ? { kind: 'skip' } : judged;
}

function decode(direction: WireDirection, bytes: Uint8Array): Result<Message, FrameErrorCode> {
  const judged = judge(direction, bytes);
  if (judged.kind === 'need') return err(bytes.length === 0 ? 'EMPTY' : 'TRUNCATED');
  if (judged.kind === 'fault') return err(judged.fault);
  if (judged.kind === 'skip') return err('FRAMING');
  return judged.length < bytes.length ? err('TRAILING_BYTES') : ok(judged.message);
}

function bodyOf(said: Message): number[] {
  if (!('way' in said)) return [numberOf(ANSWERS, said.type)];
  const way = numberOf(WAYS, said.way);
  if (said.type === 'release') return [way];
  return [said.type === 'always-free' ? ALWAYS_FREE : PROGRAM, way];
}

function numberOf(names: Readonly<Record<number, string>>, name: string): number {
  return Number(Object.keys(names).find((key) => names[Number(key)] === name));
}

/** Digicon Tx1500 turnstile (manual p. 31), 115200 baud: `02, size (2 bytes, low first), command, check`; size counts the check. */
export const digiconTurnstileProtocol: Protocol<Message> = {
  name: 'digicon-turnstile',
  decode,
  encode: (_direction, said) => {
    const body = bodyOf(said);
    const frame = Uint8Array.of(START, body.length + 1, 0, ...body, 0);
    frame[frame.length - 1] = blockCheck(frame, frame.length - 1);
    return frame;
  },
  stream: (direction) => streamDecoder((bytes) => front(direction, bytes)),
  mask: (said) => said,
  fields: (_direction, frame) =>
    partsOf([
      ['start', 1],
      ['length', 2],
      ['command', frame.length - HEAD_BYTES - 1],
      ['checksum', 1],
    ]),
  interByteMs: 200,
};
