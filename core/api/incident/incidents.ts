import type { Incident, Trigger } from '../../domain/incident/incident.ts';
import type { IncidentMove, MoveRefused, Mover } from '../../domain/incident/moves.ts';
import { openIncident } from '../../domain/incident/open.ts';
import { escalated, nextEscalation } from '../../domain/incident/overdue.ts';
import type { CallLevel, IncidentKind, Playbooks } from '../../domain/incident/playbook.ts';
import { step } from '../../domain/incident/step.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CaseFile, Evidence } from '../../ports/case_files.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { MadePaper, NoPaper } from '../forms/made_paper.ts';
import { asJson, dayAtGate, entry, type LaneContext } from '../lane_context.ts';
import { incidentEntries } from './incident_entries.ts';

export type IncidentProblem =
  | { readonly code: 'NO_SUCH_INCIDENT' }
  | { readonly code: 'REFUSED'; readonly why: MoveRefused }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

export type PrintProblem = Exclude<IncidentProblem, { code: 'REFUSED' }> | { readonly code: NoPaper };

/** A call for help, as it comes in. */
export interface Call {
  readonly kind: IncidentKind;
  readonly level: CallLevel;
  readonly trigger: Trigger;
  /** An officer's number or `system`. */
  readonly by: string;
  /** Leads at once, because it is a supervisor who opens it. */
  readonly leads: boolean;
  readonly clearance: { readonly id: string; readonly recordNumber: string } | null;
}

const RETRY_MS = 5_000;
const LONGEST_WAIT = 6 * 3_600_000;
const WEEK = 7 * 24 * 3_600_000;

/** The incidents of a lane: every move durable before anybody hears of it, open ones taken up again after a restart. */
export class Incidents {
  readonly #context: LaneContext;
  readonly playbooks: Playbooks;
  readonly #changed: () => void;
  #open: readonly Incident[] = [];
  #closed: readonly Incident[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #cancel = () => {};
  #stopped = false;

  constructor(context: LaneContext, playbooks: Playbooks, changed: () => void) {
    this.#context = context;
    this.playbooks = playbooks;
    this.#changed = changed;
  }

  async start(): Promise<void> {
    const { caseFiles, clock } = this.#context;
    const open = await caseFiles.open('INCIDENT');
    const closed = await caseFiles.closedSince('INCIDENT', clock.now() - WEEK, 50);
    if (open.ok) this.#open = open.value.map(incidentOf);
    if (closed.ok) this.#closed = closed.value.map(incidentOf);
    await this.#serially(() => this.#look());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#queue;
  }

  get open(): readonly Incident[] {
    return this.#open;
  }

  get closed(): readonly Incident[] {
    return this.#closed;
  }

  get stopLane(): boolean {
    return this.#open.some(({ laneStopped }) => laneStopped);
  }

  /** Whether this officer's silent call stands written down. */
  heard(officer: string): boolean {
    return this.#open.some(({ level, openedBy }) => level === 'SILENT' && openedBy === officer);
  }

  call(call: Call): Promise<Result<Incident, IncidentProblem>> {
    return this.#serially(async () => {
      const { settings, clock, ids } = this.#context;
      const number = await this.#nextNumber();
      if (!number.ok) return number;
      const { kind, level, trigger, by, leads, clearance } = call;
      const opened = openIncident(
        {
          id: ids.uuid(),
          number: number.value,
          lane: settings.lane.id,
          gate: settings.lane.gate,
          place: settings.lane.id,
          level,
          trigger,
          openedAt: clock.now(),
          openedBy: by,
          clearances: clearance === null ? [] : [clearance],
          leader: leads ? by : null,
        },
        this.playbooks[kind],
      );
      return this.#save(null, opened, []);
    });
  }

  /** One move; a refused one is journalled and changes nothing. `evidence` is kept in the same step. */
  move(
    id: string,
    move: IncidentMove,
    by: Mover,
    evidence: readonly Evidence[] = [],
  ): Promise<Result<Incident, IncidentProblem>> {
    return this.#serially(async () => {
      const before = this.#open.find((one) => one.id === id);
      if (before === undefined) return err({ code: 'NO_SUCH_INCIDENT' });
      const after = step(before, move, { at: this.#context.clock.now(), by });
      if (!after.ok) return this.#refused(before, move, by, after.error);
      return this.#save(before, after.value, evidence);
    });
  }

  /** A report made on paper: its bytes are kept in the step that names it, also after the closing. */
  print(
    id: string,
    make: (incident: Incident) => Promise<MadePaper | NoPaper>,
  ): Promise<Result<Evidence, PrintProblem>> {
    return this.#serially(async () => {
      const before = [...this.#open, ...this.#closed].find((one) => one.id === id);
      if (before === undefined) return err({ code: 'NO_SUCH_INCIDENT' });
      const made = await make(before);
      if (typeof made === 'string') return err({ code: made });
      const { printed, evidence } = made;
      const after: Incident = { ...before, forms: [...before.forms, printed] };
      const said = asJson({ incident: before.number, paper: printed.form, ...printed });
      const told = entry(this.#context, 'INCIDENT_REPORTED', printed.by, null, said);
      const stored = await this.#context.records.commit({
        entries: [told],
        files: [fileOf(after)],
        evidence: [evidence],
      });
      if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
      const put = (one: Incident): Incident => (one.id === id ? after : one);
      this.#open = this.#open.map(put);
      this.#closed = this.#closed.map(put);
      this.#changed();
      return ok(evidence);
    });
  }

  async #save(
    before: Incident | null,
    after: Incident,
    evidence: readonly Evidence[],
  ): Promise<Result<Incident, IncidentProblem>> {
    const entries = incidentEntries(this.#context, before, after);
    const stored = await this.#context.records.commit({ entries, files: [fileOf(after)], evidence });
    if (!stored.ok) return err({ code: 'STORE_FAILED', problem: stored.error });
    const others = this.#open.filter(({ id }) => id !== after.id);
    this.#open = after.closed === null ? [...others, after].sort((a, b) => a.openedAt - b.openedAt) : others;
    if (after.closed !== null) this.#closed = [after, ...this.#closed].slice(0, 50);
    this.#changed();
    this.#wait(null);
    return ok(after);
  }

  async #refused(
    incident: Incident,
    move: IncidentMove,
    by: Mover,
    why: MoveRefused,
  ): Promise<Result<never, IncidentProblem>> {
    const data = { incident: incident.number, move: move.type, why };
    const refusal = entry(this.#context, 'INCIDENT_REFUSED', by.number, incident.clearances[0] ?? null, data);
    const stored = await this.#context.records.commit({ entries: [refusal] });
    return err(stored.ok ? { code: 'REFUSED', why } : { code: 'STORE_FAILED', problem: stored.error });
  }

  /** Tells on what is overdue, and waits for the next. */
  async #look(): Promise<void> {
    let failed = false;
    for (const one of this.#open) {
      const after = escalated(one, this.#context.clock.now(), this.#toHeadAfter);
      if (after !== null) failed = !(await this.#save(one, after, [])).ok || failed;
    }
    this.#wait(failed ? RETRY_MS : null);
  }

  get #toHeadAfter(): number {
    return this.#context.settings.incident.toHeadAfterMinutes * 60_000;
  }

  #wait(retry: number | null): void {
    this.#cancel();
    if (this.#stopped) return;
    const next = retry ?? nextEscalation(this.#open, this.#context.clock.now(), this.#toHeadAfter);
    if (next === null) return;
    this.#cancel = this.#context.clock.after(Math.min(next, LONGEST_WAIT), () => {
      void this.#serially(() => this.#look());
    });
  }

  async #nextNumber(): Promise<Result<string, IncidentProblem>> {
    const prefix = `${this.#context.settings.lane.id}-${dayAtGate(this.#context).slice(0, 4)}-`;
    const count = await this.#context.caseFiles.countNumbered('INCIDENT', prefix);
    if (!count.ok) return err({ code: 'STORE_FAILED', problem: count.error });
    return ok(`${prefix}${String(count.value + 1).padStart(4, '0')}`);
  }

  #serially<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(run);
    this.#queue = result.catch(() => {});
    return result;
  }
}

/** Incidents stored before there were reports on paper have none. */
const incidentOf = ({ state }: CaseFile): Incident => ({ forms: [], ...(state as unknown as Omit<Incident, 'forms'>) });

function fileOf(incident: Incident): CaseFile {
  return {
    id: incident.id,
    kind: 'INCIDENT',
    number: incident.number,
    lane: incident.lane,
    openedAt: incident.openedAt,
    closedAt: incident.closed?.at ?? null,
    clearance: incident.clearances[0]?.id ?? null,
    state: asJson(incident),
  };
}
