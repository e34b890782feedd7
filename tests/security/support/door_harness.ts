import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { implement } from '@orpc/server';
import WebSocket from 'ws';
import { contract } from '../../../contract/index.ts';
import type { Booth, CallContext, WindowIdentity } from '../../../core/booth.ts';
import { type Door, openDoor } from '../../../server/server.ts';

/** A clock that stands still until it is told to go on, so that limits are counted and not timed. */
export class StandingClock {
  #now = 1_000_000;
  now(): number {
    return this.#now;
  }
  monotonic(): number {
    return this.#now;
  }
  after(): () => void {
    return () => undefined;
  }
  advance(ms: number): void {
    this.#now += ms;
  }
}

/** What the booth behind the door was told. */
export interface BoothDiary {
  readonly opened: WindowIdentity[];
  readonly closed: string[];
  readonly refused: string[];
  readonly callers: WindowIdentity[];
  readonly log: string[];
  openStreams: number;
}

/** A stand-in for personal data: it must never be seen in an answer or in the log. */
export const SECRET_TEXT = 'NGUYEN<<VAN<INVENTED';

function fakeBooth(diary: BoothDiary): Booth {
  const os = implement(contract).$context<CallContext>();
  const router = {
    session: {
      signOut: os.session.signOut.handler(({ context }) => {
        diary.callers.push(context.window);
        return { signedOut: true };
      }),
      watch: os.session.watch.handler(async function* ({ signal }) {
        diary.openStreams += 1;
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
        diary.openStreams -= 1;
      }),
    },
    audit: {
      verify: os.audit.verify.handler(() => {
        throw new Error(`cannot read the record of ${SECRET_TEXT}`);
      }),
    },
  };
  return {
    doorName: '127.0.0.1',
    router: router as unknown as Booth['router'],
    windowOpened: async (window) => {
      diary.opened.push(window);
    },
    windowRefused: (reason) => {
      diary.refused.push(reason);
    },
    windowClosed: (windowId) => {
      diary.closed.push(windowId);
    },
    stop: async () => undefined,
  };
}

/** A real door on a real port, before a stand-in booth. */
export interface Harness {
  readonly door: Door;
  readonly clock: StandingClock;
  readonly diary: BoothDiary;
  readonly host: string;
  readonly origin: string;
  stop(): Promise<void>;
}

export async function openHarness(name: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<Harness> {
  const root = mkdtempSync(join(tmpdir(), 'booth-door-'));
  const pageDirectory = join(root, 'page');
  mkdirSync(join(pageDirectory, 'assets'), { recursive: true });
  writeFileSync(join(pageDirectory, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(pageDirectory, 'assets', 'main-AbCd1234.js'), 'export {};');
  writeFileSync(
    join(pageDirectory, 'window.html'),
    '<!doctype html><script type="module" src="/assets/ws-AbCd1234.js"></script>',
  );
  writeFileSync(
    join(pageDirectory, 'assets', 'ws-AbCd1234.js'),
    `const socket = new WebSocket('ws://' + location.host + '/rpc');
     socket.onopen = () => { document.title = 'open'; };
     socket.onclose = () => { document.title = 'closed'; };`,
  );
  writeFileSync(join(root, 'outside.txt'), SECRET_TEXT);
  const diary: BoothDiary = { opened: [], closed: [], refused: [], callers: [], log: [], openStreams: 0 };
  const clock = new StandingClock();
  const opened = await openDoor({
    booth: fakeBooth(diary),
    pageDirectory,
    name,
    clock,
    ids: { uuid: () => randomUUID(), bytes: (length) => randomBytes(length) },
    log: (event, facts) => diary.log.push(JSON.stringify({ event, ...facts })),
  });
  if (!opened.ok) throw new Error(opened.error.detail);
  const door = opened.value;
  return {
    door,
    clock,
    diary,
    host: `${name}:${door.port}`,
    origin: `http://${name}:${door.port}`,
    stop: async () => {
      await door.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  header(name: string): string | null;
}

/** Sends bytes as they are and reads until the other side closes; status 0 = closed without an answer. */
export function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write(bytes));
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () =>
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
        text,
        header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(text)?.[1]?.trim() ?? null,
      }),
    );
  });
}

/** A request with exactly these header lines. */
export function request(port: number, target: string, headers: readonly string[], method = 'GET'): Promise<RawAnswer> {
  return sendRaw(port, [`${method} ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n'));
}

/** Opens a one-time URL as a browser would; the value of the `Cookie` header it earns. */
export async function enter(harness: Harness): Promise<string> {
  const url = new URL(harness.door.oneTimeUrl('officer'));
  const answer = await request(harness.door.port, `${url.pathname}${url.search}`, [`Host: ${harness.host}`]);
  const cookie = answer.header('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`not let in: ${answer.status}`);
  return cookie;
}

/** Header lines of a WebSocket upgrade, the given ones added. */
export function upgradeLines(headers: readonly string[]): string[] {
  return [
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...headers,
  ];
}

/** Tries to upgrade with exactly these headers; the answer to a refused upgrade. */
export function tryUpgrade(port: number, headers: readonly string[], target = '/rpc'): Promise<RawAnswer> {
  return sendRaw(port, [`GET ${target} HTTP/1.1`, ...upgradeLines(headers), '', ''].join('\r\n'));
}

/** The window's own socket, open. */
export async function connectWindow(harness: Harness, cookie: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://${harness.host}/rpc`, { headers: { Cookie: cookie, Origin: harness.origin } });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return socket;
}

/** How the door closed this socket. */
export function closing(socket: WebSocket): Promise<{ readonly code: number; readonly reason: string }> {
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
}

/** The next frame with this id. */
export function answerTo(socket: WebSocket, id: string): Promise<{ s?: number; b?: { json?: { code?: string } } }> {
  return new Promise((resolve) => {
    const onMessage = (data: WebSocket.RawData): void => {
      const frame = JSON.parse(data.toString());
      if (frame.i !== id) return;
      socket.off('message', onMessage);
      resolve(frame.p);
    };
    socket.on('message', onMessage);
  });
}
