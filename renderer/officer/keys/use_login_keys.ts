import { useLayoutEffect } from 'react';
import { usePreferences } from '../../i18n/preferences.tsx';

/** On the login screen only the theme has a key; the browser's own keys stay without effect. */
export function useLoginKeys(): void {
  const { toggleTheme } = usePreferences();
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const theme = event.ctrlKey && event.key.toLowerCase() === 'd';
      if (theme || /^F\d+$/.test(event.key)) event.preventDefault();
      if (theme && !event.repeat) toggleTheme();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggleTheme]);
}
