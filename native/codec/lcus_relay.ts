import { err, ok, type Result } from '../../core/domain/result.ts';
import type { FrameErrorCode } from './frame_error.ts';
import { partsOf } from './parts.ts';
import type { Protocol } from './protocol.ts';
import { type Front, silentStream, streamDecoder } from './stream.ts';

/** What the host may tell an LCUS relay board. */
export type LcusCommand =
  | { readonly type: 'switch'; readonly relay: number; readonly on: boolean }
  | { readonly type: 'query' };

const START = 0xa0;
const QUERY = 0xff;
const FRAME_BYTES = 4;

/** The sum of the first three bytes, low byte. */
function sum(bytes: Uint8Array): number {
  return ((bytes[0] ?? 0) + (bytes[1] ?? 0) + (bytes[2] ?? 0)) & 0xff;
}

function front(bytes: Uint8Array): Front<LcusCommand> {
  const start = bytes[0];
  const relay = bytes[1];
  const state = bytes[2];
  const check = bytes[3];
  if (start === undefined) return { kind: 'need' };
  if (start === QUERY) return { kind: 'frame', length: 1, message: { type: 'query' } };
  if (start !== START) return { kind: 'skip' };
  if (state !== undefined && state > 1) return { kind: 'skip' };
  if (relay === undefined || state === undefined || check === undefined) return { kind: 'need' };
  if (check !== sum(bytes)) return { kind: 'skip' };
  return { kind: 'frame', length: FRAME_BYTES, message: { type: 'switch', relay, on: state === 1 } };
}

function decode(bytes: Uint8Array): Result<LcusCommand, FrameErrorCode> {
  if (bytes.length === 0) return err('EMPTY');
  const judged = front(bytes);
  if (judged.kind === 'need') return err('TRUNCATED');
  if (judged.kind === 'frame') return bytes.length > judged.length ? err('TRAILING_BYTES') : ok(judged.message);
  if (bytes[0] !== START) return err('FRAMING');
  return err((bytes[2] ?? 0) > 1 ? 'PAYLOAD' : 'CHECKSUM');
}

/**
 * LCUS relay boards, on a serial line or as HID 5131:2007: `A0 relay 0/1 sum`, and `FF` asks for the state. The form of the
 * answer is not public, so only what the host says is read. Source: the public tool usbrelay.
 */
export const lcusRelayProtocol: Protocol<LcusCommand> = {
  name: 'lcus-relay',
  decode: (direction, bytes) => (direction === 'host-to-device' ? decode(bytes) : err('ONE_WAY')),
  encode: (_direction, message) => {
    if (message.type === 'query') return Uint8Array.of(QUERY);
    const frame = Uint8Array.of(START, message.relay, message.on ? 1 : 0, 0);
    frame[3] = sum(frame);
    return frame;
  },
  stream: (direction) => (direction === 'host-to-device' ? streamDecoder(front) : silentStream()),
  mask: (message) => message,
  fields: (_direction, frame) =>
    frame.length === 1
      ? partsOf([['command', 1]])
      : partsOf([
          ['start', 1],
          ['address', 1],
          ['value', 1],
          ['checksum', 1],
        ]),
  interByteMs: 200,
};
