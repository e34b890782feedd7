import type { LaneContext } from '../lane_context.ts';
import type { WindowIdentity } from '../window.ts';

/** How long a question to a security key stays open, in ms: as long as the engine waits for the key. */
const OPEN_MS = 60_000;
/** How long a call may be made with a key that was shown for it, in ms: the window makes it again by itself. */
const SHOWN_MS = 10_000;

/** Whose key is asked for, and for which call of the contract. */
export interface KeyWanted {
  readonly number: string;
  readonly call: string;
}

type Purpose =
  | ({ readonly kind: 'SHOW' } & KeyWanted)
  | {
      readonly kind: 'REGISTER';
      readonly number: string;
      readonly name: string;
      readonly lost: boolean;
      readonly confirmedBy: string;
      readonly by: string | null;
    };
type Question = Purpose & { readonly challenge: string; readonly until: number };

/**
 * What security keys are being asked, and what they were just shown for; in memory only. Each question is asked once, of one
 * window, for one account and one call, and is spent by the first answer, right or wrong; a newer one at the window takes its place.
 */
export class OpenQuestions {
  readonly #context: Pick<LaneContext, 'clock' | 'ids'>;
  readonly #open = new Map<string, Question>();
  readonly #shown = new Map<string, KeyWanted & { readonly key: string; readonly until: number }>();

  constructor(context: Pick<LaneContext, 'clock' | 'ids'>) {
    this.#context = context;
  }

  /** The challenge of a new question, base64url. */
  ask({ windowId }: WindowIdentity, purpose: Purpose): string {
    const now = this.#context.clock.monotonic();
    for (const all of [this.#open, this.#shown])
      for (const [other, { until }] of all) if (until < now) all.delete(other);
    const challenge = Buffer.from(this.#context.ids.bytes(32)).toString('base64url');
    this.#open.set(windowId, { ...purpose, challenge, until: now + OPEN_MS });
    return challenge;
  }

  /** The open question of this kind at the window, which it is no more afterwards; null when there is none. */
  take<K extends Purpose['kind']>({ windowId }: WindowIdentity, kind: K): Extract<Question, { kind: K }> | null {
    const question = this.#open.get(windowId);
    this.#open.delete(windowId);
    if (question === undefined || question.kind !== kind) return null;
    if (question.until < this.#context.clock.monotonic()) return null;
    return question as Extract<Question, { kind: K }>;
  }

  /** This key was shown, for one call. */
  answered({ windowId }: WindowIdentity, { number, call }: KeyWanted, key: string): void {
    this.#shown.set(windowId, { number, call, key, until: this.#context.clock.monotonic() + SHOWN_MS });
  }

  /** The key that was shown at this window by this person for this call; asked once, whatever the answer. */
  shown({ windowId }: WindowIdentity, { number, call }: KeyWanted): string | null {
    const last = this.#shown.get(windowId);
    this.#shown.delete(windowId);
    if (last === undefined || last.number !== number || last.call !== call) return null;
    return last.until < this.#context.clock.monotonic() ? null : last.key;
  }
}
