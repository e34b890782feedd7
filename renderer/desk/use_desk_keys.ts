import { useLayoutEffect, useRef } from 'react';
import { usePreferences } from '../i18n/preferences.tsx';
import { isBrowserKey, isDialogOpen, isTyping, nameOf } from '../ui/key_names.ts';
import type { DeskAct } from './desk_act.ts';

interface DeskKeys {
  readonly acts: readonly DeskAct[];
  /** Arrow up and down. */
  move(step: number): void;
  /** Esc: one level back. */
  back(): void;
  help(): void;
  lock(): void;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
/** `Ctrl P` on the cap is `Ctrl+p` on the keyboard. */
const keyOf = (cap: string): string => cap.replace(/ (.)$/, (_, letter: string) => `+${letter.toLowerCase()}`);

function actionFor(name: string, target: EventTarget | null, keys: DeskKeys): (() => void) | null {
  const step = STEPS[name];
  if (step !== undefined) return isTyping(target) ? null : () => keys.move(step);
  if (name === 'F1') return keys.help;
  if (name === 'Escape') return keys.back;
  return keys.acts.find(({ cap, open }) => open && keyOf(cap) === name)?.run ?? null;
}

/** Listens to the keys of a desk page, on key-down, never repeated but for the arrows. Enter is not among them. */
export function useDeskKeys(keys: DeskKeys): void {
  const { toggleTheme } = usePreferences();
  const latest = useRef(keys);
  latest.current = keys;
  // Before the picture is painted: who sees the screen can use its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      if (isBrowserKey(name)) event.preventDefault();
      if (event.repeat && !(name in STEPS)) return;
      if (name === 'Ctrl+l') return latest.current.lock();
      if (isDialogOpen()) return;
      if (name === 'Ctrl+d') return toggleTheme();
      const action = actionFor(name, event.target, latest.current);
      if (action === null) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggleTheme]);
}
