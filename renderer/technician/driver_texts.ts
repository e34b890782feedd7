import { type Language, usePreferences } from '../i18n/preferences.tsx';

type Texts = Readonly<Record<string, string>>;

/** One file a driver and language, folded into the page when it is built. */
const FILES = import.meta.glob<Texts>('../../resources/locales/drivers/*.json', { eager: true, import: 'default' });

const fileOf = (name: string, language: Language): Texts =>
  FILES[`../../resources/locales/drivers/${name}.${language}.json`] ?? {};

/**
 * A driver's own words for an option (`option.<path>`, `option.<path>.why`) or a step of its self test (`step.<step>`);
 * what several drivers share stands in `common`. Null where neither has them.
 */
export function driverText(driver: string, key: string, language: Language): string | null {
  return fileOf(driver, language)[key] ?? fileOf('common', language)[key] ?? null;
}

/** {@link driverText} in the chosen language. */
export function useDriverText(): (driver: string, key: string) => string | null {
  const { language } = usePreferences();
  return (driver, key) => driverText(driver, key, language);
}
