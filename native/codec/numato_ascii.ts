import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { latin1 } from './latin1.ts';
import { partsOf } from './parts.ts';
import type { Protocol, WireDirection } from './protocol.ts';
import { type Front, streamDecoder } from './stream.ts';

/** A command as typed, without its CR: lower-case words, such as `relay read 0`. */
export interface NumatoCommand {
  readonly type: 'command';
  readonly text: string;
}

/** The echo of a command, what it gave (null where it gives nothing), and the prompt behind it. */
export interface NumatoAnswer {
  readonly type: 'answer';
  readonly echo: string;
  readonly value: string | null;
}

type Message = NumatoCommand | NumatoAnswer;

const CR = 0x0d;
const LF = 0x0a;
const PROMPT = 0x3e;
/** The longest command, `relay writeall` with 16 digits, has 31 characters. */
const MAX_CHARS = 64;

const bytesOf = (value: string): number[] => [...value].map((char) => char.charCodeAt(0));

type Judged = Front<Message> | { readonly kind: 'fault'; readonly fault: FrameErrorCode };

/** The end of the printable run that begins at `from`; a longer one than a command may be ends one past the limit. */
function runEnd(bytes: Uint8Array, from: number): number {
  const limit = Math.min(bytes.length, from + MAX_CHARS + 1);
  let at = from;
  for (let byte = bytes[at] ?? 0; at < limit; byte = bytes[at] ?? 0) {
    if (byte < 0x20 || byte >= 0x7f || byte === PROMPT) break;
    at += 1;
  }
  return at;
}

function judgeCommand(bytes: Uint8Array): Judged {
  const end = runEnd(bytes, 0);
  if (end > MAX_CHARS) return { kind: 'fault', fault: 'LENGTH_LIMIT' };
  if (end === bytes.length) return { kind: 'need' };
  if (end === 0 || bytes[end] !== CR) return { kind: 'fault', fault: 'PAYLOAD' };
  return { kind: 'frame', length: end + 1, message: { type: 'command', text: latin1(bytes, 0, end) } };
}

/** `echo LF CR [value LF CR] >`. */
function judgeAnswer(bytes: Uint8Array): Judged {
  // First all marks, then the texts between them: most beginnings are too short for both.
  let echoEnd = 0;
  let end = 0;
  let at = 0;
  for (let line = 0; line < 2 && bytes[at] !== PROMPT; line += 1) {
    end = runEnd(bytes, at);
    if (end - at > MAX_CHARS) return { kind: 'fault', fault: 'LENGTH_LIMIT' };
    if (end === bytes.length) return { kind: 'need' };
    if (end === at || bytes[end] !== LF) return { kind: 'fault', fault: 'PAYLOAD' };
    if (end + 1 === bytes.length) return { kind: 'need' };
    if (bytes[end + 1] !== CR) return { kind: 'fault', fault: 'FRAMING' };
    if (line === 0) echoEnd = end;
    at = end + 2;
    if (at === bytes.length) return { kind: 'need' };
  }
  if (echoEnd === 0) return { kind: 'fault', fault: 'PAYLOAD' };
  if (bytes[at] !== PROMPT) return { kind: 'fault', fault: 'FRAMING' };
  const echo = latin1(bytes, 0, echoEnd);
  const value = end === echoEnd ? null : latin1(bytes, echoEnd + 2, end);
  return { kind: 'frame', length: at + 1, message: { type: 'answer', echo, value } };
}

function judge(direction: WireDirection, bytes: Uint8Array): Judged {
  if (bytes.length === 0) return { kind: 'need' };
  return direction === 'host-to-device' ? judgeCommand(bytes) : judgeAnswer(bytes);
}

function decode(direction: WireDirection, bytes: Uint8Array): Result<Message, FrameErrorCode> {
  const judged = judge(direction, bytes);
  if (judged.kind === 'need') return err(bytes.length === 0 ? 'EMPTY' : 'TRUNCATED');
  if (judged.kind === 'fault') return err(judged.fault);
  if (judged.kind === 'skip') return err('FRAMING');
  return judged.length < bytes.length ? err('TRAILING_BYTES') : ok(judged.message);
}

/**
 * Numato Lab relay and GPIO modules (USB 2a19): commands in ASCII ended by CR. The set of commands is in the maker's manuals;
 * the form of the answer (echo, LF CR, value, LF CR, prompt) was never seen from a device here.
 */
export const numatoAsciiProtocol: Protocol<Message> = {
  name: 'numato-ascii',
  decode,
  encode: (_direction, message) => {
    if (message.type === 'command') return Uint8Array.of(...bytesOf(message.text), CR);
    const value = message.value === null ? [] : [...bytesOf(message.value), LF, CR];
    return Uint8Array.of(...bytesOf(message.echo), LF, CR, ...value, PROMPT);
  },
  stream: (direction) =>
    streamDecoder((bytes) => {
      const judged = judge(direction, bytes);
      return judged.kind === 'fault' ? { kind: 'skip' } : judged;
    }),
  mask: (message) => message,
  fields: (direction, frame) => {
    if (direction === 'host-to-device') {
      return partsOf([
        ['command', frame.length - 1],
        ['end', 1],
      ]);
    }
    const echo = frame.indexOf(LF);
    const value = Math.max(0, frame.length - echo - 5);
    return partsOf([
      ['command', echo],
      ['separator', 2],
      ['value', value],
      ['separator', value > 0 ? 2 : 0],
      ['end', 1],
    ]);
  },
  interByteMs: 200,
};
