import { useMemo } from 'react';
import { dateText } from '../i18n/formats.ts';
import { vi } from '../i18n/messages.ts';
import { type MessageId, usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { reasonSentence } from '../officer/law/law_words.ts';
import { legalSource } from '../officer/law/legal_source.ts';

const isMessage = (id: string): id is MessageId => Object.hasOwn(vi, id);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Words for codes of the tables; a code that has none stands for itself, as new tables bring new ones. */
export function useLawWords() {
  const t = useText();
  const { language } = usePreferences();
  return useMemo(() => {
    const said = (id: string, code: string): string => (isMessage(id) ? t(id) : code);
    // What an officer states of a case has its words on the form of facts.
    const one = (text: string): string =>
      DAY.test(text) ? dateText(text) : said(`rules.value.${text}`, said(`facts.option.${text}`, text));
    return {
      table: (name: string) => said(`rules.table.${name}`, name),
      openPoint: (name: string) => said(`rules.open.${name}`, name),
      setting: (name: string) => said(`rules.setting.${name.replaceAll('.', '_')}`, name),
      term: (name: string) => said(`rules.term.${name}`, name),
      /** A day, or one code; anything else stands for itself. */
      code: one,
      /** A value of a column; of several, each. */
      value: (text: string): string => {
        const [days = '', period] = text.split('/');
        if (/^\d+\/(\d+|YEAR)$/.test(text))
          return period === 'YEAR'
            ? t('rules.window.year', { days })
            : t('rules.window', { days, period: period ?? '' });
        const parts = text.split(' ');
        const numbers = parts.every((part) => /^[\d.]+$/.test(part));
        return parts.map(one).join(numbers ? '–' : ', ');
      },
      /** Act and article, or both in one. */
      source: (...parts: readonly string[]) => legalSource(parts.join(', '), language),
      /** A kind of file that may come of a case. */
      file: (kind: string) => said(`replay.file.${kind}`, kind),
      reason: (code: string) => {
        const { id, values } = reasonSentence(code);
        return t(id, values);
      },
    };
  }, [t, language]);
}
