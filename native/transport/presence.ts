import type { Clock } from '../../core/ports/clock.ts';
import { watchFolders } from './folder_watch.ts';

/**
 * Watches that what stands behind a path stays what it was when the watch began: at once when something happens in one of
 * `folders`, and every `everyMs` in case that was missed. `look` names what stands there, null where there is nothing, and
 * then nothing is watched. Calls `gone` once.
 */
export function watchBehind(
  look: () => Promise<string | null>,
  folders: readonly string[],
  clock: Clock,
  everyMs: number,
  gone: () => void,
): () => void {
  let stopped = false;
  let first: string | null = null;
  let cancel = () => {};
  const stop = (): void => {
    stopped = true;
    cancel();
    stopWatching();
  };
  const again = async (): Promise<void> => {
    cancel();
    const now = await look();
    if (stopped || first === null) return;
    if (now !== first) {
      stop();
      gone();
      return;
    }
    cancel();
    cancel = clock.after(everyMs, () => void again());
  };
  const stopWatching = watchFolders(folders, () => void again());
  void look().then((there) => {
    first = there;
    if (there === null || stopped) return stop();
    void again();
  });
  return stop;
}
