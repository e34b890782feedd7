import { afterWrongPin, attemptsLeft, isLocked, type LoginFailures } from '../domain/access/lockout.ts';
import { err, type Result } from '../domain/result.ts';
import type { Account, Accounts } from '../ports/accounts.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { CeremonyOptions } from '../ports/security_keys.ts';
import { entry, type LaneContext } from './lane_context.ts';
import { hashPin, verifyPin } from './pin.ts';

export type PinProblem =
  | { readonly code: 'LOGIN_WRONG'; readonly attemptsLeft: number }
  | { readonly code: 'LOGIN_LOCKED'; readonly until: number }
  | { readonly code: 'SECOND_FACTOR_NEEDED'; readonly number: string; readonly options: CeremonyOptions }
  | { readonly code: 'SECOND_FACTOR_UNREGISTERED' }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

/** What a person shows to be known by. */
export interface NumberAndPin {
  readonly number: string;
  readonly pin: string;
}

const NO_FAILURES: LoginFailures = { failures: 0, lockedUntil: null };
/** Eight digits could fill the memory; more than this at one booth is an attack anyway. */
const MOST_STRANGERS = 1000;

/**
 * The one place where a PIN is tried, be it to sign in or to stand for something as the second person: wrong ones are
 * counted together, journalled and locked.
 */
export class PinCheck {
  readonly #context: LaneContext;
  readonly #accounts: Accounts;
  /** A hash that belongs to nobody, so that an unknown number takes as long as a wrong PIN. */
  #nobody: Promise<string> | null = null;
  /** Numbers that belong to nobody are counted and locked alike, so that no answer tells which numbers exist. */
  readonly #strangers = new Map<string, LoginFailures>();
  #queue: Promise<unknown>;

  /** `ready`: what a PIN has to wait for, such as the invented officers of a first training start. */
  constructor(context: LaneContext, accounts: Accounts, ready: Promise<void>) {
    this.#context = context;
    this.#accounts = accounts;
    this.#queue = ready;
  }

  /** Tries a PIN; `known` is given the account, saved without failures. One at a time, so that many at once count as many. */
  attempt<T>(
    shown: NumberAndPin,
    known: (account: Account, now: number) => Promise<Result<T, PinProblem>>,
  ): Promise<Result<T, PinProblem>> {
    const result = this.#queue.then(() => this.#attempt(shown, known));
    this.#queue = result.catch(() => {});
    return result;
  }

  async #attempt<T>(
    { number, pin }: NumberAndPin,
    known: (account: Account, now: number) => Promise<Result<T, PinProblem>>,
  ): Promise<Result<T, PinProblem>> {
    const found = await this.#accounts.find(number);
    if (!found.ok) return err({ code: 'STORE_FAILED', problem: found.error });
    const account = found.value;
    const now = this.#context.clock.now();
    const failed = account ?? this.#strangers.get(number) ?? NO_FAILURES;
    if (isLocked(failed, now)) {
      await this.#journal('LOGIN_LOCKED', number, failed.lockedUntil);
      return err({ code: 'LOGIN_LOCKED', until: failed.lockedUntil ?? now });
    }
    this.#nobody ??= hashPin('');
    const right = await verifyPin(pin, account?.pinHash ?? (await this.#nobody));
    if (account === null || !right) return this.#wrong(number, account, now);
    const cleared = { ...account, failures: 0, lockedUntil: null };
    const saved = await this.#accounts.save(cleared);
    return saved.ok ? known(cleared, now) : err({ code: 'STORE_FAILED', problem: saved.error });
  }

  async #wrong(number: string, account: Account | null, now: number): Promise<Result<never, PinProblem>> {
    const policy = this.#context.settings.login;
    const failures = afterWrongPin(account ?? this.#strangers.get(number) ?? NO_FAILURES, now, policy);
    if (account === null) this.#remember(number, failures);
    else {
      const saved = await this.#accounts.save({ ...account, ...failures });
      if (!saved.ok) return err({ code: 'STORE_FAILED', problem: saved.error });
    }
    const { lockedUntil } = failures;
    await this.#journal(lockedUntil === null ? 'LOGIN_FAILED' : 'LOGIN_LOCKED', number, lockedUntil);
    if (lockedUntil !== null) return err({ code: 'LOGIN_LOCKED', until: lockedUntil });
    return err({ code: 'LOGIN_WRONG', attemptsLeft: attemptsLeft(failures, policy) });
  }

  #remember(number: string, failures: LoginFailures): void {
    if (this.#strangers.size >= MOST_STRANGERS) this.#strangers.clear();
    this.#strangers.set(number, failures);
  }

  #journal(event: 'LOGIN_FAILED' | 'LOGIN_LOCKED', number: string, until: number | null) {
    return this.#context.records.commit({ entries: [entry(this.#context, event, number, null, { until })] });
  }
}
