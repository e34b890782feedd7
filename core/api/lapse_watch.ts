import { firstDayAfter } from '../domain/screening/lapse.ts';
import type { RecordMark } from '../ports/records.ts';
import type { LapsedEntry } from '../ports/watchlist.ts';
import { dayAtGate, entry, type LaneContext } from './lane_context.ts';

/** How often the watch looks whether a new day has begun at the gate, in ms. */
const LOOK_MS = 60_000;
/** Entries told in one step. */
const BATCH = 200;
const MARK = 'list-lapse';

/** All entries whose last day lies before `through` were told; of those up to `before`, where it was begun, those to `after`. */
interface Told {
  readonly through: string;
  readonly before: string | null;
  readonly after: string | null;
}

const orderOf = ({ list, entry: id }: LapsedEntry): string => JSON.stringify([list, id]);

const mark = (told: Told): RecordMark => ({ name: MARK, value: { ...told } });

async function tellBatches(context: LaneContext, lapsed: readonly LapsedEntry[], told: Told): Promise<boolean> {
  for (let from = 0; from < lapsed.length; from += BATCH) {
    const batch = lapsed.slice(from, from + BATCH);
    const last = batch.at(-1);
    const entries = batch.map(({ list, entry: id, validTo }) =>
      entry(context, 'LIST_ENTRY_LAPSED', 'system', null, { list, entry: id, validTo, day: firstDayAfter(validTo) }),
    );
    const after = last ? orderOf(last) : told.after;
    const committed = await context.records.commit({ entries, mark: mark({ ...told, after }) });
    if (!committed.ok) return false;
  }
  return true;
}

async function save(context: LaneContext, through: string): Promise<boolean> {
  const done = mark({ through, before: null, after: null });
  return (await context.records.commit({ entries: [], mark: done })).ok;
}

/** Tells the journal of every entry that has lapsed since it was last told; false when it must be tried again. */
async function tellLapsed(context: LaneContext, today: string): Promise<boolean> {
  const known = await context.records.mark(MARK);
  if (!known.ok) return false;
  const told = known.value as Told | null;
  // What had passed before this booth first ran did not lapse here.
  if (told === null) return await save(context, today);
  if (told.through >= today) return true;
  // What a crash has cut short is finished as it was begun.
  const before = told.before ?? today;
  const lapsed = await context.watchlist.lapsed(told.through, before);
  if (!lapsed.ok) return false;
  const open = lapsed.value
    .filter((one) => told.after === null || orderOf(one) > told.after)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  if (!(await tellBatches(context, open, { ...told, before }))) return false;
  return (await save(context, before)) && (before === today || (await tellLapsed(context, today)));
}

/**
 * Says in the journal which entries have lapsed: at start, and soon after each midnight at the gate. That they no longer
 * match needs no watch, a look-up judges by its own day.
 */
export class LapseWatch {
  readonly #context: LaneContext;
  #toldOn = '';
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
    if (today !== this.#toldOn && (await tellLapsed(this.#context, today))) this.#toldOn = today;
    if (!this.#stopped) this.#cancel = this.#context.clock.after(LOOK_MS, () => this.start());
  }
}
