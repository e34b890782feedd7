import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Booth, WindowIdentity } from '../core/booth.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';
import type { DoorLog } from './door_log.ts';
import { MAX_MESSAGE_BYTES } from './frame.ts';
import {
  cookieOf,
  type DoorAddress,
  type DoorName,
  doorAddress,
  judgeRequest,
  judgeUpgrade,
  OPEN_PATH,
  pathOf,
  type Refusal,
  type RefusalCode,
  type RequestFacts,
  setCookie,
  tokenOf,
} from './guard.ts';
import { securityHeaders } from './headers.ts';
import { OneTimeTokens } from './one_time_tokens.ts';
import { judgePeer } from './peer_user.ts';
import { RateLimit } from './rate_limit.ts';
import { serveCalls } from './rpc.ts';
import { fileFor, type PageFile, type StaticPage } from './static_page.ts';
import { type OpenWindow, Windows } from './windows.ts';

/** What a guarded door needs. `pageDirectory` holds the built page; `port` 0 or absent = any free one. */
export interface DoorOptions {
  readonly booth: Booth;
  readonly pageDirectory: string;
  readonly port?: number;
  /** Absent = 127.0.0.1. */
  readonly name?: DoorName;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: DoorLog;
}

function factsOf(request: IncomingMessage): RequestFacts {
  return { method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders };
}

/** How long the socket of a reloaded page waits for the end of the old one, in ms. */
const RELOAD_OVERLAP_MS = 1_000;

/** Applies the guards to what arrives, in order: the peer's user, names, token or cookie, one window a role. */
export class GuardedDoor {
  readonly #options: DoorOptions;
  readonly #page: StaticPage;
  readonly #tokens: OneTimeTokens<WindowIdentity['role']>;
  readonly #windows: Windows;
  readonly #refusalsToJournal: RateLimit;
  readonly #sockets: WebSocketServer;
  readonly #serve: ReturnType<typeof serveCalls>;
  #address: DoorAddress = doorAddress(0);
  #headers: Readonly<Record<string, string>> = {};
  #port = 0;

  constructor(options: DoorOptions, page: StaticPage) {
    this.#options = options;
    this.#page = page;
    this.#tokens = new OneTimeTokens(options.clock, options.ids);
    this.#windows = new Windows(options.clock, options.ids);
    // An attacker must not be able to fill the journal: ten at once, then one in six seconds.
    this.#refusalsToJournal = new RateLimit(options.clock, 1 / 6, 10);
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: MAX_MESSAGE_BYTES,
      perMessageDeflate: false,
      clientTracking: true,
    });
    this.#serve = serveCalls(options.booth, options.log, (code) => this.#note(code));
  }

  listensOn(port: number): void {
    this.#port = port;
    this.#address = doorAddress(port, this.#options.name);
    this.#headers = securityHeaders(this.#address);
  }

  oneTimeUrl(role: WindowIdentity['role']): string {
    return `${this.#address.origin}${OPEN_PATH}?token=${this.#tokens.issue(role)}`;
  }

  /** First of all guards, before a byte is read. */
  accept(socket: Socket): void {
    const { localPort, remotePort } = socket;
    const known = localPort !== undefined && remotePort !== undefined;
    if (known && judgePeer({ localPort, remotePort }) !== 'FOREIGN') return;
    this.#note('PEER_FOREIGN');
    socket.destroy();
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    this.#answer(request, response).catch((error: unknown) => {
      this.#options.log('request-failed', { error: error instanceof Error ? error.name : typeof error });
      if (!response.headersSent) response.writeHead(500, this.#headers);
      response.end();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const facts = factsOf(request);
    const refusal = judgeRequest(this.#address, facts);
    if (refusal !== null) return this.#refuse(response, refusal);
    if (pathOf(facts.target) === OPEN_PATH) return this.#open(facts, response);
    const window = this.#windows.find(cookieOf(this.#port, facts.rawHeaders));
    if (window === null) return this.#refuse(response, { status: 401, code: 'COOKIE_INVALID' });
    const file = fileFor(this.#page, window.identity.role, facts.target);
    if (file === undefined) return this.#refuse(response, { status: 404, code: 'NOT_FOUND' });
    await this.#send(file, facts.method, response);
  }

  /** Turns a one-time token into a cookie. A token that came too late for a taken role is used up all the same. */
  async #open(facts: RequestFacts, response: ServerResponse): Promise<void> {
    const asked = tokenOf(facts);
    if ('status' in asked) return this.#refuse(response, asked);
    const role = this.#tokens.redeem(asked.token);
    if (role === null) return this.#refuse(response, { status: 403, code: 'TOKEN_INVALID' });
    if (this.#windows.isTaken(role)) return this.#refuse(response, { status: 409, code: 'WINDOW_TAKEN' });
    const { window, secret } = this.#windows.admit(role, this.#address.origin);
    await this.#options.booth.windowOpened(window.identity);
    response.writeHead(303, {
      ...this.#headers,
      'Cache-Control': 'no-store',
      'Set-Cookie': setCookie(this.#port, secret),
      Location: '/',
    });
    response.end();
  }

  async #send(file: PageFile, method: string, response: ServerResponse): Promise<void> {
    const content = await file.read();
    response.writeHead(200, {
      ...this.#headers,
      'Content-Type': file.contentType,
      'Content-Length': content.byteLength,
      'Cache-Control': file.cacheControl,
    });
    response.end(method === 'HEAD' ? undefined : content);
  }

  #refuse(response: ServerResponse, refusal: Refusal): void {
    this.#note(refusal.code);
    response.writeHead(refusal.status, {
      ...this.#headers,
      'Cache-Control': 'no-store',
      'Content-Type': 'text/plain; charset=utf-8',
      Connection: 'close',
    });
    response.end(`${refusal.code}\n`);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const judged = this.#judgeUpgrade(factsOf(request));
    if ('status' in judged) this.#refuseUpgrade(socket, judged);
    else if (!judged.connected) this.#connect(judged, request, socket, head);
    else judged.whenGone(RELOAD_OVERLAP_MS, () => this.#upgradeAgain(request, socket, head));
  }

  /** A reloaded page can be quicker than the end of its old socket, so its own window was waited for a little. */
  #upgradeAgain(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const judged = this.#judgeUpgrade(factsOf(request));
    if ('status' in judged) this.#refuseUpgrade(socket, judged);
    else if (judged.connected) this.#refuseUpgrade(socket, { status: 409, code: 'WINDOW_TAKEN' });
    else if (!socket.destroyed) this.#connect(judged, request, socket, head);
  }

  #refuseUpgrade(socket: Duplex, refusal: Refusal): void {
    this.#note(refusal.code);
    socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  #connect(window: OpenWindow, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Held from here on, so that two upgrades under way cannot both come in.
    window.connect();
    this.#greetReturned(window);
    socket.once('close', () => {
      this.#options.booth.windowClosed(window.identity.windowId);
      window.disconnect();
    });
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Without a listener an oversized or malformed frame would be an uncaught error; ws closes the socket by itself.
      webSocket.on('error', () => this.#note('MESSAGE_MALFORMED'));
      this.#serve(webSocket, window);
    });
  }

  /** A reloaded page comes back with its cookie and no token: the booth is told, so that its officer stays signed in. */
  #greetReturned(window: OpenWindow): void {
    if (window.connections < 2) return;
    this.#options.booth.windowOpened(window.identity).catch((error: unknown) => {
      this.#options.log('window-failed', { error: error instanceof Error ? error.name : typeof error });
    });
  }

  #judgeUpgrade(facts: RequestFacts): OpenWindow | Refusal {
    const refusal = judgeUpgrade(this.#address, facts);
    if (refusal !== null) return refusal;
    const window = this.#windows.find(cookieOf(this.#port, facts.rawHeaders));
    return window ?? { status: 401, code: 'COOKIE_INVALID' };
  }

  /** Says in the journal that someone was turned away; a file that is not there is nobody's attack. */
  #note(code: RefusalCode): void {
    if (code === 'NOT_FOUND') return;
    this.#options.log('refused', { code });
    if (this.#refusalsToJournal.take()) this.#options.booth.windowRefused(code);
  }

  closeSockets(): void {
    for (const socket of this.#sockets.clients) {
      socket.close(1001);
      setTimeout(() => socket.terminate(), 500).unref();
    }
  }
}
