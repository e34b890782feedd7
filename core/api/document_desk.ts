import type { LaneView } from '../../contract/lane_view.ts';
import type { Direction } from '../domain/clearance/clearance.ts';
import { type DocumentFacts, documentKey } from '../domain/document/facts.ts';
import { readDocument } from '../domain/document/read_document.ts';
import { dayAtGate, type LaneContext } from './lane_context.ts';
import type { ClearanceRunner } from './run_clearance.ts';

/** What became of a document that was read or typed. */
type Taken = 'opened' | 'again' | 'unreadable' | 'busy' | 'failed';

interface Lane {
  readonly direction: () => Direction;
  readonly notice: (code: NonNullable<LaneView['notice']>['code']) => void;
  readonly forgetNotice: () => void;
}

/** Takes documents from the reader or the keyboard, one at a time: each opens a case, is the open one's, or is turned away. */
export class DocumentDesk {
  readonly #context: LaneContext;
  readonly #runner: ClearanceRunner;
  readonly #lane: Lane;
  #recordNumber = 0;
  #rereadAsked = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(context: LaneContext, runner: ClearanceRunner, lane: Lane) {
    this.#context = context;
    this.#runner = runner;
    this.#lane = lane;
  }

  /** The highest running number given out before this start. */
  startAfter(recordNumber: number): void {
    this.#recordNumber = recordNumber;
  }

  take(lines: readonly string[], typedIn: boolean, by: string): Promise<Taken> {
    const taken = this.#queue.then(() => this.#take(lines, typedIn, by));
    this.#queue = taken.catch(() => {});
    return taken;
  }

  /** Resolves when no document is being taken any more. */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** The officer wants the lying document read once more: its checks begin anew even if it says the same. */
  expectReread(): void {
    this.#rereadAsked = true;
  }

  async #take(lines: readonly string[], typedIn: boolean, by: string): Promise<Taken> {
    const { settings, clock } = this.#context;
    const document = readDocument(lines, { today: dayAtGate(this.#context), state: settings.lane.state, typedIn });
    if (document === null) {
      this.#lane.notice('DOCUMENT_UNREADABLE');
      return 'unreadable';
    }
    const open = this.#runner.state?.clearance.document ?? null;
    this.#lane.forgetNotice();
    if (open === null) return this.#openCase(document, by);
    if (documentKey(open) !== documentKey(document) && open.valid) {
      this.#lane.notice('BUSY_WITH_CASE');
      return 'busy';
    }
    const asked = this.#rereadAsked;
    this.#rereadAsked = false;
    // A paper that lies there through a replug says the same again; the officer's answers must outlive that.
    const same = document.lines.join() === open.lines.join() && document.typedIn === open.typedIn;
    if (same && !asked) return 'again';
    const again = await this.#runner.send({ type: 'DOCUMENT_READ_AGAIN', document, at: clock.now() });
    return again.ok ? 'again' : 'failed';
  }

  async #openCase(document: DocumentFacts, by: string): Promise<Taken> {
    this.#rereadAsked = false;
    const number = `${this.#context.settings.lane.id}-${String(this.#recordNumber + 1).padStart(6, '0')}`;
    const opened = await this.#runner.open(document, number, this.#lane.direction(), by);
    if (!opened.ok) return 'failed';
    this.#recordNumber += 1;
    return 'opened';
  }
}
