import { useLayoutEffect, useRef } from 'react';
import type { ListChange, WatchlistView } from '../../../contract/watchlist_view.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import { isBrowserKey, isDialogOpen, isTyping, nameOf } from '../../ui/key_names.ts';
import type { Page } from '../page.ts';
import { mayConfirm, mayDiscard, mayGoBack } from '../what_is_open.ts';

/** What the keys and the tiles do. */
export interface Actions {
  show(page: Page): void;
  discard(): void;
  goBack(): void;
  confirm(): void;
  lock(): void;
  move(step: number): void;
}

interface Keys {
  readonly page: Page;
  readonly change: ListChange | null;
  readonly list: WatchlistView['lists'][number] | null;
  readonly actions: Actions;
}

const KEYS: Record<string, (keys: Keys) => void> = {
  F2: ({ actions }) => actions.show('lists'),
  F3: ({ actions }) => actions.show('search'),
  F4: ({ actions }) => actions.show('change'),
  F5: ({ actions }) => actions.show('apart'),
  F8: ({ actions, change }) => {
    if (mayDiscard(change)) actions.discard();
  },
  F9: ({ actions, page, change, list }) => {
    if (mayGoBack(page, change, list)) actions.goBack();
  },
  F12: ({ actions, change }) => {
    if (mayConfirm(change)) actions.confirm();
  },
  'Ctrl+l': ({ actions }) => actions.lock(),
};

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Listens to the keys of the administrator's window. Enter is not among them. */
export function useAdministratorKeys(keys: Keys): void {
  const { toggleTheme } = usePreferences();
  const latest = useRef(keys);
  latest.current = keys;
  // Before the picture is painted: who sees the screen can use its keys.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const name = nameOf(event);
      const present = latest.current;
      if (isBrowserKey(name)) event.preventDefault();
      if (name in STEPS && !isDialogOpen() && !isTyping(event.target)) {
        event.preventDefault();
        return present.actions.move(STEPS[name] ?? 0);
      }
      if (event.repeat) return;
      if (name === 'Ctrl+d') return toggleTheme();
      // Only locking goes through an open form.
      if (!isDialogOpen() || name === 'Ctrl+l') KEYS[name]?.(present);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggleTheme]);
}
