import type { LaneView } from '../../contract/lane_view.ts';
import { may } from '../domain/access/permissions.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Account, Accounts } from '../ports/accounts.ts';
import type { KeyRule, SecondFactor } from './access/second_factor.ts';
import type { Lane } from './lane.ts';
import { entry } from './lane_context.ts';
import { type NumberAndPin, PinCheck, type PinProblem } from './pin_check.ts';
import type { Caller, WindowIdentity } from './window.ts';

type Officer = LaneView['officer'];

/** Whether a person stands for the clearances of a lane. Who administers its lists does not, whatever else they may do. */
export const worksAtLane = ({ roles }: Pick<Officer, 'roles'>): boolean =>
  may(roles, 'WORK_LANE') && !roles.includes('watchlist-admin');

export interface SignInRequest extends NumberAndPin {
  readonly shift: Officer['shift'];
}

/** The shift that follows. */
const NEXT_SHIFT: Record<Officer['shift'], Officer['shift']> = { '1': '2', '2': '3', '3': '1' };

/** Who is signed in at which window. Lives in memory only: after a restart everyone signs in again. */
export class SignIns {
  readonly #lane: Lane;
  readonly #accounts: Accounts;
  readonly #pins: PinCheck;
  readonly #factor: SecondFactor;
  readonly #byWindow = new Map<string, Officer>();

  /** `ready`: what a sign-in has to wait for, such as the invented officers of a first training start. */
  constructor(lane: Lane, accounts: Accounts, factor: SecondFactor, ready: Promise<void>) {
    this.#factor = factor;
    this.#lane = lane;
    this.#accounts = accounts;
    this.#pins = new PinCheck(lane.context, accounts, ready);
  }

  officerAt(windowId: string): Officer | null {
    return this.#byWindow.get(windowId) ?? null;
  }

  signIn(caller: Caller, request: SignInRequest): Promise<Result<{ officer: Officer }, PinProblem>> {
    return this.#pins.attempt(request, async (account, now) => {
      const stands = await this.#factor.stands(caller, account.number);
      return stands.ok ? this.#right(caller.window, account, request.shift, now) : stands;
    });
  }

  /**
   * A second person stands for one act, without signing in: by number and PIN, and by a security key where the unit asks for one.
   * Who that may be is the caller's to judge.
   */
  secondPerson(
    caller: Caller,
    shown: NumberAndPin,
    rule?: KeyRule,
  ): Promise<Result<Pick<Account, 'number' | 'roles'>, PinProblem>> {
    return this.#pins.attempt(shown, async ({ number, roles }) => {
      const stands = await this.#factor.stands(caller, number, rule);
      return stands.ok ? ok({ number, roles }) : stands;
    });
  }

  /** Who says so by number and PIN alone: for the one act by which a person comes by a key. */
  holder(shown: NumberAndPin): Promise<Result<Pick<Account, 'number'>, PinProblem>> {
    return this.#pins.attempt(shown, async ({ number }) => ok({ number }));
  }

  /**
   * The lane passes to who comes: known as at a sign-in, by a security key too where one is asked for, and signed in here in the
   * place of who goes once `durable` has stored that it passes. What `durable` refuses leaves everything as it was.
   */
  passTo<E>(
    caller: Caller,
    shown: NumberAndPin,
    durable: (next: Pick<Officer, 'number' | 'displayName' | 'roles' | 'shift'>) => Promise<Result<null, E>>,
  ): Promise<Result<Result<null, E>, PinProblem>> {
    const { window } = caller;
    const shift = NEXT_SHIFT[this.officerAt(window.windowId)?.shift ?? '3'];
    return this.#pins.attempt<Result<null, E>>(shown, async (account, now) => {
      const { number, displayName, roles } = account;
      const stands = await this.#factor.stands(caller, number);
      if (!stands.ok) return stands;
      const stored = await durable({ number, displayName, roles: [...roles], shift });
      if (!stored.ok) return ok(stored);
      const signedIn = await this.#right(window, account, shift, now);
      // The lane has passed: who goes must not stay signed in, even where the new sign-in could not be written down.
      if (!signedIn.ok) await this.signOut(window.windowId);
      this.#lane.publish();
      return ok(stored);
    });
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

  async #right(
    window: WindowIdentity,
    account: Account,
    shift: Officer['shift'],
    now: number,
  ): Promise<Result<{ officer: Officer }, PinProblem>> {
    const { context, memory } = this.#lane;
    const lane = context.settings.lane.id;
    const saved = await this.#accounts.save({ ...account, lastLoginAt: now, lastLoginLane: lane });
    if (!saved.ok) return err({ code: 'STORE_FAILED', problem: saved.error });
    const { lastLoginAt, lastLoginLane } = account;
    const officer: Officer = {
      number: account.number,
      displayName: account.displayName,
      roles: [...account.roles],
      shift,
      since: now,
      lastLogin: lastLoginAt === null ? null : { at: lastLoginAt, lane: lastLoginLane ?? '' },
    };
    const journalled = await context.records.commit({
      entries: [entry(context, 'LOGIN_SUCCEEDED', account.number, null, { window: window.role, shift })],
    });
    // Nobody works at a booth that cannot write down who works there.
    if (!journalled.ok) return err({ code: 'STORE_FAILED', problem: journalled.error });
    await this.signOut(window.windowId);
    this.#byWindow.set(window.windowId, officer);
    // A lane belongs to those who may decide at it; who comes for its lists leaves it locked.
    if (window.role === 'officer' && worksAtLane(officer)) {
      memory.officer = officer;
      memory.lastDecision = null;
      memory.paper = null;
      memory.notice = null;
      await this.#lane.refresh();
    }
    return ok({ officer });
  }
}
