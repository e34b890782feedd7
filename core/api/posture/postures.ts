import type { EventId } from '../../domain/audit/events.ts';
import { begun, due, endedEarly, lapsed, nextLook, type OrderRefused, order } from '../../domain/posture/order.ts';
import { type InForce, inForceNow, type PostureOrder, type Profiles } from '../../domain/posture/posture.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { JournalInput, StorageProblem } from '../../ports/records.ts';
import { asJson, dayAtGate, entry, type LaneContext } from '../lane_context.ts';

export type PostureProblem =
  | { readonly code: 'REFUSED'; readonly why: OrderRefused }
  | { readonly code: 'NO_SUCH_POSTURE' }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

/** What of the lane the postures need, and whom they tell. */
export interface PostureLane {
  readonly offlineSince: () => number | null;
  readonly changed: () => void;
}

/** A timer may not wait for longer than this, in ms; then it looks again. */
const LONGEST_WAIT = 6 * 3_600_000;
/** When what could not be written is tried again, in ms. */
const RETRY_MS = 5_000;
const KEPT_MS = 365 * 24 * 3_600_000;

/** The orders of the head of unit: each begins and ends by the clock, over restarts, and stands in the journal. */
export class Postures {
  readonly #context: LaneContext;
  readonly #lane: PostureLane;
  readonly profiles: Profiles;
  #open: readonly PostureOrder[] = [];
  #over: readonly PostureOrder[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #cancel = () => {};
  #stopped = false;

  constructor(context: LaneContext, profiles: Profiles, lane: PostureLane) {
    this.#context = context;
    this.profiles = profiles;
    this.#lane = lane;
  }

  /** Takes up what the store remembers. An order whose end passed while the booth was off has ended. */
  async start(): Promise<void> {
    const { caseFiles, clock } = this.#context;
    const open = await caseFiles.open('POSTURE');
    const over = await caseFiles.closedSince('POSTURE', clock.now() - KEPT_MS, 50);
    if (open.ok) this.#open = open.value.map(orderOf);
    if (over.ok) this.#over = over.value.map(orderOf);
    await this.#serially(() => this.#look());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#queue;
  }

  get orders(): { readonly open: readonly PostureOrder[]; readonly over: readonly PostureOrder[] } {
    return { open: this.#open, over: this.#over };
  }

  /** The strongest first. */
  inForce(): readonly InForce[] {
    const all = [...this.#open, ...this.#over];
    return inForceNow(this.profiles, all, this.#lane.offlineSince(), this.#context.clock.now());
  }

  /** A posture under which no further document is taken is in force. */
  get closesLane(): boolean {
    return this.inForce().some(({ profile }) => !profile.takesDocuments);
  }

  /** A new order of a head of unit, who has been known by number and PIN. `from` null: now. */
  set(
    given: Pick<PostureOrder, 'profile' | 'until' | 'reason' | 'event' | 'setBy'> & { readonly from: number | null },
  ): Promise<Result<PostureOrder, PostureProblem>> {
    return this.#serially(async () => {
      const { clock, ids } = this.#context;
      const setAt = clock.now();
      const number = await this.#nextNumber();
      if (!number.ok) return number;
      const made = order(this.profiles, {
        ...given,
        id: ids.uuid(),
        number: number.value,
        setAt,
        from: given.from ?? setAt,
      });
      if (!made.ok) return this.#refused(given.setBy, given.profile, made.error);
      const saved = await this.#save(made.value, [this.#entry('POSTURE_ORDERED', given.setBy, made.value)]);
      if (!saved.ok) return saved;
      await this.#look();
      return ok(made.value);
    });
  }

  end(id: string, by: string, reason: string): Promise<Result<PostureOrder, PostureProblem>> {
    return this.#serially(async () => {
      const found = this.#open.find((one) => one.id === id);
      if (found === undefined) return err({ code: 'NO_SUCH_POSTURE' });
      const ended = endedEarly(found, { at: this.#context.clock.now(), by, reason });
      if (!ended.ok) return this.#refused(by, found.profile, ended.error);
      const saved = await this.#save(ended.value, [this.#entry('POSTURE_ENDED', by, ended.value)]);
      if (!saved.ok) return saved;
      this.#wait(null);
      return ok(ended.value);
    });
  }

  /** Begins and ends what the clock asks for, tells of it, and waits for the next. */
  async #look(): Promise<void> {
    let failed = false;
    for (const one of this.#open) {
      const asked = due(one, this.#context.clock.now());
      if (asked === null) continue;
      const next = asked === 'END' ? lapsed(one) : begun(one, this.#context.clock.now());
      const event = asked === 'END' ? 'POSTURE_ENDED' : 'POSTURE_BEGAN';
      const saved = await this.#save(next, [this.#entry(event, 'system', next)]);
      failed ||= !saved.ok;
    }
    this.#wait(failed ? RETRY_MS : null);
  }

  #wait(retry: number | null): void {
    this.#cancel();
    if (this.#stopped) return;
    const next = retry ?? nextLook(this.#open, this.#context.clock.now());
    if (next === null) return;
    this.#cancel = this.#context.clock.after(Math.min(next, LONGEST_WAIT), () => {
      void this.#serially(() => this.#look());
    });
  }

  async #save(one: PostureOrder, entries: readonly JournalInput[]): Promise<Result<void, PostureProblem>> {
    const stored = await this.#context.records.commit({ entries, files: [this.#fileOf(one)] });
    if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
    const others = this.#open.filter(({ id }) => id !== one.id);
    this.#open = one.ended === null ? [...others, one].sort((a, b) => a.from - b.from) : others;
    if (one.ended !== null) this.#over = [one, ...this.#over].slice(0, 50);
    this.#lane.changed();
    return ok(undefined);
  }

  async #refused(by: string, profile: string, why: OrderRefused): Promise<Result<never, PostureProblem>> {
    const refusal = entry(this.#context, 'POSTURE_REFUSED', by, null, { profile, why });
    const stored = await this.#context.records.commit({ entries: [refusal] });
    return err(stored.ok ? { code: 'REFUSED', why } : { code: 'STORE_FAILED', problem: stored.error });
  }

  async #nextNumber(): Promise<Result<string, PostureProblem>> {
    const prefix = `${this.#context.settings.lane.id}-${dayAtGate(this.#context).slice(0, 4)}-`;
    const count = await this.#context.caseFiles.countNumbered('POSTURE', prefix);
    if (!count.ok) return err({ code: 'STORE_FAILED', problem: count.error });
    return ok(`${prefix}${String(count.value + 1).padStart(4, '0')}`);
  }

  #entry(event: EventId, by: string, one: PostureOrder): JournalInput {
    return entry(this.#context, event, by, null, asJson(one));
  }

  #fileOf(one: PostureOrder): CaseFile {
    return {
      id: one.id,
      kind: 'POSTURE',
      number: one.number,
      lane: this.#context.settings.lane.id,
      openedAt: one.setAt,
      closedAt: one.ended?.at ?? null,
      clearance: null,
      state: asJson(one),
    };
  }

  #serially<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => {});
    return result;
  }
}

const orderOf = ({ state }: CaseFile): PostureOrder => state as unknown as PostureOrder;
