import type { RulesOrder, RulesView } from '../../../contract/rules_view.ts';
import type { EventId } from '../../domain/audit/events.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Rehearsals } from '../../ports/rehearsals.ts';
import type { RuleSnapshot, RuleSnapshots, RulesProblem } from '../../ports/rules_in_force.ts';
import { dayAtGate, entry, type LaneContext } from '../lane_context.ts';
import { laneSettingsOf } from './lane_settings.ts';
import { Rehearsing } from './rehearsing.ts';
import { openPointsOf, tablesOf } from './rule_tables.ts';

export type OrderProblem =
  | { readonly code: 'CHANGE_UNDER_WAY' | 'NO_SUCH_CHANGE' }
  | { readonly code: 'RULES_FAILED'; readonly problem: { readonly code: string } };

const copied = <T>(one: T): T => structuredClone(one);

/** The desk of the law: what waits for a second person lives here, and a restart forgets it. */
export class RulesDesk {
  readonly rehearsing: Rehearsing;
  readonly snapshots: RuleSnapshots;
  readonly #context: LaneContext;
  readonly #tell: () => void;
  #order: RulesOrder | null = null;
  #putting = false;

  constructor(parts: {
    readonly context: LaneContext;
    readonly snapshots: RuleSnapshots;
    readonly rehearsals: Rehearsals;
    /** Told after every change of the view. */
    readonly tell: () => void;
  }) {
    this.#context = parts.context;
    this.#tell = parts.tell;
    this.snapshots = parts.snapshots;
    this.rehearsing = new Rehearsing(parts);
  }

  get order(): RulesOrder | null {
    return this.#order;
  }

  /** `sees`: whether record numbers may be shown. */
  view(mayChange: boolean, sees: boolean): RulesView {
    const { inForce, before, waiting, problem } = this.snapshots.status();
    const rules = this.snapshots.current()?.rules;
    const { view } = this.rehearsing;
    const found = view?.found.map((one) => ({ ...one, recordNumber: sees ? one.recordNumber : null })) ?? [];
    return {
      inForce: copied(inForce),
      before: copied(before),
      waiting: [...waiting],
      problem,
      tables: rules === undefined ? [] : tablesOf(rules, dayAtGate(this.#context)),
      openPoints: rules === undefined ? [] : openPointsOf(rules),
      laneSettings: laneSettingsOf(this.#context.settings),
      rehearsal: view === null ? null : { ...view, found },
      order: this.#order,
      mayChange,
    };
  }

  async takeIn(file: string): Promise<Result<RuleSnapshot, RulesProblem>> {
    const taken = await this.snapshots.takeInFile(file);
    this.#tell();
    return taken;
  }

  async orderChange(version: string | null, by: string): Promise<Result<string, OrderProblem>> {
    if (this.#order?.phase === 'WAITING') return err({ code: 'CHANGE_UNDER_WAY' });
    const before = this.snapshots.status().before?.version;
    if (version === null && before === undefined) return failed({ code: 'RULES_NO_EARLIER' });
    const refused = version === null ? null : this.snapshots.mayFollow(version);
    if (refused !== null) return failed(refused);
    const { clock, ids } = this.#context;
    const order: RulesOrder = {
      id: ids.uuid(),
      what: version === null ? 'RETURN' : 'ACTIVATE',
      version: version ?? before ?? '',
      orderedBy: by,
      orderedAt: clock.now(),
      phase: 'WAITING',
      endedBy: null,
      problem: null,
    };
    const written = await this.#journal('RULES_CHANGE_ORDERED', by, order);
    if (!written.ok) return written;
    this.#show(order);
    return ok(order.id);
  }

  async discard(id: string, by: string): Promise<Result<null, OrderProblem>> {
    const order = this.#order;
    if (order?.id !== id || order.phase !== 'WAITING' || this.#putting) return err({ code: 'NO_SUCH_CHANGE' });
    const written = await this.#journal('RULES_CHANGE_DISCARDED', by, order);
    if (!written.ok) return written;
    this.#show({ ...order, phase: 'DISCARDED', endedBy: by });
    return ok(null);
  }

  /** Puts the ordered law in force. Who `second` is, and that it is a head of unit and another person, has been proven. */
  async confirm(id: string, second: string): Promise<Result<null, OrderProblem>> {
    const order = this.#order;
    if (order?.id !== id || order.phase !== 'WAITING' || this.#putting) return err({ code: 'NO_SUCH_CHANGE' });
    const { version, orderedBy } = order;
    // Two words of confirmation put it in force once.
    this.#putting = true;
    const putting =
      order.what === 'RETURN'
        ? this.snapshots.goBack(orderedBy, second)
        : this.snapshots.activate(version, orderedBy, second);
    const done = await putting.finally(() => {
      this.#putting = false;
    });
    if (done.ok) {
      this.#show({ ...order, phase: 'DONE', endedBy: second });
      return ok(null);
    }
    this.#show({ ...order, phase: 'FAILED', endedBy: second, problem: done.error.code });
    await this.#journal('RULES_CHANGE_DISCARDED', second, order, done.error.code);
    return failed(done.error);
  }

  close(): Promise<void> {
    return this.rehearsing.close();
  }

  #show(order: RulesOrder): void {
    this.#order = order;
    this.#tell();
  }

  async #journal(
    event: EventId & `RULES_CHANGE_${string}`,
    by: string,
    { id, what, version }: RulesOrder,
    problem: string | null = null,
  ): Promise<Result<null, OrderProblem>> {
    const data = { change: id, what, version, problem };
    const written = await this.#context.records.commit({ entries: [entry(this.#context, event, by, null, data)] });
    return written.ok ? ok(null) : failed(written.error);
  }
}

const failed = (problem: { readonly code: string }): Result<never, OrderProblem> =>
  err({ code: 'RULES_FAILED', problem });
