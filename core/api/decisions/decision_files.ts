import type { Clearance } from '../../domain/clearance/clearance.ts';
import {
  type OverstayEvent,
  type OverstayRefusedWhy,
  openOverstay,
  overstayStep,
} from '../../domain/overstay/machine.ts';
import type { PrintedForm } from '../../domain/refusal/file.ts';
import { type RefusalEvent, type RefusalRefusedWhy, refusalStep } from '../../domain/refusal/machine.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CaseFile, Evidence } from '../../ports/case_files.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { gateDay } from '../../settings/gate_day.ts';
import { forgetSettled } from '../forget_settled.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';
import { type OpenedDecision, type OpenedOverstay, type OpenedRefusal, openedDecision } from './decision_file.ts';
import { overstayEntries } from './overstay_step.ts';
import { refusalRecords } from './refusal_step.ts';
import { stillHere } from './still_here.ts';

/** How long a decided file is still shown, in ms. */
const SHOWN_AFTER_MS = 24 * 3_600_000;
const MOST_SHOWN = 100;
const KINDS = ['REFUSAL', 'OVERSTAY'] as const;

export type DecisionProblem =
  | { readonly code: 'NO_SUCH_CASE' }
  | { readonly code: 'DECISION_REFUSED'; readonly why: RefusalRefusedWhy | OverstayRefusedWhy }
  | { readonly code: 'WRONG_STATE'; readonly why: string }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

type Answer<T> = Promise<Result<T, DecisionProblem>>;

/**
 * The files of refusals and overstays. Steps are taken one after the other; each is durable before anyone hears of it; what
 * is refused changes nothing and is journalled. Truth is in the store; this only runs it.
 */
export class DecisionFiles {
  readonly #lane: Lane;
  readonly #referred: () => Promise<void>;
  readonly #files = new Map<string, OpenedDecision>();
  #queue: Promise<unknown> = Promise.resolve();
  #unlisten = () => {};

  /** `referred`: told when a file of the second line was opened here, or what stood in the way of one has ended. */
  constructor(lane: Lane, referred: () => Promise<void>) {
    this.#lane = lane;
    this.#referred = referred;
  }

  /** Takes up every open file, and those decided of late, as they were. */
  async start(): Promise<void> {
    await this.#look();
    this.#unlisten = this.#lane.onDecided(({ decision }) => {
      if (decision?.refusal !== undefined) void this.#serially(() => this.#look());
    });
  }

  async stop(): Promise<void> {
    this.#unlisten();
    await this.#queue;
  }

  /** Somebody else has put a file into the store: it waits for the head of unit from now on. */
  takeUp(): Promise<void> {
    return this.#serially(() => this.#look());
  }

  /** Resolves when every step under way has been taken. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Open ones first, the longest waiting before the others; then those decided in the last day. */
  get all(): readonly OpenedDecision[] {
    const since = this.#lane.context.clock.now() - SHOWN_AFTER_MS;
    const all = [...this.#files.values()].filter(({ file }) => (file.closedAt ?? since) >= since);
    const open = all.filter(({ file }) => file.closedAt === null).sort((a, b) => a.file.openedAt - b.file.openedAt);
    const over = all.filter(({ file }) => file.closedAt !== null);
    return [...open, ...over.sort((a, b) => (b.file.closedAt ?? 0) - (a.file.closedAt ?? 0))];
  }

  /** The file of this id, an old one from the store. */
  byId(id: string): Promise<OpenedDecision | null> {
    return this.#serially(() => this.#find(id));
  }

  /** The newest file of a kind that belongs to a clearance, as far as it is open or was decided of late. */
  ofClearance(kind: OpenedDecision['kind'], clearance: string): OpenedDecision | null {
    const found = [...this.#files.values()].filter((one) => one.kind === kind && one.file.clearance === clearance);
    return found.sort((a, b) => b.file.openedAt - a.file.openedAt)[0] ?? null;
  }

  /** The files of a clearance that were settled so long ago that they have left memory, newest first. */
  settledOf(clearance: string): Promise<readonly OpenedDecision[]> {
    return this.#serially(async () => {
      const found = await this.#lane.context.caseFiles.ofClearance(clearance);
      const gone = (found.ok ? found.value : []).filter(({ id }) => !this.#files.has(id));
      const opened = await Promise.all(gone.map((file) => openedDecision(this.#lane.context, file)));
      return opened.filter((one) => one !== null).reverse();
    });
  }

  /** Opens the procedure of the overstay that the law found in the open clearance. */
  openOverstay(clearance: Clearance, by: string): Answer<OpenedOverstay> {
    return this.#serially(async () => {
      const { context, runner } = this.#lane;
      const at = context.clock.now();
      const { id: lane, timeZone } = context.settings.lane;
      const prefix = `${lane}-${gateDay(at, timeZone).slice(0, 4)}-`;
      const before = await context.caseFiles.countNumbered('OVERSTAY', prefix);
      if (!before.ok) return err({ code: 'STORE_FAILED', problem: before.error });
      // The person may have gone while this waited: nobody gets a file for another's days.
      const now = runner.state?.clearance;
      if (now?.id !== clearance.id) return err({ code: 'WRONG_STATE', why: 'OTHER_CASE' });
      const explained = now.law?.explanation.overstay ?? null;
      if (explained === null) return err({ code: 'WRONG_STATE', why: 'NO_OVERSTAY' });
      const number = `${prefix}${String(before.value + 1).padStart(4, '0')}`;
      const state = openOverstay(clearance.recordNumber, explained, { by, at });
      const file: CaseFile = {
        id: context.ids.uuid(),
        kind: 'OVERSTAY',
        number,
        lane,
        openedAt: at,
        closedAt: null,
        clearance: clearance.id,
        state: asJson(state),
      };
      const { daysOver } = explained;
      const filed = { type: 'OVERSTAY_FILED', file: number, daysOver, by, at } as const;
      const sent = await runner.send(filed, { entries: [], files: [file] });
      if (!sent.ok) return err(stepRefused(sent.error));
      const opened: OpenedOverstay = { kind: 'OVERSTAY', file, state, clearance: sent.value.state };
      this.#files.set(file.id, opened);
      this.#publish();
      return ok(opened);
    });
  }

  /** One step of a refusal, with the pieces of evidence that belong to it. */
  refusal(id: string, event: RefusalEvent, evidence: readonly Evidence[] = []): Answer<OpenedRefusal> {
    return this.#serially(async () => {
      const opened = await this.#find(id);
      if (opened?.kind !== 'REFUSAL') return err({ code: 'NO_SUCH_CASE' });
      const next = refusalStep(opened.state, event);
      if (!next.ok) return this.#refused(opened, event, next.error);
      const closedAt = next.value.decided?.at ?? null;
      const file = { ...opened.file, closedAt, state: asJson(next.value) };
      const after: OpenedRefusal = { ...opened, file, state: next.value };
      const records = refusalRecords(this.#lane.context, after, event);
      const stored = await this.#lane.context.records.commit({ ...records, evidence });
      if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
      if (next.value.stage === 'SECOND_LINE' && event.type === 'DECIDE') await this.#referred();
      return ok(this.#keep(after));
    });
  }

  /** One step of an overstay; its close is one step with what it means for the clearance. */
  overstay(id: string, event: OverstayEvent, evidence: readonly Evidence[] = []): Answer<OpenedOverstay> {
    return this.#serially(async () => this.#overstayStep(await this.#find(id), event, evidence));
  }

  /** Ends the file of a person who stands here no more, or for whom the law finds other days now. */
  endOverstay(id: string, said: Pick<Extract<OverstayEvent, { type: 'END' }>, 'reason' | 'by' | 'at'>) {
    return this.#serially(async () => {
      const opened = await this.#find(id);
      const here = opened?.kind === 'OVERSTAY' && (await stillHere(this.#lane, opened));
      return this.#overstayStep(opened, { type: 'END', here, ...said }, []);
    });
  }

  async #overstayStep(
    opened: OpenedDecision | null,
    event: OverstayEvent,
    evidence: readonly Evidence[],
  ): Answer<OpenedOverstay> {
    if (opened?.kind !== 'OVERSTAY') return err({ code: 'NO_SUCH_CASE' });
    const next = overstayStep(opened.state, event);
    if (!next.ok) return this.#refused(opened, event, next.error);
    const closedAt = next.value.closed?.at ?? null;
    const file = { ...opened.file, closedAt, state: asJson(next.value) };
    const after: OpenedOverstay = { ...opened, file, state: next.value };
    const stored = await this.#storeOverstay(after, event, evidence);
    return stored.ok ? ok(this.#keep(after)) : stored;
  }

  /** A paper was made of a file: its bytes are stored in the step that names it. */
  printed({ kind, file }: OpenedDecision, form: PrintedForm, evidence: Evidence): Answer<OpenedDecision> {
    const event = { type: 'PRINTED', form } as const;
    return kind === 'REFUSAL' ? this.refusal(file.id, event, [evidence]) : this.overstay(file.id, event, [evidence]);
  }

  async #storeOverstay(
    after: OpenedOverstay,
    event: OverstayEvent,
    evidence: readonly Evidence[],
  ): Promise<Result<null, DecisionProblem>> {
    const { context, runner } = this.#lane;
    const { number } = after.file;
    const open = runner.state?.clearance;
    const ofOpenCase = open?.id === after.file.clearance && open.overstay?.file === number;
    const entries = overstayEntries(context, after, event, ofOpenCase);
    // Once the clearance is over, or its document another, the file ends alone and never touches who stands there now.
    if ((event.type === 'CLOSE' || event.type === 'END') && ofOpenCase) {
      const settled = after.state.stage === 'SETTLED';
      const closed = { type: 'OVERSTAY_CLOSED', file: number, settled, by: event.by.number, at: event.at } as const;
      const sent = await runner.send(closed, { entries, files: [after.file] });
      if (sent.ok) return ok(null);
      if (sent.error.code === 'STORE' || runner.state !== null) return err(stepRefused(sent.error));
    }
    const stored = await context.records.commit({ files: [after.file], entries, evidence });
    if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
    // The person was sent on meanwhile: the second line hears that the overstay is over.
    if (event.type === 'CLOSE') await this.#referred();
    return ok(null);
  }

  /** Shows what was done; the lane's counter keeps those of its own proposals in sight that still wait. */
  #publish(): void {
    const { memory, context } = this.#lane;
    forgetSettled(this.#files, { since: context.clock.now() - SHOWN_AFTER_MS, most: MOST_SHOWN });
    memory.proposals = this.all.flatMap((one) => {
      if (one.kind !== 'REFUSAL' || one.state.stage !== 'PROPOSED' || one.file.lane !== context.settings.lane.id)
        return [];
      const { ground, decider } = one.state;
      return [{ file: one.file.id, number: one.file.number, ground, decider }];
    });
    this.#lane.publish();
  }

  #keep<T extends OpenedDecision>(after: T): T {
    this.#files.set(after.file.id, after);
    this.#publish();
    return after;
  }

  async #refused(
    { file, clearance }: OpenedDecision,
    event: RefusalEvent | OverstayEvent,
    why: RefusalRefusedWhy | OverstayRefusedWhy,
  ): Promise<Result<never, DecisionProblem>> {
    const { context } = this.#lane;
    const by = event.type === 'PRINTED' ? event.form.by : event.by.number;
    const data = { file: file.number, event: event.type, why };
    await context.records.commit({ entries: [entry(context, 'MOVE_REFUSED', by, clearance.clearance, data)] });
    return err({ code: 'DECISION_REFUSED', why });
  }

  #serially<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => {});
    return result;
  }

  async #find(id: string): Promise<OpenedDecision | null> {
    const known = this.#files.get(id);
    if (known !== undefined) return known;
    const found = await this.#lane.context.caseFiles.byId(id);
    return found.ok && found.value !== null ? openedDecision(this.#lane.context, found.value) : null;
  }

  /** Reads the files that the store has and this does not yet. */
  async #look(): Promise<void> {
    const { caseFiles, clock } = this.#lane.context;
    for (const kind of KINDS) {
      const [open, closed] = await Promise.all([
        caseFiles.open(kind),
        caseFiles.closedSince(kind, clock.now() - SHOWN_AFTER_MS, MOST_SHOWN),
      ]);
      for (const file of [...(open.ok ? open.value : []), ...(closed.ok ? closed.value : [])]) {
        if (this.#files.has(file.id)) continue;
        const opened = await openedDecision(this.#lane.context, file);
        if (opened !== null) this.#files.set(file.id, opened);
      }
    }
    this.#publish();
  }
}

function stepRefused(
  problem:
    | { readonly code: 'WRONG_STATE'; readonly why: string }
    | { readonly code: 'STORE'; readonly problem: StorageProblem },
): DecisionProblem {
  return problem.code === 'STORE' ? { code: 'STORE_FAILED', problem: problem.problem } : problem;
}
