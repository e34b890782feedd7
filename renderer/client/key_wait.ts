import { useSyncExternalStore } from 'react';

/** The engine waits for a security key: to be shown by the person of this number, or to be made one of theirs. */
export interface KeyWait {
  readonly act: 'SHOW' | 'MAKE';
  /** Null where the window does not know it: the booth does. */
  readonly number: string | null;
  cancel(): void;
}

let waiting: KeyWait | null = null;
const watchers = new Set<() => void>();

function set(next: KeyWait | null): void {
  waiting = next;
  for (const told of watchers) told();
}

/** Says that a key is waited for; the answer ends it. */
export function waitForKey(wait: KeyWait): () => void {
  set(wait);
  return () => {
    // A newer wait is not this one's to end.
    if (waiting === wait) set(null);
  };
}

const subscribe = (told: () => void) => {
  watchers.add(told);
  return () => void watchers.delete(told);
};

/** What the engine waits for at this moment, or null. */
export const useKeyWait = (): KeyWait | null => useSyncExternalStore(subscribe, () => waiting);
