import { counterIsSound, factorNeeded } from '../../domain/access/second_factor.ts';
import type { EventId } from '../../domain/audit/events.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { CeremonyOptions, KeyCeremony, SecurityKey, SecurityKeys } from '../../ports/security_keys.ts';
import { entry, type LaneContext } from '../lane_context.ts';
import type { PinProblem } from '../pin_check.ts';
import type { Caller, WindowIdentity } from '../window.ts';
import { OpenQuestions } from './open_questions.ts';

/** Keys a person may have. */
const MOST_KEYS = 10;

export type FactorProblem =
  | { readonly code: 'SECOND_FACTOR_WRONG' }
  | { readonly code: 'TOO_MANY_KEYS' }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

/**
 * What becomes of a person without a key where the unit requires one: `REFUSED`, or, for who confirms a registration,
 * `STANDS`: or nobody could ever confirm the first.
 */
export type KeyRule = 'REFUSED' | 'STANDS';

const stored = (problem: StorageProblem) => err({ code: 'STORE_FAILED', problem } as const);

/** Security keys beside number and PIN: asked for, shown for one call, registered, removed. */
export class SecondFactor {
  readonly #context: LaneContext;
  readonly #keys: SecurityKeys;
  readonly #ceremony: KeyCeremony;
  readonly #questions: OpenQuestions;

  constructor(context: LaneContext, keys: SecurityKeys, ceremony: KeyCeremony) {
    this.#context = context;
    this.#keys = keys;
    this.#ceremony = ceremony;
    this.#questions = new OpenQuestions(context);
  }

  get policy() {
    return this.#context.settings.login.secondFactor;
  }

  keysOf(number: string): Promise<Result<readonly SecurityKey[], StorageProblem>> {
    return this.#keys.of(number);
  }

  /**
   * Whether who showed the right PIN may go on with this call: nothing more is asked of them, or their key has been shown for
   * it. Otherwise the question for their key, which the window hands to its engine.
   */
  async stands({ window, call }: Caller, number: string, rule: KeyRule = 'REFUSED'): Promise<Result<null, PinProblem>> {
    // Where nothing is asked, nothing is looked up.
    if (this.policy === 'OFF') return ok(null);
    const shown = this.#questions.shown(window, { number, call });
    const known = await this.#keys.of(number);
    if (!known.ok) return stored(known.error);
    switch (factorNeeded(this.policy, known.value.length)) {
      case 'NOTHING':
        return ok(null);
      case 'UNREGISTERED':
        return rule === 'STANDS' ? ok(null) : err({ code: 'SECOND_FACTOR_UNREGISTERED' });
      case 'KEY': {
        if (known.value.some(({ id }) => id === shown)) return ok(null);
        const challenge = this.#questions.ask(window, { kind: 'SHOW', number, call });
        const options = await this.#ceremony.signInOptions({ challenge, known: known.value });
        return err({ code: 'SECOND_FACTOR_NEEDED', number, options });
      }
    }
  }

  /** Takes the answer of a key; the call that asked for it may be made once more. */
  async show(window: WindowIdentity, response: { readonly id: string }): Promise<Result<null, FactorProblem>> {
    const question = this.#questions.take(window, 'SHOW');
    if (question === null) return this.#refuse('system', { why: 'NO_QUESTION' });
    const { number, call, challenge } = question;
    const known = await this.#keys.of(number);
    if (!known.ok) return stored(known.error);
    const key = known.value.find(({ id }) => id === response.id);
    if (key === undefined) return this.#refuse(number, { why: 'KEY_OF_ANOTHER', call });
    const counter = await this.#ceremony.signed({ challenge, origin: window.origin ?? '' }, response, key);
    if (counter === null) return this.#refuse(number, { why: 'NOT_VERIFIED', call });
    const copied = { why: 'COUNTER', call, key: key.id };
    if (!counterIsSound(key.counter, counter)) return this.#refuse(number, copied);
    const saved = await this.#keys.used({ id: key.id, counter, at: this.#context.clock.now() });
    if (!saved.ok) return stored(saved.error);
    if (!saved.value) return this.#refuse(number, copied);
    const journalled = await this.#journal('KEY_SHOWN', number, { call, key: key.id });
    if (!journalled.ok) return stored(journalled.error);
    this.#questions.answered(window, { number, call }, key.id);
    return ok(null);
  }

  /** Begins a registration that another person has already confirmed. `lost`: the holder's other keys go when this one is kept. */
  async askToRegister(
    window: WindowIdentity,
    registration: {
      readonly number: string;
      readonly name: string;
      readonly lost: boolean;
      readonly confirmedBy: string;
      /** Who is signed in at the window, or null. */
      readonly by: string | null;
    },
  ): Promise<Result<CeremonyOptions, FactorProblem>> {
    const { number, lost } = registration;
    const known = await this.#keys.of(number);
    if (!known.ok) return stored(known.error);
    if (known.value.length >= MOST_KEYS && !lost) return err({ code: 'TOO_MANY_KEYS' });
    const challenge = this.#questions.ask(window, { kind: 'REGISTER', ...registration });
    return ok(await this.#ceremony.registrationOptions({ challenge, number, known: known.value }));
  }

  /** Keeps the key that was made; `by` is who is signed in at the window now, and must be who was when it began. */
  async registered(
    window: WindowIdentity,
    by: string | null,
    response: { readonly id: string },
  ): Promise<Result<{ key: string }, FactorProblem>> {
    const question = this.#questions.take(window, 'REGISTER');
    if (question === null || question.by !== by) return this.#refuse(by ?? 'system', { why: 'NO_QUESTION' });
    const { number, name, confirmedBy, lost, challenge } = question;
    const made = await this.#ceremony.registered({ challenge, origin: window.origin ?? '' }, response);
    if (made === null) return this.#refuse(number, { why: 'NOT_VERIFIED' });
    const before = await this.#keys.of(number);
    if (!before.ok) return stored(before.error);
    const registeredAt = this.#context.clock.now();
    const saved = await this.#keys.add({ ...made, number, name, confirmedBy, registeredAt, lastUsedAt: null });
    if (!saved.ok) return stored(saved.error);
    const journalled = await this.#journal('KEY_REGISTERED', number, { key: made.id, confirmedBy });
    if (!journalled.ok) {
      // A key that nobody can read of in the journal opens nothing.
      await this.#keys.remove(made.id);
      return stored(journalled.error);
    }
    for (const { id } of lost ? before.value : []) {
      const removed = await this.remove(number, id, confirmedBy);
      if (!removed.ok) return stored(removed.error);
    }
    return ok({ key: made.id });
  }

  /** Removes a key of this account; false when it has none such. Written down first. */
  async remove(number: string, key: string, confirmedBy: string): Promise<Result<boolean, StorageProblem>> {
    const known = await this.#keys.of(number);
    if (!known.ok) return known;
    if (!known.value.some(({ id }) => id === key)) return ok(false);
    const journalled = await this.#journal('KEY_REMOVED', number, { key, confirmedBy });
    if (!journalled.ok) return journalled;
    const removed = await this.#keys.remove(key);
    return removed.ok ? ok(true) : removed;
  }

  async #refuse(number: string, data: Readonly<Record<string, string>>): Promise<Result<never, FactorProblem>> {
    await this.#journal('SECOND_FACTOR_REFUSED', number, data);
    return err({ code: 'SECOND_FACTOR_WRONG' });
  }

  #journal(event: EventId, number: string, data: Readonly<Record<string, string>>) {
    return this.#context.records.commit({ entries: [entry(this.#context, event, number, null, data)] });
  }
}
