import type { LaneView } from '../../contract/lane_view.ts';
import type { Clearance } from '../domain/clearance/clearance.ts';
import { type ClearanceState, isOver } from '../domain/clearance/step.ts';
import type { CodeScanner } from '../ports/code_scanner.ts';
import type { CodeHeard, TravelQuery } from '../ports/travel_sources.ts';
import { askSources, queryOf } from './facts_asked.ts';
import { dayAtGate, entry, type LaneContext } from './lane_context.ts';
import type { LaneMemory } from './lane_memory.ts';
import type { ClearanceRunner } from './run_clearance.ts';

interface Lane {
  readonly online: () => boolean;
  /** A locked lane, or one out of service, takes none. */
  readonly takesCodes: () => boolean;
  readonly notice: (code: NonNullable<LaneView['notice']>['code']) => void;
  readonly memory: () => Pick<LaneMemory, 'notice'>;
  readonly publish: () => void;
}

/** A code that was scanned before its document. */
interface Kept {
  readonly text: string;
  readonly cancel: () => void;
}

/** A traveller shows a pass and a declaration; more than this waits for nobody, the oldest goes first. */
const MOST_KEPT = 4;

const travelQuery = (context: LaneContext, { document, direction }: Clearance): TravelQuery =>
  queryOf(document, direction, dayAtGate(context));

/**
 * Takes the codes that travellers show: each belongs to the open case, or waits a while for the next document and is then
 * forgotten. What a code says is facts like any other; it never opens, closes or blocks anything.
 */
export class CodeDesk {
  readonly #context: LaneContext;
  readonly #runner: ClearanceRunner;
  readonly #lane: Lane;
  #kept: readonly Kept[] = [];
  /** Askings are numbered: of two that are under way only the later begun knows both codes. */
  #asked = 0;
  #answered = 0;
  #scanner: CodeScanner | null = null;
  #unlisten = () => {};
  #stopped = false;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(context: LaneContext, runner: ClearanceRunner, lane: Lane) {
    this.#context = context;
    this.#runner = runner;
    this.#lane = lane;
  }

  /** Hears this scanner from now on; settings may give the lane one later, or another. */
  listen(scanner: CodeScanner | null): void {
    if (scanner === null || scanner === this.#scanner) return;
    this.#unlisten();
    this.#scanner = scanner;
    this.#unlisten = scanner.onEvent((event) => {
      if (event.kind === 'scan') void this.scanned(event.text, scanner);
    });
  }

  /** A code that was scanned. The scanner, where there is one, shows whether it was good for anything. */
  async scanned(text: string, scanner: CodeScanner | null): Promise<void> {
    if (!this.#lane.takesCodes()) return;
    const state = this.#runner.state;
    if (state === null) {
      this.#keep(text);
      return;
    }
    const heard = await this.hear(text, state.clearance, 'system', true);
    await scanner?.verdict(heard.found ? 'GOOD' : 'BAD');
  }

  /** A code for a case: its facts are recorded before this is answered. `by`: who typed it, or `system`. */
  hear(text: string, clearance: Clearance, by: string, told: boolean): Promise<CodeHeard> {
    const hearing = this.#hear(text, clearance, by, told);
    const settled: Promise<unknown> = hearing.catch(() => {}).then(() => this.#underWay.delete(settled));
    this.#underWay.add(settled);
    return hearing;
  }

  async #hear(text: string, clearance: Clearance, by: string, told: boolean): Promise<CodeHeard> {
    const { travel, records } = this.#context;
    const { kind, found } = await travel.hear(text, travelQuery(this.#context, clearance), this.#lane.online());
    const scanned = entry(this.#context, 'CODE_SCANNED', by, clearance, { kind, found, typed: by !== 'system' });
    await records.commit({ entries: [scanned] });
    if (found) await this.#askAgain(clearance);
    if (told && kind === 'VNEID') this.#lane.notice('CODE_VNEID');
    else if (told && kind === 'UNKNOWN') this.#lane.notice('CODE_UNKNOWN');
    else if (told && !found) this.#lane.notice('CODE_NOT_FOUND');
    return { kind, found };
  }

  /** The sources know of the code now: they are asked once more, and an answer that began before the present one is dropped. */
  async #askAgain(clearance: Clearance): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const answered = await askSources(this.#context, clearance, this.#lane.online());
    const { state } = this.#runner;
    // The case may have ended meanwhile, or its document be another: what the code would have said belongs to nobody.
    const { id, readings } = state?.clearance ?? {};
    if (this.#stopped || id !== clearance.id || readings !== clearance.readings || turn < this.#answered) return;
    this.#answered = turn;
    await this.#runner.send(answered);
  }

  /** A step of the case was stored: codes that wait are for it; the end of a case is told to those who keep lists. */
  committed({ clearance, phase }: ClearanceState): void {
    if (isOver(phase)) {
      const decided = clearance.decision?.kind;
      // Who was only put aside has not stood here.
      if (decided === undefined || decided === 'ABANDONED') return;
      void this.#context.travel.stood(travelQuery(this.#context, clearance), this.#context.clock.now());
      return;
    }
    const kept = this.#kept;
    if (kept.length === 0 || !clearance.document.valid) return;
    this.#drop(kept);
    for (const { text } of kept) void this.hear(text, clearance, 'system', true);
  }

  /** Resolves when no code is being heard any more; an answer that comes after this changes nothing. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unlisten();
    this.#drop(this.#kept);
    await Promise.all(this.#underWay);
  }

  #keep(text: string): void {
    const { clock, settings } = this.#context;
    // Held before the scanner twice it is still one code; its time begins anew.
    this.#drop(this.#kept.filter((one) => one.text === text));
    const cancel = clock.after(settings.travel.codeSeconds * 1000, () => this.#forget(kept));
    const kept: Kept = { text, cancel };
    this.#kept = [...this.#kept, kept];
    const [oldest] = this.#kept;
    if (this.#kept.length > MOST_KEPT && oldest !== undefined) this.#forget(oldest);
    this.#tell('CODE_KEPT');
    this.#lane.notice('CODE_KEPT');
  }

  #forget(kept: Kept): void {
    this.#drop([kept]);
    this.#tell('CODE_FORGOTTEN');
  }

  #drop(gone: readonly Kept[]): void {
    if (gone.length === 0) return;
    for (const { cancel } of gone) cancel();
    this.#kept = this.#kept.filter((one) => !gone.includes(one));
    const memory = this.#lane.memory();
    if (this.#kept.length === 0 && memory.notice?.code === 'CODE_KEPT') memory.notice = null;
    this.#lane.publish();
  }

  #tell(event: 'CODE_KEPT' | 'CODE_FORGOTTEN'): void {
    void this.#context.records.commit({ entries: [entry(this.#context, event, 'system', null, null)] });
  }
}
