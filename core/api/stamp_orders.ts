import { z } from 'zod';
import { orderNow, STAMP_RULES, type StampDone, type StampOrder } from '../domain/clearance/stamp_order.ts';
import type { Result } from '../domain/result.ts';
import type { Json, RecordMark, StorageProblem } from '../ports/records.ts';
import { entry, type LaneContext } from './lane_context.ts';

const MARK = 'stamp-order';
const stored = z.object({ rule: z.enum(STAMP_RULES), by: z.string(), at: z.number() });

function read(value: Json): StampOrder | null {
  const order = stored.safeParse(value);
  return order.success ? order.data : null;
}

/** The order of the shift's leader about stamps: kept over a restart, ended when the network is back or its hours are over. */
export class StampOrders {
  readonly #context: LaneContext;
  readonly #offline: () => boolean;
  #order: StampOrder | null = null;

  constructor(context: LaneContext, offline: () => boolean) {
    this.#context = context;
    this.#offline = offline;
  }

  async start(): Promise<void> {
    const mark = await this.#context.records.mark(MARK);
    this.#order = mark.ok ? read(mark.value) : null;
  }

  get current(): StampOrder | null {
    const { clock, settings } = this.#context;
    return orderNow(this.#order, this.#offline(), clock.now(), settings.law.stampOrderHours);
  }

  /** What is done with a document now. */
  get done(): StampDone {
    const { stamp } = this.#context.settings.lane;
    const order = this.current;
    if (order !== null) return { rule: order.rule, order: { by: order.by, at: order.at } };
    return { rule: stamp[this.#offline() ? 'offline' : 'online'], order: null };
  }

  async give(rule: StampOrder['rule'], by: string): Promise<Result<null, StorageProblem>> {
    const order: StampOrder = { rule, by, at: this.#context.clock.now() };
    const written = await this.#context.records.commit({
      entries: [entry(this.#context, 'STAMP_ORDERED', by, null, { rule })],
      mark: { name: MARK, value: { ...order } },
    });
    if (!written.ok) return written;
    this.#order = order;
    return { ok: true, value: null };
  }

  /** The network is back: what belongs into the step that says so. */
  end(): { readonly mark?: RecordMark } {
    if (this.#order === null) return {};
    this.#order = null;
    return { mark: { name: MARK, value: null } };
  }
}
