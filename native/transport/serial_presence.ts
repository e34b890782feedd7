import { lstat, stat } from 'node:fs/promises';
import type { Clock } from '../../core/ports/clock.ts';

/** What stands behind a path: which node, and which link leads to it. Null where there is nothing, or no such thing as a node. */
async function nodeBehind(path: string): Promise<string | null> {
  try {
    const [link, node] = await Promise.all([lstat(path), stat(path)]);
    const way = link.isSymbolicLink() ? `${link.ino}@${link.ctimeMs}` : 'direct';
    return `${way} ${node.dev}:${node.ino}:${node.rdev}`;
  } catch {
    return null;
  }
}

/**
 * Watches that the node which was opened is still the one behind its path. The port's own 'close' event is not enough:
 * a read that is under way at the moment of a hang-up returns 0 bytes for ever and the port looks open, and a one-way
 * device cannot be asked. Calls `gone` once. Where the path is no file (Windows) it does nothing.
 */
export function watchPresence(path: string, clock: Clock, everyMs: number, gone: () => void): () => void {
  let stopped = false;
  let cancel = () => {};
  const look = async (first: string): Promise<void> => {
    const now = await nodeBehind(path);
    if (stopped) return;
    if (now !== first) {
      stopped = true;
      gone();
      return;
    }
    cancel = clock.after(everyMs, () => void look(first));
  };
  void nodeBehind(path).then((first) => {
    if (first !== null && !stopped) cancel = clock.after(everyMs, () => void look(first));
  });
  return () => {
    stopped = true;
    cancel();
  };
}
