import { createHash } from 'node:crypto';
import type { EventId } from '../../domain/audit/events.ts';
import type { PrintedForm } from '../../domain/refusal/file.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Counters, HandOverItem, ShiftFile } from '../../domain/shift/shift_file.ts';
import { type ShiftEvent, type ShiftRefusedWhy, step } from '../../domain/shift/shift_machine.ts';
import type { ShiftReport } from '../../domain/shift/shift_report.ts';
import type { Account } from '../../ports/accounts.ts';
import type { CaseFile, Evidence } from '../../ports/case_files.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { MadePaper, NoPaper } from '../forms/made_paper.ts';
import type { Lane } from '../lane.ts';
import { asJson, entry } from '../lane_context.ts';
import { handOverItems } from './hand_over_items.ts';
import { reportOfShift } from './report_of_shift.ts';

/** How far back the last closing report is looked for, in ms. */
const LAST_MS = 72 * 3_600_000;

/** A shift as it is stored: the machine's file, where it began in the journal, and at its end the report. */
export interface StoredShift extends ShiftFile {
  readonly fromSeq: number;
  readonly report: ShiftReport | null;
  /** The report as it was made on paper; absent where it never was. */
  readonly forms?: readonly PrintedForm[];
}

export type ShiftProblem =
  | { readonly code: 'SHIFT_REFUSED'; readonly why: ShiftRefusedWhy }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

export type PrintProblem = Extract<ShiftProblem, { code: 'STORE_FAILED' }> | { readonly code: NoPaper };

/** Who begins a shift. */
export type Beginner = Pick<Account, 'number' | 'displayName'> & { readonly shift: ShiftFile['shift'] };

type Ending = Extract<ShiftEvent, { readonly type: 'SIGN' | 'CLOSE' }>;
const EVENTS_OF: Record<ShiftEvent['type'], EventId> = {
  BEGIN_HAND_OVER: 'HAND_OVER_BEGAN',
  ANSWER_ITEM: 'HAND_OVER_ANSWERED',
  CANCEL_HAND_OVER: 'HAND_OVER_CANCELLED',
  SIGN: 'SHIFT_HANDED_OVER',
  CLOSE: 'SHIFT_CLOSED',
};

const stateOf = ({ state }: CaseFile) => state as unknown as StoredShift;

/** The shift of this lane: at most one runs. Every step is durable before anyone hears of it; truth is in the store. */
export class ShiftDesk {
  readonly #lane: Lane;
  #running: CaseFile | null = null;
  #last: CaseFile | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  async start(): Promise<void> {
    const { caseFiles, clock, settings } = this.#lane.context;
    const open = await caseFiles.open('SHIFT');
    const ofLane = (files: readonly CaseFile[]) => files.find(({ lane }) => lane === settings.lane.id) ?? null;
    if (open.ok) this.#running = ofLane(open.value);
    const closed = await caseFiles.closedSince('SHIFT', clock.now() - LAST_MS, 10);
    if (closed.ok) this.#last = ofLane(closed.value);
  }

  /** The shift that runs, or null. Only committed states are ever seen here. */
  get running(): StoredShift | null {
    return this.#running === null ? null : stateOf(this.#running);
  }

  /** The shift that ended last, under the number of its file. */
  get last(): (StoredShift & { readonly number: string }) | null {
    return this.#last === null ? null : { number: this.#last.number, ...stateOf(this.#last) };
  }

  items(): Promise<readonly HandOverItem[]> {
    return handOverItems(this.#lane);
  }

  begin(by: Beginner, counters: Counters): Promise<Result<null, ShiftProblem>> {
    return this.#serially(async () => {
      if (this.#running !== null) return err({ code: 'SHIFT_REFUSED', why: 'SHIFT_RUNNING' });
      const { context } = this.#lane;
      const made = await this.#newFile(by, counters);
      if (!made.ok) return made;
      const began = entry(context, 'SHIFT_BEGAN', by.number, null, asJson({ file: made.value.number, counters }));
      const stored = await context.records.commit({ files: [made.value], entries: [began] });
      if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
      this.#running = made.value;
      this.#lane.publish();
      return ok(null);
    });
  }

  /** One step of the running shift. What is refused changes nothing and is journalled. */
  act(event: ShiftEvent): Promise<Result<null, ShiftProblem>> {
    return this.#serially(() => this.#act(event, null));
  }

  /** The step in which the lane passes: the one shift ends and the other begins, whole or not at all. */
  sign(by: string, next: Beginner): Promise<Result<null, ShiftProblem>> {
    return this.#serially(async () => {
      const items = await this.items();
      const at = this.#lane.context.clock.now();
      return this.#act({ type: 'SIGN', to: next.number, items, by, at }, next);
    });
  }

  /** The closing report made on paper: its bytes are kept in the step that names it in the file of the shift. */
  print(
    number: string,
    make: (file: CaseFile, shift: StoredShift) => Promise<MadePaper | NoPaper>,
  ): Promise<Result<Evidence, PrintProblem>> {
    return this.#serially(async () => {
      const file = this.#last;
      if (file === null || file.number !== number) return err({ code: 'FORM_NOT_DUE' });
      const shift = stateOf(file);
      const made = await make(file, shift);
      if (typeof made === 'string') return err({ code: made });
      const { printed, evidence } = made;
      const after: CaseFile = { ...file, state: asJson({ ...shift, forms: [...(shift.forms ?? []), printed] }) };
      const { context } = this.#lane;
      const told = entry(context, 'FORM_PRINTED', printed.by, null, asJson({ file: number, ...printed }));
      const stored = await context.records.commit({ files: [after], entries: [told], evidence: [evidence] });
      if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
      this.#last = after;
      return ok(evidence);
    });
  }

  async #act(event: ShiftEvent, next: Beginner | null): Promise<Result<null, ShiftProblem>> {
    const { context } = this.#lane;
    const file = this.#running;
    if (file === null) return this.#refused(event, 'NO_SHIFT');
    const after = step(stateOf(file), event);
    if (!after.ok) return this.#refused(event, after.error);
    if (event.type === 'SIGN' || event.type === 'CLOSE') return this.#end(file, after.value, event, next);
    const { type, by, at: _at, ...said } = event;
    const changed: CaseFile = { ...file, state: asJson({ ...stateOf(file), ...after.value }) };
    const told = entry(context, EVENTS_OF[type], by, null, asJson({ file: file.number, ...said }));
    const stored = await context.records.commit({ files: [changed], entries: [told] });
    if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
    this.#running = changed;
    this.#lane.publish();
    return ok(null);
  }

  async #end(
    file: CaseFile,
    after: ShiftFile,
    { type, by, at }: Ending,
    next: Beginner | null,
  ): Promise<Result<null, ShiftProblem>> {
    const { context } = this.#lane;
    const report = await reportOfShift(context, { from: file.openedAt, fromSeq: stateOf(file).fromSeq });
    if (!report.ok) return err({ code: 'STORE_FAILED', problem: report.error });
    const state: StoredShift = { ...stateOf(file), ...after, report: report.value };
    const ended: CaseFile = { ...file, closedAt: at, state: asJson(state) };
    const began = next === null || after.ended === null ? null : await this.#newFile(next, after.ended.counters);
    if (began !== null && !began.ok) return began;
    const evidence = reportFile(ended, at);
    const told = entry(
      context,
      EVENTS_OF[type],
      by,
      null,
      asJson({ file: file.number, ended: after.ended, report: report.value, evidence: evidence.hash }),
    );
    const files = began === null ? [ended] : [ended, began.value];
    const stored = await context.records.commit({ files, entries: [told], evidence: [evidence] });
    if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
    this.#last = ended;
    this.#running = began?.value ?? null;
    this.#lane.publish();
    return ok(null);
  }

  async #newFile(
    { number, displayName, shift }: Beginner,
    counters: Counters,
  ): Promise<Result<CaseFile, ShiftProblem>> {
    const { caseFiles, clock, ids, records, settings } = this.#lane.context;
    const lane = settings.lane.id;
    const [count, size] = await Promise.all([caseFiles.countNumbered('SHIFT', `${lane}-S`), records.journalSize()]);
    if (!count.ok) return err({ code: 'STORE_FAILED', problem: count.error });
    if (!size.ok) return err({ code: 'STORE_FAILED', problem: size.error });
    const at = clock.now();
    const state: StoredShift = {
      officer: number,
      displayName,
      shift,
      startedAt: at,
      counters,
      handOver: null,
      ended: null,
      fromSeq: size.value + 1,
      report: null,
    };
    return ok({
      id: ids.uuid(),
      kind: 'SHIFT',
      number: `${lane}-S${String(count.value + 1).padStart(5, '0')}`,
      lane,
      openedAt: at,
      closedAt: null,
      clearance: null,
      state: asJson(state),
    });
  }

  async #refused(event: ShiftEvent, why: ShiftRefusedWhy): Promise<Result<null, ShiftProblem>> {
    const { context } = this.#lane;
    const refused = entry(context, 'MOVE_REFUSED', event.by, null, { event: event.type, why });
    await context.records.commit({ entries: [refused] });
    return err({ code: 'SHIFT_REFUSED', why });
  }

  #serially<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => {});
    return result;
  }
}

/** The report as a file of its own, named by what it holds. */
function reportFile({ number, state }: CaseFile, at: number): Evidence {
  const bytes = new TextEncoder().encode(`${JSON.stringify(state, null, 2)}\n`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { hash, mediaType: 'application/json', name: `${number}.json`, addedAt: at, bytes };
}
