import { ORPCError } from '@orpc/server';
import type { DoorLog } from './door_log.ts';

/** Calls of one window that may be answered at the same time. */
const MAX_RUNNING = 32;
/** Streams of one window that may be open at the same time. */
const MAX_STREAMS = 8;

/** What one socket has under way. */
export interface SocketLoad {
  running: number;
  streams: number;
}

function isStream(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;
}

/** Only frames of the stack: an error's message may hold what a traveller's document says. */
function framesOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(' < ');
}

/** An error as the window may see it: the contract's own, or the one code INTERNAL. The rest goes to the log. */
export function publicError(error: unknown, path: string, log: DoorLog): ORPCError<string, unknown> {
  if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') return error;
  const cause = error instanceof ORPCError && error.cause !== undefined ? error.cause : error;
  log('call-failed', {
    path,
    error: cause instanceof Error ? cause.name : typeof cause,
    at: cause instanceof Error ? framesOf(cause) : '',
  });
  return new ORPCError('INTERNAL', { status: 500, message: 'INTERNAL' });
}

function tooMany(): ORPCError<string, unknown> {
  // No status of its own: oRPC takes an error for the declared one only when the status is the declared one too.
  return new ORPCError('TOO_MANY_CALLS', { defined: true, message: 'TOO_MANY_CALLS' });
}

/** The stream unchanged, but counted until it ends and without an inner error at its end. */
function countedStream(stream: AsyncIterator<unknown>, load: SocketLoad, path: string, log: DoorLog) {
  let open = true;
  load.streams += 1;
  const end = (): void => {
    if (open) load.streams -= 1;
    open = false;
  };
  return {
    async next(): Promise<IteratorResult<unknown>> {
      try {
        const result = await stream.next();
        if (result.done === true) end();
        return result;
      } catch (error) {
        end();
        throw publicError(error, path, log);
      }
    },
    async return(value?: unknown): Promise<IteratorResult<unknown>> {
      end();
      return (await stream.return?.(value)) ?? { done: true, value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/**
 * Runs one call within the limits of its socket.
 * @throws ORPCError only: what the contract declares, TOO_MANY_CALLS, or INTERNAL.
 */
export async function limitedCall(
  load: SocketLoad,
  path: string,
  log: DoorLog,
  call: () => Promise<unknown>,
): Promise<unknown> {
  if (load.running >= MAX_RUNNING) throw tooMany();
  load.running += 1;
  try {
    const output = await call();
    if (!isStream(output)) return output;
    if (load.streams >= MAX_STREAMS) {
      await output.return?.();
      throw tooMany();
    }
    return countedStream(output, load, path, log);
  } catch (error) {
    throw publicError(error, path, log);
  } finally {
    load.running -= 1;
  }
}
