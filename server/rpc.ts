import { RPCHandler } from '@orpc/server/ws';
import type { RawData, WebSocket } from 'ws';
import type { Booth, CallContext } from '../core/booth.ts';
import { limitedCall, type SocketLoad } from './call_limits.ts';
import type { DoorLog } from './door_log.ts';
import { readFrame, tooManyCallsFrame } from './frame.ts';
import type { RefusalCode } from './guard.ts';
import type { OpenWindow } from './windows.ts';

/** Calls over the limit that are answered with TOO_MANY_CALLS before the socket is closed. */
const STRIKES = 100;
/** A window that lets this many bytes wait for it no longer reads. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/** Close codes of RFC 6455 7.4.1. */
const UNSUPPORTED_DATA = 1003;
const INVALID_PAYLOAD = 1007;
const POLICY_VIOLATION = 1008;

/** The context of a call: who calls, as the contract's handlers see it, and the load of the socket it came by. */
interface SocketContext extends CallContext {
  readonly load: SocketLoad;
}

type MessageListener = (event: { readonly data: string }) => void;

/** Connects a window's socket to the booth's router. */
export type ServeSocket = (socket: WebSocket, window: OpenWindow) => void;

/** What becomes of a message. */
type Verdict =
  | { readonly act: 'PASS' }
  | { readonly act: 'ANSWER'; readonly frame: string }
  | { readonly act: 'SHUT'; readonly closeCode: number; readonly code: RefusalCode };

/** Judges the messages of one socket: form first, then how many. */
class MessageGuard {
  readonly #window: OpenWindow;
  #strikes = 0;

  constructor(window: OpenWindow) {
    this.#window = window;
  }

  judge(text: string, isBinary: boolean): Verdict {
    if (isBinary) return { act: 'SHUT', closeCode: UNSUPPORTED_DATA, code: 'MESSAGE_MALFORMED' };
    const frame = readFrame(text);
    if (!frame.ok) return { act: 'SHUT', closeCode: INVALID_PAYLOAD, code: frame.error };
    if (this.#window.rate.take()) return { act: 'PASS' };
    this.#strikes += 1;
    if (this.#strikes > STRIKES) return { act: 'SHUT', closeCode: POLICY_VIOLATION, code: 'TOO_MANY_MESSAGES' };
    // The end of a call frees something, so it is let through; it counts as a strike all the same.
    return frame.value.kind === 'CALL' ? { act: 'ANSWER', frame: tooManyCallsFrame(frame.value.id) } : { act: 'PASS' };
  }
}

function sendTo(socket: WebSocket, data: string | Uint8Array): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate();
  else socket.send(data);
}

/**
 * Makes the function that serves sockets. oRPC never sees a socket itself: it is handed well-formed calls within the
 * limits, because its own parser writes what it cannot read to the console.
 */
export function serveCalls(booth: Booth, log: DoorLog, refused: (code: RefusalCode) => void): ServeSocket {
  const handler = new RPCHandler<SocketContext>(booth.router, {
    clientInterceptors: [
      ({ context, path, next }) => limitedCall(context.load, path.join('.'), log, () => Promise.resolve(next())),
    ],
  });

  return (socket, window) => {
    const guard = new MessageGuard(window);
    const listeners: MessageListener[] = [];

    socket.on('message', (data: RawData, isBinary: boolean) => {
      if (socket.readyState !== socket.OPEN) return;
      const text = isBinary ? '' : data.toString();
      const verdict = guard.judge(text, isBinary);
      if (verdict.act === 'PASS') for (const listener of listeners) listener({ data: text });
      else if (verdict.act === 'ANSWER') sendTo(socket, verdict.frame);
      else {
        refused(verdict.code);
        socket.close(verdict.closeCode, verdict.code);
        // A peer that ignores the closing handshake loses the connection anyway.
        setTimeout(() => socket.terminate(), 1000).unref();
      }
    });

    const facade = {
      send: (data: string | Uint8Array) => sendTo(socket, data),
      addEventListener(type: string, listener: (event: never) => void): void {
        if (type === 'message') listeners.push(listener as MessageListener);
        else if (type === 'close') socket.on('close', listener as () => void);
      },
    };
    const context: SocketContext = { window: window.identity, load: { running: 0, streams: 0 } };
    handler.upgrade(facade as Pick<WebSocket, 'addEventListener' | 'send'>, { context }).catch((error: unknown) => {
      log('socket-failed', { error: error instanceof Error ? error.name : typeof error });
      socket.terminate();
    });
  };
}
