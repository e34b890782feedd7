import { lstat, stat } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import type { Clock } from '../../core/ports/clock.ts';
import { watchBehind } from './presence.ts';

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
 * The folders in which something happens when the device behind `path` comes or goes; without a path, where ports of any
 * name do. None where paths are no files.
 */
export function foldersOf(path: string | undefined): readonly string[] {
  if (process.platform === 'win32') return [];
  if (path === undefined) return ['/dev'];
  if (!isAbsolute(path)) return [];
  // Links such as /dev/serial/by-id lead to nodes in /dev, and their folder goes with the last of them.
  return path.startsWith('/dev/') ? [dirname(path), '/dev'] : [dirname(path)];
}

/**
 * Watches that the node which was opened is still the one behind its path: at once when its folder changes, and every
 * `everyMs` in case that was missed. The port's own 'close' event is not enough: a read that is under way at the moment of
 * a hang-up returns 0 bytes for ever and the port looks open, and a one-way device cannot be asked. Calls `gone` once.
 * Where the path is no file (Windows) it does nothing.
 */
export function watchPresence(path: string, clock: Clock, everyMs: number, gone: () => void): () => void {
  return watchBehind(() => nodeBehind(path), foldersOf(path), clock, everyMs, gone);
}
