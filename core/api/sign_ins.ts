import type { LaneView } from '../../contract/lane_view.ts';
import { may } from '../domain/access/permissions.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Account, Accounts } from '../ports/accounts.ts';
import type { Lane } from './lane.ts';
import { entry } from './lane_context.ts';
import { type NumberAndPin, PinCheck, type PinProblem } from './pin_check.ts';
import type { WindowIdentity } from './window.ts';

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
  readonly #byWindow = new Map<string, Officer>();

  /** `ready`: what a sign-in has to wait for, such as the invented officers of a first training start. */
  constructor(lane: Lane, accounts: Accounts, ready: Promise<void>) {
    this.#lane = lane;
    this.#accounts = accounts;
    this.#pins = new PinCheck(lane.context, accounts, ready);
  }

  officerAt(windowId: string): Officer | null {
    return this.#byWindow.get(windowId) ?? null;
  }

  signIn(window: WindowIdentity, request: SignInRequest): Promise<Result<{ officer: Officer }, PinProblem>> {
    return this.#pins.attempt(request, (account, now) => this.#right(window, account, request.shift, now));
  }

  /** A second person stands for one act with number and PIN, without signing in. Who that may be is the caller's to judge. */
  secondPerson(shown: NumberAndPin): Promise<Result<Pick<Account, 'number' | 'roles'>, PinProblem>> {
    return this.#pins.attempt(shown, async ({ number, roles }) => ok({ number, roles }));
  }

  /**
   * The lane passes to who comes: known by number and PIN, and signed in here in the place of who goes once `durable` has
   * stored that it passes. What `durable` refuses leaves everything as it was.
   */
  passTo<E>(
    window: WindowIdentity,
    shown: NumberAndPin,
    durable: (next: Pick<Officer, 'number' | 'displayName' | 'roles' | 'shift'>) => Promise<Result<null, E>>,
  ): Promise<Result<Result<null, E>, PinProblem>> {
    const shift = NEXT_SHIFT[this.officerAt(window.windowId)?.shift ?? '3'];
    return this.#pins.attempt<Result<null, E>>(shown, async (account, now) => {
      const { number, displayName, roles } = account;
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
