import { dayAtGate, entry, type LaneContext } from '../lane_context.ts';

/** How often the watch looks whether a new day has begun at the gate, in ms. */
const LOOK_MS = 60_000;
/** Crossings forgotten in one transaction, so that no commit waits long for one. */
const BATCH = 200;
const DAY_MS = 86_400_000;

/** Forgets what patterns keep of crossings older than `patterns.keepDays`: at start, and soon after each midnight at the gate. */
export class ForgetWatch {
  readonly #context: LaneContext;
  #doneOn = '';
  #cancel = () => {};
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(context: LaneContext) {
    this.#context = context;
  }

  start(): void {
    this.#running = this.#look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#running;
  }

  async #look(): Promise<void> {
    const today = dayAtGate(this.#context);
    if (today !== this.#doneOn && (await this.#forget())) this.#doneOn = today;
    if (!this.#stopped) this.#cancel = this.#context.clock.after(LOOK_MS, () => this.start());
  }

  /** False when it must be tried again. */
  async #forget(): Promise<boolean> {
    const { clock, patterns, records, settings } = this.#context;
    const before = clock.now() - settings.patterns.keepDays * DAY_MS;
    let count = 0;
    let last = BATCH;
    while (last === BATCH && !this.#stopped) {
      const forgotten = await patterns.forgetBefore(before, BATCH);
      if (!forgotten.ok) return false;
      last = forgotten.value;
      count += last;
    }
    if (count === 0) return true;
    const told = entry(this.#context, 'PATTERNS_FORGOTTEN', 'system', null, { before, crossings: count });
    return (await records.commit({ entries: [told] })).ok;
  }
}
