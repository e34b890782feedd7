import type { PcscContext, PcscLibrary } from './pcsc_library.ts';

/** The service answers at the latest after this time, so that the watch can end. */
const LOOK_AGAIN_MS = 1000;
/** In the upper half of a state the service counts the comings and goings of chips. */
const COUNT_SHIFT = 16;

/** What the watch of one reader tells. */
export interface ReaderWatcher {
  /** The answer to reset of the chip that lies there now, or null. */
  chip(atr: Uint8Array | null): void;
  /** The reader, or the whole service, is gone; `error` is the service's own where it gave one. */
  gone(error: Error | null): void;
}

/**
 * Asks the service about one reader and waits for each change, until stopped. A chip that was away for less time than the
 * service takes to say so is told as gone and come again. A chip that does not answer at all (mute) is none.
 */
export function watchReader(
  library: PcscLibrary,
  context: PcscContext,
  name: string,
  watcher: ReaderWatcher,
): { stop(): Promise<void> } {
  const nowhere = library.SCARD_STATE_UNKNOWN | library.SCARD_STATE_UNAVAILABLE | library.SCARD_STATE_IGNORE;
  let stopped = false;
  let known = 0;
  let present: boolean | null = null;

  const take = (state: number, atr: Uint8Array | null): void => {
    const lies = (state & library.SCARD_STATE_PRESENT) !== 0 && (state & library.SCARD_STATE_MUTE) === 0;
    const another = present === true && lies && state >>> COUNT_SHIFT !== known >>> COUNT_SHIFT;
    if (another) watcher.chip(null);
    if (lies !== present || another) watcher.chip(lies ? Uint8Array.from(atr ?? []) : null);
    present = lies;
    known = state & ~library.SCARD_STATE_CHANGED;
  };

  /** Waits for one change or the end of its time; false when there is nothing left to watch. */
  const look = async (): Promise<boolean> => {
    const changes = await context.waitForChange([{ name, state: known }], LOOK_AGAIN_MS);
    const [change] = changes ?? [];
    if (stopped || change === undefined) return true;
    if ((change.state & nowhere) !== 0) return false;
    take(change.state, change.atr ?? null);
    return true;
  };
  const run = async (): Promise<void> => {
    try {
      while (!stopped) if (!(await look())) return watcher.gone(null);
    } catch (error) {
      if (!stopped) watcher.gone(error instanceof Error ? error : null);
    }
  };
  const running = run();

  return {
    stop: async () => {
      stopped = true;
      try {
        context.cancel();
      } catch {
        // A service that is gone has nothing to cancel; the wait ends by itself.
      }
      await running;
    },
  };
}
