import { err, ok, type Result } from '../core/domain/result.ts';

/**
 * What a window may put on the wire: a call or the end of a call, in oRPC's peer format. Uploads, client streams and
 * foreign headers exist in that format but not in our contract, so a frame with one of them never reaches the parser.
 */

/** Largest message of a window, in bytes. */
export const MAX_MESSAGE_BYTES = 64 * 1024;

const REQUEST = 1;
const ABORT = 4;

/** A frame that is well formed. */
export interface Frame {
  readonly id: string;
  readonly kind: 'CALL' | 'ABORT';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isCall(payload: unknown): boolean {
  if (!isRecord(payload)) return false;
  const knownKeys = Object.keys(payload).every((key) => key === 'u' || key === 'b' || key === 'h');
  const headers = payload.h;
  const knownHeaders =
    headers === undefined || (isRecord(headers) && Object.keys(headers).every((name) => name === 'last-event-id'));
  return (
    knownKeys &&
    knownHeaders &&
    typeof payload.u === 'string' &&
    /^(?:\/[A-Za-z][A-Za-z0-9]{0,63}){1,8}$/.test(payload.u)
  );
}

/** Checks the outer form of a message; what a call carries is checked by the contract. */
export function readFrame(text: string): Result<Frame, 'MESSAGE_MALFORMED'> {
  const message = parse(text);
  if (!isRecord(message)) return err('MESSAGE_MALFORMED');
  const { i: id, t: type, p: payload } = message;
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) return err('MESSAGE_MALFORMED');
  if (type === ABORT) return ok({ id, kind: 'ABORT' });
  if ((type === undefined || type === REQUEST) && isCall(payload)) return ok({ id, kind: 'CALL' });
  return err('MESSAGE_MALFORMED');
}

/** The answer to a call that came too often, as the contract's own error TOO_MANY_CALLS, whose declared status is oRPC's default. */
export function tooManyCallsFrame(id: string): string {
  const error = { defined: true, code: 'TOO_MANY_CALLS', status: 500, message: 'TOO_MANY_CALLS' };
  return JSON.stringify({ i: id, p: { s: 500, b: { json: error, meta: [] } } });
}
