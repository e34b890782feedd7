import type { Clearance, ClearanceEvent, DecisionKind } from '../domain/clearance/clearance.ts';
import { openness } from '../domain/clearance/decisions.ts';
import { openClearance } from '../domain/clearance/machine.ts';
import { begin, type ClearanceState, isOver, step, takenUp } from '../domain/clearance/step.ts';
import { type DocumentFacts, documentKey } from '../domain/document/facts.ts';
import { raiseOf } from '../domain/posture/bearing.ts';
import type { InForce } from '../domain/posture/posture.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ExclusionChange } from '../domain/screening/exclusion.ts';
import type { CaseFile } from '../ports/case_files.ts';
import type { JournalInput, RecordStep, StorageProblem, StoredClearance } from '../ports/records.ts';
import { documentEntry, entriesFor, verdictOf } from './clearance_entries.ts';
import { crossingOf } from './crossing_record.ts';
import { exclusionStep } from './exclusion_memory.ts';
import { askSources } from './facts_asked.ts';
import { immediateOutcomes } from './immediate_checks.ts';
import { asJson, dayAtGate, entry, type LaneContext } from './lane_context.ts';
import { lawAsked } from './law_asked.ts';
import { checkLists } from './list_check.ts';
import { filesOnDecision } from './second_line/files_on_decision.ts';
import { atWholeSteps } from './whole_steps.ts';

export type StepProblem =
  | { readonly code: 'WRONG_STATE'; readonly why: string }
  | { readonly code: 'STORE'; readonly problem: StorageProblem };

/** What belongs to the same durable step as an event of the clearance. */
export interface BesideStep {
  readonly entries: readonly JournalInput[];
  readonly files: readonly CaseFile[];
}

const NOTHING_BESIDE: BesideStep = { entries: [], files: [] };

export interface Committed {
  readonly state: ClearanceState;
  readonly lastSeq: number;
}

/** What stands outside the clearance but steers it. */
export interface LaneFacts {
  readonly online: () => boolean;
  /** The postures of the moment, the strongest first. */
  readonly inForce: () => readonly InForce[];
  /** Called after each commit, never before. */
  readonly committed: (state: ClearanceState, lastSeq: number) => void;
  readonly failed: (problem: StorageProblem) => void;
}

/**
 * Runs the one open clearance of a lane. Steps are taken one after the other; each is durable before anyone hears of it;
 * a step that could not be stored did not happen.
 */
export class ClearanceRunner {
  readonly #context: LaneContext;
  readonly #facts: LaneFacts;
  #state: ClearanceState | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(context: LaneContext, facts: LaneFacts) {
    this.#context = context;
    this.#facts = facts;
  }

  /** The open clearance, or null. Only committed states are ever seen here. */
  get state(): ClearanceState | null {
    return this.#state;
  }

  /** Opens a clearance for a document just read and starts its checks, in one durable step. */
  open(
    document: DocumentFacts,
    recordNumber: string,
    direction: Clearance['direction'],
    by: string,
  ): Promise<Result<Committed, StepProblem>> {
    return this.#serially(async () => {
      if (this.#state !== null) return err({ code: 'WRONG_STATE', why: 'CASE_OPEN' });
      const clearance = openClearance({
        id: this.#context.ids.uuid(),
        recordNumber,
        lane: this.#context.settings.lane.id,
        direction,
        openedAt: this.#context.clock.now(),
        document,
        draw: drawn(this.#context),
      });
      const opened = entry(this.#context, 'CLEARANCE_OPENED', by, clearance, { recordNumber, direction });
      const at = this.#context.clock.now();
      return this.#take(
        begin(clearance),
        [{ type: 'START_CHECKS', at }],
        [opened, documentEntry(this.#context, clearance)],
      );
    });
  }

  /** Takes a stored, unfinished clearance up again; checks that had no result begin anew. */
  resume(stored: StoredClearance): Promise<Result<Committed, StepProblem>> {
    return this.#serially(() => {
      const state = takenUp(stored.state as unknown as ClearanceState);
      return this.#take(state, [{ type: 'RESUME', at: this.#context.clock.now() }], []);
    });
  }

  /** The posture has changed: what it asks more is asked of the open clearance at once. */
  lookAtPosture(): Promise<void> {
    return this.#serially(async () => {
      const state = this.#state;
      if (state !== null && raiseOf(state.clearance, this.#facts.inForce()) !== null) await this.#take(state, [], []);
    });
  }

  /** One event; `beside` is stored in the very same step or, when the event is refused, not at all. */
  send(event: ClearanceEvent, beside: BesideStep = NOTHING_BESIDE): Promise<Result<Committed, StepProblem>> {
    return this.#serially(async () => {
      const state = this.#state;
      if (state === null) return err({ code: 'WRONG_STATE', why: 'NO_CASE' });
      return this.#take(state, [event], beside.entries, beside.files);
    });
  }

  /** Resolves when every step asked for so far has been taken. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  #serially<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => {});
    return result;
  }

  async #take(
    from: ClearanceState,
    events: readonly ClearanceEvent[],
    first: readonly JournalInput[],
    files: readonly CaseFile[] = [],
  ): Promise<Result<Committed, StepProblem>> {
    let runChecks = false;
    const entries = [...first];
    let state = this.#raised(from, entries);
    const exclusions: ExclusionChange[] = [];
    for (const event of events) {
      const next = step(state, event);
      if (!next.taken) return this.#refused(state, event);
      const before = state.clearance;
      state = next.state;
      runChecks ||= next.runChecks;
      const told = exclusionStep(this.#context, event, state.clearance);
      exclusions.push(...told.changes);
      entries.push(...told.entries, ...entriesFor(this.#context, event, state.clearance, before));
    }
    if (runChecks) state = this.#immediate(state, entries);
    if (!isOver(state.phase)) state = this.#judged(state, events, entries);
    if (!isOver(state.phase)) state = this.#raised(state, entries);
    const whole = this.#stepOf(state, entries);
    const all = { ...whole, exclusions, files: [...files, ...(whole.files ?? [])] };
    const committing = this.#context.records.commit(all);
    // Discreet entries are stored with these steps: the screen changes at a moment that does not tell of them.
    const even = isOver(state.phase) || events.some(({ type }) => type === 'LISTS_ANSWERED');
    const committed = (even ? await atWholeSteps(this.#context.clock, committing) : null) ?? (await committing);
    if (!committed.ok) {
      this.#facts.failed(committed.error);
      return err({ code: 'STORE', problem: committed.error });
    }
    this.#state = isOver(state.phase) ? null : state;
    this.#facts.committed(state, committed.value.lastSeq);
    if (runChecks) void this.#ask(state.clearance);
    return ok({ state, lastSeq: committed.value.lastSeq });
  }

  /** The law is asked in the very step that brings a fact: no screen ever shows new facts beside an old verdict. */
  #judged(from: ClearanceState, after: readonly ClearanceEvent[], entries: JournalInput[]): ClearanceState {
    let state = from;
    for (const event of lawAsked(this.#context, state.clearance, after)) {
      state = step(state, event).state;
      entries.push(...entriesFor(this.#context, event, state.clearance));
    }
    return state;
  }

  /** Before a step and after it: a document or a flight just known may come under an event's list. */
  #raised(state: ClearanceState, entries: JournalInput[]): ClearanceState {
    const raise = raiseOf(state.clearance, this.#facts.inForce());
    if (raise === null) return state;
    const event: ClearanceEvent = { type: 'POSTURE_RAISED', ...raise, at: this.#context.clock.now() };
    const next = step(state, event).state;
    entries.push(...entriesFor(this.#context, event, next.clearance));
    return next;
  }

  /** Results that need nothing but the document go into the same durable step that starts the checks. */
  #immediate(from: ClearanceState, entries: JournalInput[]): ClearanceState {
    let state = from;
    const { clock } = this.#context;
    const started = clock.monotonic();
    const day = dayAtGate(this.#context);
    for (const outcome of immediateOutcomes(
      state.clearance,
      day,
      this.#facts.online(),
      () => clock.monotonic() - started,
    )) {
      const event: ClearanceEvent = { type: 'CHECK_FINISHED', outcome, at: clock.now() };
      state = step(state, event).state;
      entries.push(...entriesFor(this.#context, event, state.clearance));
    }
    return state;
  }

  /** Asks the lists and the sources of the journey at once; sources that are slower than the lists answer after them. */
  async #ask(clearance: Clearance): Promise<void> {
    const told: ClearanceEvent[] = [];
    const asking = askSources(this.#context, clearance, this.#facts.online()).then((event) => told.push(event));
    const lists = await checkLists(this.#context, clearance.document);
    const together = told.splice(0);
    await this.#answered(clearance, [...lists, ...together]);
    if (together.length > 0) return;
    await asking;
    await this.#answered(clearance, told);
  }

  /** The case may have been decided or the document read again meanwhile: a late answer belongs to nobody. */
  #answered(clearance: Clearance, events: readonly ClearanceEvent[]): Promise<unknown> {
    return this.#serially(async () => {
      const state = this.#state;
      const current =
        state !== null && state.clearance.id === clearance.id && state.clearance.readings === clearance.readings;
      if (!current) return null;
      // Sources that were asked since, for a code that was shown, know more than these: the later answer stands.
      const asked = state.clearance.askedAt !== null;
      const fresh = events.filter(({ type }) => type !== 'SOURCES_ANSWERED' || !asked);
      return fresh.length === 0 ? null : this.#take(state, fresh, []);
    });
  }

  async #refused(state: ClearanceState, event: ClearanceEvent): Promise<Result<Committed, StepProblem>> {
    const why =
      event.type === 'DECIDE' ? whyClosed(state.clearance, event.decision.kind) : `${event.type}_IN_${state.phase}`;
    const by = actorOf(event);
    const refusal = entry(this.#context, 'MOVE_REFUSED', by, state.clearance, { event: event.type, why });
    const stored = await this.#context.records.commit({ entries: [refusal] });
    if (!stored.ok) this.#facts.failed(stored.error);
    return err({ code: 'WRONG_STATE', why });
  }

  #stepOf(state: ClearanceState, entries: readonly JournalInput[]): RecordStep {
    const { clearance, phase } = state;
    const stored: StoredClearance = {
      id: clearance.id,
      recordNumber: clearance.recordNumber,
      lane: clearance.lane,
      openedAt: clearance.openedAt,
      closedAt: clearance.decision?.at ?? null,
      outcome: isOver(phase) ? phase : null,
      direction: clearance.direction,
      documentKey: documentKey(clearance.document),
      state: asJson(state),
    };
    if (!isOver(phase)) return { clearance: stored, entries };
    const outbox = { clearance: clearance.id, payload: asJson(verdictOf(clearance)) };
    const cleared = clearance.decision?.kind === 'CLEARED' ? clearance.decision : null;
    return {
      clearance: stored,
      entries,
      outbox,
      files: filesOnDecision(this.#context, clearance),
      ...(cleared === null ? {} : { crossing: crossingOf(this.#context, clearance, 'CLEARED', cleared.at) }),
    };
  }
}

/** A number from 0 to 2^32 - 1, for what a posture asks of one clearance in so many. */
function drawn({ ids }: LaneContext): number {
  return new DataView(Uint8Array.from(ids.bytes(4)).buffer).getUint32(0);
}

function actorOf(event: ClearanceEvent): string {
  if (event.type === 'DECIDE') return event.decision.by;
  if (!('by' in event)) return 'system';
  if (event.by === null) return 'system';
  return typeof event.by === 'string' ? event.by : event.by.number;
}

function whyClosed(clearance: Clearance, kind: DecisionKind): string {
  return openness(clearance, kind).why[0] ?? 'NOT_ALLOWED';
}
