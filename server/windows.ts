import type { WindowIdentity } from '../core/booth.ts';
import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';
import { RateLimit } from './rate_limit.ts';
import { digestOf, newSecret, sameDigest } from './secret.ts';

/** Messages a window may send in the long run, each second. */
const MESSAGES_PER_SECOND = 50;
/** Messages it may send at once. */
const MESSAGES_AT_ONCE = 100;

/** A window that came in with a token. It outlives its socket, so that a reloaded page keeps it. */
export class OpenWindow {
  readonly identity: WindowIdentity;
  readonly cookieDigest: Buffer;
  /** Counted for the window, not the socket: reconnecting gains nothing. */
  readonly rate: RateLimit;
  #connections = 0;
  #connected = false;
  readonly #waiting = new Set<() => void>();

  constructor(identity: WindowIdentity, cookieDigest: Buffer, rate: RateLimit) {
    this.identity = identity;
    this.cookieDigest = cookieDigest;
    this.rate = rate;
  }

  /** True while its socket is open. */
  get connected(): boolean {
    return this.#connected;
  }

  /** Sockets it has had; the second and later are reloaded pages. */
  get connections(): number {
    return this.#connections;
  }

  connect(): void {
    this.#connected = true;
    this.#connections += 1;
  }

  disconnect(): void {
    this.#connected = false;
    for (const run of [...this.#waiting]) run();
  }

  /** Runs once: when the socket is gone, or after `limitMs`. */
  whenGone(limitMs: number, run: () => void): void {
    const once = (): void => {
      clearTimeout(timer);
      if (this.#waiting.delete(once)) run();
    };
    const timer = setTimeout(once, limitMs);
    this.#waiting.add(once);
  }
}

/** The windows that are in: at most one a role. */
export class Windows {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #byRole = new Map<WindowIdentity['role'], OpenWindow>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** True while a connected window holds this role. */
  isTaken(role: WindowIdentity['role']): boolean {
    return this.#byRole.get(role)?.connected ?? false;
  }

  /** Lets a window in; an earlier one of the role that is no longer connected loses its cookie. */
  admit(role: WindowIdentity['role'], origin: string): { readonly window: OpenWindow; readonly secret: string } {
    const secret = newSecret(this.#ids);
    const identity = { windowId: this.#ids.uuid(), role, origin };
    const rate = new RateLimit(this.#clock, MESSAGES_PER_SECOND, MESSAGES_AT_ONCE);
    const window = new OpenWindow(identity, digestOf(secret), rate);
    this.#byRole.set(role, window);
    return { window, secret };
  }

  /** The window that owns this cookie, or null. */
  find(secret: string | null): OpenWindow | null {
    if (secret === null) return null;
    const digest = digestOf(secret);
    let found: OpenWindow | null = null;
    for (const window of this.#byRole.values()) {
      if (sameDigest(window.cookieDigest, digest)) found = window;
    }
    return found;
  }
}
