import { type FSWatcher, watch } from 'node:fs';

/** One watch of the system for each folder, however many devices want to know. */
interface Watched {
  readonly watcher: FSWatcher;
  readonly listeners: Set<(name: string | null) => void>;
}

const watched = new Map<string, Watched>();

/**
 * Calls back when a file of these folders appears, goes or is renamed, with its name where the system tells it: on Linux the
 * files of devices come and go with the devices. What is written into files is not told. A folder that cannot be watched
 * (it is not there, or the system has no such service) stays silent: whoever listens must look by himself now and then.
 */
export function watchFolders(folders: readonly string[], changed: (name: string | null) => void): () => void {
  const removals = [...new Set(folders)].map((folder) => listenTo(folder, changed));
  return () => {
    for (const remove of removals) remove();
  };
}

function listenTo(folder: string, changed: (name: string | null) => void): () => void {
  const entry = watched.get(folder) ?? begin(folder);
  if (entry === null) return () => {};
  entry.listeners.add(changed);
  return () => {
    entry.listeners.delete(changed);
    if (entry.listeners.size > 0 || watched.get(folder) !== entry) return;
    watched.delete(folder);
    entry.watcher.close();
  };
}

function begin(folder: string): Watched | null {
  const listeners = new Set<(name: string | null) => void>();
  try {
    const watcher = watch(folder, { persistent: false }, (event, name) => {
      // 'change' is every write to a port, also our own.
      if (event === 'rename') for (const listener of [...listeners]) listener(name);
    });
    // The folder itself went away; its devices did too, and the next attempt to watch it finds out.
    watcher.on('error', () => watched.delete(folder));
    const entry = { watcher, listeners };
    watched.set(folder, entry);
    return entry;
  } catch {
    return null;
  }
}
