import type { LaneView } from '../../contract/lane_view.ts';
import { afterWrongPin, attemptsLeft, isLocked, type LoginFailures } from '../domain/access/lockout.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Account, Accounts } from '../ports/accounts.ts';
import type { StorageProblem } from '../ports/records.ts';
import type { Lane } from './lane.ts';
import { entry } from './lane_context.ts';
import { hashPin, verifyPin } from './pin.ts';
import type { WindowIdentity } from './window.ts';

type Officer = LaneView['officer'];

export type SignInProblem =
  | { readonly code: 'LOGIN_WRONG'; readonly attemptsLeft: number }
  | { readonly code: 'LOGIN_LOCKED'; readonly until: number }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

const NO_FAILURES: LoginFailures = { failures: 0, lockedUntil: null };
/** Eight digits could fill the memory; more than this at one booth is an attack anyway. */
const MOST_STRANGERS = 1000;

export interface SignInRequest {
  readonly number: string;
  readonly pin: string;
  readonly shift: Officer['shift'];
}

/** Who is signed in at which window. Lives in memory only: after a restart everyone signs in again. */
export class SignIns {
  readonly #lane: Lane;
  readonly #accounts: Accounts;
  readonly #byWindow = new Map<string, Officer>();
  /** A hash that belongs to nobody, so that an unknown number takes as long as a wrong PIN. */
  #nobody: Promise<string> | null = null;
  /** Numbers that belong to nobody are counted and locked alike, so that no answer tells which numbers exist. */
  readonly #strangers = new Map<string, LoginFailures>();
  #queue: Promise<unknown>;

  /** `ready`: what a sign-in has to wait for, such as the invented officers of a first training start. */
  constructor(lane: Lane, accounts: Accounts, ready: Promise<void>) {
    this.#lane = lane;
    this.#accounts = accounts;
    this.#queue = ready;
  }

  officerAt(windowId: string): Officer | null {
    return this.#byWindow.get(windowId) ?? null;
  }

  /** One attempt at a time, so that many at once count as many. */
  signIn(window: WindowIdentity, request: SignInRequest): Promise<Result<{ officer: Officer }, SignInProblem>> {
    const result = this.#queue.then(() => this.#attempt(window, request));
    this.#queue = result.catch(() => {});
    return result;
  }

  async signOut(windowId: string): Promise<boolean> {
    const officer = this.#byWindow.get(windowId);
    if (officer === undefined) return false;
    this.#byWindow.delete(windowId);
    const { context, memory } = this.#lane;
    if (memory.officer === officer) memory.officer = null;
    this.#lane.publish();
    await context.records.commit({ entries: [entry(context, 'LOGGED_OUT', officer.number, null, null)] });
    return true;
  }

  async #attempt(window: WindowIdentity, { number, pin, shift }: SignInRequest) {
    const { context } = this.#lane;
    const policy = context.settings.login;
    const found = await this.#accounts.find(number);
    if (!found.ok) return err<SignInProblem>({ code: 'STORE_FAILED', problem: found.error });
    const account = found.value;
    const now = context.clock.now();
    const failed = account ?? this.#strangers.get(number) ?? NO_FAILURES;
    if (isLocked(failed, now)) {
      await this.#journal('LOGIN_LOCKED', number, { until: failed.lockedUntil });
      return err<SignInProblem>({ code: 'LOGIN_LOCKED', until: failed.lockedUntil ?? now });
    }
    this.#nobody ??= hashPin('');
    const right = await verifyPin(pin, account?.pinHash ?? (await this.#nobody));
    if (account === null || !right) return this.#wrong(number, account, now, policy);
    return this.#right(window, account, shift, now);
  }

  async #wrong(
    number: string,
    account: Account | null,
    now: number,
    policy: { attempts: number; lockMinutes: number },
  ) {
    const failures = afterWrongPin(account ?? this.#strangers.get(number) ?? NO_FAILURES, now, policy);
    if (account === null) this.#remember(number, failures);
    else {
      const saved = await this.#accounts.save({ ...account, ...failures });
      if (!saved.ok) return err<SignInProblem>({ code: 'STORE_FAILED', problem: saved.error });
    }
    await this.#journal(failures.lockedUntil === null ? 'LOGIN_FAILED' : 'LOGIN_LOCKED', number, {
      until: failures.lockedUntil,
    });
    if (failures.lockedUntil !== null) return err<SignInProblem>({ code: 'LOGIN_LOCKED', until: failures.lockedUntil });
    return err<SignInProblem>({ code: 'LOGIN_WRONG', attemptsLeft: attemptsLeft(failures, policy) });
  }

  #remember(number: string, failures: LoginFailures): void {
    if (this.#strangers.size >= MOST_STRANGERS) this.#strangers.clear();
    this.#strangers.set(number, failures);
  }

  async #right(window: WindowIdentity, account: Account, shift: Officer['shift'], now: number) {
    const { context, memory } = this.#lane;
    const lane = context.settings.lane.id;
    const saved = await this.#accounts.save({
      ...account,
      failures: 0,
      lockedUntil: null,
      lastLoginAt: now,
      lastLoginLane: lane,
    });
    if (!saved.ok) return err<SignInProblem>({ code: 'STORE_FAILED', problem: saved.error });
    const { lastLoginAt, lastLoginLane } = account;
    const officer: Officer = {
      number: account.number,
      displayName: account.displayName,
      roles: [...account.roles],
      shift,
      since: now,
      lastLogin: lastLoginAt === null ? null : { at: lastLoginAt, lane: lastLoginLane ?? '' },
    };
    const journalled = await this.#journal('LOGIN_SUCCEEDED', account.number, { window: window.role, shift });
    // Nobody works at a booth that cannot write down who works there.
    if (!journalled.ok) return err<SignInProblem>({ code: 'STORE_FAILED', problem: journalled.error });
    await this.signOut(window.windowId);
    this.#byWindow.set(window.windowId, officer);
    if (window.role === 'officer') {
      memory.officer = officer;
      memory.lastDecision = null;
      memory.notice = null;
      await this.#lane.refresh();
    }
    return ok({ officer });
  }

  #journal(
    event: 'LOGIN_SUCCEEDED' | 'LOGIN_FAILED' | 'LOGIN_LOCKED',
    number: string,
    data: Record<string, string | number | null>,
  ) {
    const { context } = this.#lane;
    return context.records.commit({ entries: [entry(context, event, number, null, data)] });
  }
}
