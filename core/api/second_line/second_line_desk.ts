import type { ClearanceState } from '../../domain/clearance/step.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { openEscalations } from '../../domain/second_line/escalation.ts';
import type { RefusedWhy, SecondLineEvent } from '../../domain/second_line/event.ts';
import { step } from '../../domain/second_line/machine.ts';
import type { CaseFile } from '../../ports/case_files.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { forgetSettled } from '../forget_settled.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';
import type { OpenedFile } from './opened_file.ts';
import { stepOf } from './second_line_step.ts';
import { stateNow } from './state_now.ts';

/** How long a decided file still stands in the queue for those who sent it, in ms. */
const SHOWN_AFTER_CLOSE_MS = 8 * 3_600_000;
const MOST_CLOSED = 50;
/** A store that did not take an escalation is asked again after this, in ms. */
const AGAIN_MS = 5_000;

export type SecondLineProblem =
  | { readonly code: 'NO_SUCH_CASE' }
  | { readonly code: 'CASE_REFUSED'; readonly why: RefusedWhy }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

/**
 * The files of the second line. Steps are taken one after the other, each durable before anyone hears of it, so that of
 * two officers who take a file at once one has it and the other is told so. Truth is in the store; this only runs it.
 */
export class SecondLineDesk {
  readonly #lane: Lane;
  readonly #files = new Map<string, OpenedFile>();
  #queue: Promise<unknown> = Promise.resolve();
  #cancel = () => {};
  #unlisten = () => {};
  #stopped = false;
  #proposed: () => Promise<void> = async () => {};

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  /** Takes up every file as it was and tells what fell due meanwhile. */
  async start(): Promise<void> {
    await this.#look();
    this.#unlisten = this.#lane.onDecided(({ decision }) => {
      if (decision?.kind === 'REFERRED') void this.#serially(() => this.#look());
    });
    await this.#serially(() => this.#escalate());
  }

  /** Somebody else has put a file into the store, or settled the overstay of one that stands here: it counts from now on. */
  takeUp(): Promise<void> {
    return this.#serially(() => this.#look());
  }

  /** `proposed` is told when a file of a refusal was opened here. */
  onProposed(proposed: () => Promise<void>): void {
    this.#proposed = proposed;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#unlisten();
    await this.#queue;
  }

  /** Open ones first, the longest waiting before the others; then those decided of late. */
  get files(): readonly OpenedFile[] {
    const all = [...this.#files.values()];
    const since = this.#lane.context.clock.now() - SHOWN_AFTER_CLOSE_MS;
    const open = all.filter(({ file }) => file.closedAt === null);
    const closed = all.filter(({ file }) => file.closedAt !== null && file.closedAt >= since);
    return [
      ...open.sort((a, b) => a.file.openedAt - b.file.openedAt),
      ...closed.sort((a, b) => (b.file.closedAt ?? 0) - (a.file.closedAt ?? 0)),
    ];
  }

  /** The file of this id; one that was settled long ago as the store has it. */
  byId(id: string): Promise<OpenedFile | null> {
    return this.#serially(() => this.#find(id));
  }

  /** One step of one file. What is refused changes nothing and is journalled. */
  act(id: string, event: SecondLineEvent): Promise<Result<OpenedFile, SecondLineProblem>> {
    return this.#serially(() => this.#act(id, event));
  }

  async #act(id: string, event: SecondLineEvent): Promise<Result<OpenedFile, SecondLineProblem>> {
    const { context } = this.#lane;
    const opened = await this.#find(id);
    if (opened === null) return err({ code: 'NO_SUCH_CASE' });
    const next = step(opened.state, event, context.settings.secondLine);
    if (!next.ok) {
      const by = 'by' in event ? event.by.number : 'system';
      const data = { file: opened.file.number, event: event.type, why: next.error };
      await context.records.commit({ entries: [entry(context, 'MOVE_REFUSED', by, opened.stored, data)] });
      return err({ code: 'CASE_REFUSED', why: next.error });
    }
    const closedAt = next.value.decided?.at ?? null;
    const file: CaseFile = { ...opened.file, closedAt, state: asJson(next.value) };
    const after: OpenedFile = { ...opened, file, state: next.value };
    const committed = await context.records.commit(stepOf(context, after, event));
    if (!committed.ok) return err({ code: 'STORE_FAILED', problem: committed.error });
    this.#files.set(id, after);
    this.#told(after);
    if (next.value.decided?.outcome.kind === 'REFUSAL_PROPOSED') await this.#proposed();
    return ok(after);
  }

  /** Feeds back to the counter and sets the next alarm. */
  #told({ state }: OpenedFile): void {
    this.#feedBack();
    if (state.stage === 'CLOSED') this.#lane.tellRest('SECOND_LINE_CLOSED');
    this.#lane.publish();
    this.#schedule();
  }

  /** What the counter may know of those it sent: how far each has come, by record alone. */
  #feedBack(): void {
    const { memory, context } = this.#lane;
    const shown = new Set(memory.referred.map(({ id }) => id));
    forgetSettled(this.#files, {
      since: context.clock.now() - SHOWN_AFTER_CLOSE_MS,
      most: MOST_CLOSED,
      needed: ({ stored }) => shown.has(stored.id),
    });
    this.#lane.memory.secondLine = new Map(
      [...this.#files.values()].map(({ stored, state }) => [
        stored.id,
        {
          stage: state.stage,
          takenAt: state.taken?.at ?? null,
          outcome: state.decided?.outcome.kind ?? null,
          closedAt: state.decided?.at ?? null,
        },
      ]),
    );
  }

  #serially<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => {});
    return result;
  }

  /** Reads the files that the store has and this does not yet. */
  async #look(): Promise<void> {
    const { caseFiles, clock } = this.#lane.context;
    const since = clock.now() - SHOWN_AFTER_CLOSE_MS;
    const [open, closed] = await Promise.all([
      caseFiles.open('SECOND_LINE'),
      caseFiles.closedSince('SECOND_LINE', since, MOST_CLOSED),
    ]);
    // Who stands on the counter's screen as referred is not said to wait there still.
    const shown = await Promise.all(this.#lane.memory.referred.map(({ id }) => caseFiles.ofClearance(id)));
    const referred = shown
      .flatMap((files) => (files.ok ? files.value : []))
      .filter(({ kind }) => kind === 'SECOND_LINE');
    const found = [...(open.ok ? open.value : []), ...(closed.ok ? closed.value : []), ...referred];
    for (const file of found) {
      const known = this.#files.get(file.id);
      if (known === undefined) await this.#take(file);
      else if (known.file.closedAt === null) await this.#refresh(known);
    }
    this.#feedBack();
    this.#lane.publish();
  }

  async #take(file: CaseFile): Promise<void> {
    const opened = await this.#opened(file);
    if (opened !== null) this.#files.set(file.id, opened);
  }

  async #find(id: string): Promise<OpenedFile | null> {
    const known = this.#files.get(id);
    if (known !== undefined) return known;
    const found = await this.#lane.context.caseFiles.byId(id);
    return found.ok && found.value?.kind === 'SECOND_LINE' ? this.#opened(found.value) : null;
  }

  async #opened(file: CaseFile): Promise<OpenedFile | null> {
    const { records } = this.#lane.context;
    const stored = await records.clearanceById(file.clearance ?? '');
    if (!stored.ok || stored.value === null) return null;
    const { id, documentKey } = stored.value;
    const found = documentKey === null ? null : await records.crossingsOf(documentKey, 4);
    const clearance = stored.value.state as unknown as ClearanceState;
    return {
      file,
      state: await stateNow(this.#lane.context, file, clearance),
      stored: stored.value,
      clearance,
      earlier: found?.ok ? found.value.filter((one) => one.id !== id) : [],
    };
  }

  async #refresh(known: OpenedFile): Promise<void> {
    const state = await stateNow(this.#lane.context, known.file, known.clearance);
    this.#files.set(known.file.id, { ...known, state });
  }

  /** Tells all that is due, and comes back for the next. */
  async #escalate(): Promise<void> {
    const { clock } = this.#lane.context;
    let failed = false;
    for (const [id, { state }] of this.#files) {
      for (const { entry: name, to, dueAt } of openEscalations(state, this.#lane.context.settings.secondLine)) {
        if (dueAt > clock.now()) continue;
        const told = await this.#act(id, { type: 'ESCALATE', entry: name, to, at: clock.now() });
        failed ||= !told.ok && told.error.code === 'STORE_FAILED';
      }
    }
    this.#schedule(failed ? AGAIN_MS : 0);
  }

  #schedule(atLeastMs = 0): void {
    this.#cancel();
    if (this.#stopped) return;
    const { clock, settings } = this.#lane.context;
    const due = [...this.#files.values()].flatMap(({ state }) => openEscalations(state, settings.secondLine));
    if (due.length === 0) return;
    const wait = Math.min(...due.map(({ dueAt }) => dueAt)) - clock.now();
    this.#cancel = clock.after(Math.max(wait, atLeastMs, 0), () => void this.#serially(() => this.#escalate()));
  }
}
