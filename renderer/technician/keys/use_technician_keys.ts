import { useLayoutEffect, useRef } from 'react';
import { usePreferences } from '../../i18n/preferences.tsx';
import { isBrowserKey, isDialogOpen, isTyping, nameOf } from '../../ui/key_names.ts';
import type { Act } from '../acts/act.ts';

interface Keys {
  readonly acts: readonly Act[];
  move(step: number): void;
  help(): void;
  lock(): void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A button or a box under the focus takes its own Space. */
const takesSpace = (target: EventTarget | null): boolean => target instanceof HTMLButtonElement || isTyping(target);

function isTaken(name: string, target: EventTarget | null): boolean {
  if (name === ' ') return takesSpace(target);
  return (name.length === 1 || name in STEPS) && isTyping(target);
}

/** What the key does now; null when it does nothing. */
function actionFor(name: string, repeated: boolean, { acts, move, help }: Keys): (() => void) | null {
  const step = STEPS[name];
  if (step !== undefined) return () => move(step);
  if (repeated) return null;
  if (name === 'F1') return help;
  return acts.find((one) => one.key === name && one.open)?.run ?? null;
}

/** Listens to the keys of the technician's window, on key-down, never repeated but for the arrows. Enter is not among them. */
export function useTechnicianKeys(keys: Keys): void {
  const { toggleTheme } = usePreferences();
  const latest = useRef(keys);
  latest.current = keys;
  // Before the picture is painted: who sees the screen can use its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isBrowserKey(name)) event.preventDefault();
      if (name === 'Ctrl+l' && !event.repeat) return latest.current.lock();
      if (isDialogOpen() || isTaken(name, event.target)) return;
      if (name === 'Ctrl+d' && !event.repeat) return toggleTheme();
      const action = actionFor(name, event.repeat, latest.current);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggleTheme]);
}
