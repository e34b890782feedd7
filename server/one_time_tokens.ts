import type { Clock } from '../core/ports/clock.ts';
import type { Ids } from '../core/ports/ids.ts';
import { digestOf, newSecret, sameDigest } from './secret.ts';

/** How long a one-time URL may be opened, in milliseconds. */
export const TOKEN_LIFETIME_MS = 60_000;
/** How many may wait to be opened at once; the oldest gives way. */
const MAX_WAITING = 8;

interface Waiting<T> {
  readonly digest: Buffer;
  readonly validUntil: number;
  readonly grants: T;
}

/** Tokens that open the door once each. Only digests are kept, and all of them are compared each time. */
export class OneTimeTokens<T> {
  readonly #clock: Clock;
  readonly #ids: Ids;
  #waiting: Waiting<T>[] = [];

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** A new token that grants `grants` to whoever brings it first within {@link TOKEN_LIFETIME_MS}. */
  issue(grants: T): string {
    const token = newSecret(this.#ids);
    const validUntil = this.#clock.monotonic() + TOKEN_LIFETIME_MS;
    this.#waiting = [...this.#waiting, { digest: digestOf(token), validUntil, grants }].slice(-MAX_WAITING);
    return token;
  }

  /** What the token grants, or null when it is unknown, too old or used. A known token is used up by this call. */
  redeem(token: string): T | null {
    const digest = digestOf(token);
    const now = this.#clock.monotonic();
    let granted: T | null = null;
    const rest: Waiting<T>[] = [];
    for (const waiting of this.#waiting) {
      const same = sameDigest(waiting.digest, digest);
      const fresh = now < waiting.validUntil;
      if (same && fresh) granted = waiting.grants;
      if (!same && fresh) rest.push(waiting);
    }
    this.#waiting = rest;
    return granted;
  }
}
