import type { TakingView } from '../../../contract/advance_view.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { AdvanceForm } from '../../domain/travel/advance_questions.ts';
import { placedFault } from '../../domain/travel/file_fault.ts';
import type { AdvanceData } from '../../ports/advance_data.ts';
import type { IncomingLists } from '../../ports/incoming_lists.ts';
import type { StorageProblem } from '../../ports/records.ts';
import { asJson, entry, type LaneContext } from '../lane_context.ts';
import { summaryView } from './advance_view.ts';

/** Those who follow hear of progress no more often, ms. */
const TELL_EVERY_MS = 500;
const MEGABYTE = 1_000_000;

export type TakingProblem =
  | { readonly code: 'TAKING_UNDER_WAY' | 'NO_SUCH_FILE' }
  | { readonly code: 'FILE_TOO_LARGE'; readonly most: number }
  | { readonly code: 'STORE_FAILED'; readonly problem: StorageProblem };

/** What is ordered: a file of the drop folder by its name, and what it is. */
export interface TakingOrder {
  readonly file: string;
  readonly form: AdvanceForm;
}

export interface AdvanceImportParts {
  readonly context: LaneContext;
  readonly advance: AdvanceData;
  readonly incoming: IncomingLists;
  /** Told after every change of `taking`. */
  readonly tell: () => void;
}

/** Brings files of advance data in, one at a time. Who ordered what is journalled before it begins, how it ended after. */
export class AdvanceImport {
  readonly #parts: AdvanceImportParts;
  #taking: TakingView | null = null;
  /** Who has given up the file that is being taken in. */
  #givenUpBy: string | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: AdvanceImportParts) {
    this.#parts = parts;
  }

  /** The file that is being taken in, or the last one of this start. */
  get taking(): TakingView | null {
    return this.#taking;
  }

  /** Begins to take a file in. @returns the id of the taking. */
  async take(order: TakingOrder, by: string): Promise<Result<string, TakingProblem>> {
    const before = this.#taking;
    if (before?.phase === 'TAKING') return err({ code: 'TAKING_UNDER_WAY' });
    const { context } = this.#parts;
    const id = context.ids.uuid();
    const begun: TakingView = {
      ...{ id, ...order, by, at: context.clock.now() },
      ...{ phase: 'TAKING', bytes: 0, size: 0, problem: null, summary: null },
    };
    // Set before anything is waited for: of two orders at once the second is refused.
    this.#taking = begun;
    this.#givenUpBy = null;
    const found = await this.#fileOf(order);
    if (!found.ok) {
      this.#taking = before;
      await this.#journal('ADVANCE_DATA_NOT_TAKEN', by, { ...order, problem: found.error.code });
      return found;
    }
    const written = await this.#journal('ADVANCE_DATA_ORDERED', by, { taking: id, ...order });
    if (!written.ok) {
      this.#taking = before;
      return err({ code: 'STORE_FAILED', problem: written.error });
    }
    this.#taking = { ...begun, size: found.value.size };
    this.#work = this.#run(this.#taking, found.value.path);
    this.#parts.tell();
    return ok(id);
  }

  /** Gives up what is being taken in. @returns false where that has ended already. */
  cancel(taking: string, by: string): boolean {
    if (this.#taking?.id !== taking || this.#taking.phase !== 'TAKING') return false;
    this.#givenUpBy = by;
    this.#parts.advance.giveUp();
    return true;
  }

  /** Gives up a file that is being taken in, and waits for its end. */
  async stop(): Promise<void> {
    if (this.#taking?.phase === 'TAKING') this.cancel(this.#taking.id, 'system');
    await this.#work;
  }

  /** Where a file lies and how large it is, if it may be taken in. */
  async #fileOf({ file }: TakingOrder): Promise<Result<{ path: string; size: number }, TakingProblem>> {
    const { incoming, context } = this.#parts;
    const [path, files] = [await incoming.pathOf(file), await incoming.files()];
    const listed = files.ok ? files.value.find(({ name }) => name === file) : undefined;
    if (!path.ok || listed === undefined) return err({ code: 'NO_SUCH_FILE' });
    const most = context.settings.travel.largestFileMegabytes;
    if (listed.bytes > most * MEGABYTE) return err({ code: 'FILE_TOO_LARGE', most });
    return ok({ path: path.value, size: listed.bytes });
  }

  async #run(begun: TakingView, path: string): Promise<void> {
    const { advance, context, tell } = this.#parts;
    const { id, file, form, by, at } = begun;
    let toldAt = context.clock.monotonic();
    const taken = await advance.take({ path, form, told: { by, at } }, (bytes) => {
      this.#taking = { ...begun, bytes };
      if (context.clock.monotonic() - toldAt < TELL_EVERY_MS) return;
      toldAt = context.clock.monotonic();
      tell();
    });
    const order = { taking: id, file, form };
    if (taken.ok) {
      const summary = summaryView(taken.value);
      const { rejected: _, ...counts } = summary;
      await this.#journal('ADVANCE_DATA_TAKEN', by, { ...order, ...counts });
      this.#taking = { ...begun, phase: 'DONE', bytes: begun.size, summary };
    } else {
      const problem = placedFault(taken.error);
      const cancelled = taken.error.code === 'ADVANCE_CANCELLED';
      const who = cancelled ? (this.#givenUpBy ?? by) : by;
      await this.#journal('ADVANCE_DATA_NOT_TAKEN', who, { ...order, problem: taken.error.code, word: problem.word });
      this.#taking = { ...begun, phase: cancelled ? 'CANCELLED' : 'FAILED', problem };
    }
    tell();
  }

  #journal(event: `ADVANCE_DATA_${'ORDERED' | 'TAKEN' | 'NOT_TAKEN'}`, by: string, data: object) {
    const { context } = this.#parts;
    return context.records.commit({ entries: [entry(context, event, by, null, asJson(data))] });
  }
}
