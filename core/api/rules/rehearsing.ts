import type { RehearsalView } from '../../../contract/rules_view.ts';
import type { RuleSet } from '../../domain/entry/rules.ts';
import type { CrossingDifference } from '../../domain/rehearsal/crossing_difference.ts';
import type { RehearsalSums } from '../../domain/rehearsal/rehearsal_sums.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StorageProblem } from '../../ports/records.ts';
import type { Rehearsals, RunningRehearsal } from '../../ports/rehearsals.ts';
import type { RuleSnapshots } from '../../ports/rules_in_force.ts';
import { entry, type LaneContext } from '../lane_context.ts';
import { foundInWords } from './rehearsal_found.ts';

/** Differences that the desk shows one by one. */
const SHOWN = 200;
/** Between two words of progress, ms: the desk is told, not flooded. */
const TELL_EVERY_MS = 250;

/** At most one rehearsal at a time; what it found stays until the next one. */
export class Rehearsing {
  readonly #context: LaneContext;
  readonly #rehearsals: Rehearsals;
  readonly #snapshots: Pick<RuleSnapshots, 'ruleSet'>;
  readonly #tell: () => void;
  #view: RehearsalView | null = null;
  #running: RunningRehearsal | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(parts: {
    readonly context: LaneContext;
    readonly rehearsals: Rehearsals;
    readonly snapshots: Pick<RuleSnapshots, 'ruleSet'>;
    readonly tell: () => void;
  }) {
    this.#context = parts.context;
    this.#rehearsals = parts.rehearsals;
    this.#snapshots = parts.snapshots;
    this.#tell = parts.tell;
  }

  get view(): RehearsalView | null {
    return this.#view;
  }

  start(rules: RuleSet, last: number, by: string): Result<string, { readonly code: 'REHEARSAL_UNDER_WAY' }> {
    if (this.#running !== null) return err({ code: 'REHEARSAL_UNDER_WAY' });
    const { clock, ids } = this.#context;
    const id = ids.uuid();
    const view: RehearsalView = {
      id,
      version: rules.version,
      phase: 'RUNNING',
      by,
      read: 0,
      total: 0,
      startedAt: clock.now(),
      endedAt: null,
      sums: null,
      found: [],
      problem: null,
    };
    this.#view = view;
    let told = clock.monotonic();
    const found: CrossingDifference[] = [];
    const running = this.#rehearsals.start({ rules, last, told: SHOWN }, (soFar) => {
      for (const one of soFar.found) if (found.length < SHOWN) found.push(one);
      const now = clock.monotonic();
      if (this.#running !== running || now - told < TELL_EVERY_MS) return;
      told = now;
      this.#show({ ...view, read: soFar.read, total: soFar.total });
    });
    this.#running = running;
    this.#ended = running.ended.then((ended) => this.#end(view, rules, found, ended));
    this.#tell();
    return ok(id);
  }

  /** False when there is none of this name under way. */
  async stop(id: string): Promise<boolean> {
    if (this.#running === null || this.#view?.id !== id) return false;
    this.#running.cancel();
    await this.#ended;
    return true;
  }

  /** Ends what is under way; the booth is about to end. */
  async close(): Promise<void> {
    this.#running?.cancel();
    await this.#ended;
  }

  async #end(
    view: RehearsalView,
    tried: RuleSet,
    found: readonly CrossingDifference[],
    ended: Result<RehearsalSums | null, StorageProblem>,
  ): Promise<void> {
    const { clock, records } = this.#context;
    const shown = await foundInWords(found, tried, this.#snapshots);
    this.#running = null;
    const sums = ended.ok ? ended.value : null;
    const phase = ended.ok ? (sums === null ? 'CANCELLED' : 'DONE') : 'FAILED';
    const { read, differ } = sums ?? { read: 0, differ: 0 };
    const data = { version: view.version, phase, read, differ };
    // Counts before the screen: what was found out stands in the journal first.
    await records.commit({ entries: [entry(this.#context, 'RULES_REHEARSED', view.by, null, data)] });
    this.#show({
      ...view,
      phase,
      read,
      total: read,
      endedAt: clock.now(),
      sums: sums === null ? null : (structuredClone(sums) as NonNullable<RehearsalView['sums']>),
      found: shown,
      problem: ended.ok ? null : ended.error.code,
    });
  }

  #show(view: RehearsalView): void {
    this.#view = view;
    this.#tell();
  }
}
