import type { StorageOptions } from '../storage_options.ts';
import { type ImportThread, startImportThread } from './import_thread.ts';

/** Makes lists with many changes into new copies, one after another on a thread of its own; `swapped` after each. */
export function compactor({ directory, key, ids }: StorageOptions, swapped: () => Promise<void>) {
  let running: Promise<void> | null = null;
  let thread: ImportThread | null = null;
  let stopped = false;

  const run = async () => {
    thread = startImportThread({ directory, key });
    try {
      for (;;) {
        const done = await thread.call('compact', ids.uuid());
        // A failure here costs nothing: the copy and its changes go on answering, and the next look tries again.
        if (stopped || !done.ok || done.value === null) return;
        await swapped();
      }
    } catch {
      // Not even a bug here may end the lane: the list answers as it is.
    } finally {
      await thread.end();
      thread = null;
      running = null;
    }
  };

  return {
    look(): Promise<void> {
      if (stopped) return Promise.resolve();
      running ??= run();
      return running;
    },
    /** What is half made is left aside, where the next start removes it. */
    async stop(): Promise<void> {
      stopped = true;
      await thread?.end();
      await running;
    },
  };
}
