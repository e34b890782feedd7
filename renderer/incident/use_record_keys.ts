import { useEffect, useRef } from 'react';
import { isDialogOpen, nameOf } from '../ui/key_names.ts';

/** Ctrl+Enter ends the chosen task, F10 adds to what happened; neither through an open form. */
export function useRecordKeys(keys: { done(): void; note(): void }): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.repeat || isDialogOpen()) return;
      const name = nameOf(event);
      if (name !== 'Ctrl+Enter' && name !== 'F10') return;
      event.preventDefault();
      if (name === 'F10') latest.current.note();
      else latest.current.done();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
