import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { en, vi } from './messages.ts';

export type Language = 'vi' | 'en';
export type Theme = 'light' | 'dark';
export type MessageId = keyof typeof vi;

const MESSAGES: Record<Language, Record<MessageId, string>> = { vi, en };

interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  setLanguage(language: Language): void;
  toggleTheme(): void;
}

const PreferencesContext = createContext<Preferences | null>(null);

function remembered<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
  const found = window.localStorage.getItem(name);
  return allowed.find((one) => one === found) ?? fallback;
}

/** Language and theme of this screen, switched at once and remembered on this machine. */
export function PreferencesProvider({
  children,
  language: fixed,
  theme: fixedTheme,
}: {
  children: ReactNode;
  language?: Language;
  theme?: Theme;
}) {
  const [language, chooseLanguage] = useState<Language>(() => fixed ?? remembered('language', ['vi', 'en'], 'vi'));
  const [theme, chooseTheme] = useState<Theme>(() => fixedTheme ?? remembered('theme', ['light', 'dark'], 'light'));
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
  const setLanguage = useCallback((next: Language) => {
    window.localStorage.setItem('language', next);
    chooseLanguage(next);
  }, []);
  const toggleTheme = useCallback(() => {
    chooseTheme((before) => {
      const next = before === 'light' ? 'dark' : 'light';
      window.localStorage.setItem('theme', next);
      return next;
    });
  }, []);
  const preferences = useMemo(
    () => ({ language, theme, setLanguage, toggleTheme }),
    [language, theme, setLanguage, toggleTheme],
  );
  return (
    <PreferencesContext value={preferences}>
      <IntlProvider locale={language} messages={MESSAGES[language]} defaultLocale="vi">
        {children}
      </IntlProvider>
    </PreferencesContext>
  );
}

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) throw new Error('no PreferencesProvider above');
  return preferences;
}
