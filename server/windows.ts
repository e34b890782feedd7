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
export interface OpenWindow {
  readonly identity: WindowIdentity;
  readonly cookieDigest: Buffer;
  /** Counted for the window, not the socket: reconnecting gains nothing. */
  readonly rate: RateLimit;
  connected: boolean;
  /** It was connected before, so a new socket is a reloaded page. */
  hadSocket: boolean;
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
  admit(role: WindowIdentity['role']): { readonly window: OpenWindow; readonly secret: string } {
    const secret = newSecret(this.#ids);
    const window: OpenWindow = {
      identity: { windowId: this.#ids.uuid(), role },
      cookieDigest: digestOf(secret),
      rate: new RateLimit(this.#clock, MESSAGES_PER_SECOND, MESSAGES_AT_ONCE),
      connected: false,
      hadSocket: false,
    };
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
