import { useMemo } from 'react';
import { vi } from '../i18n/messages.ts';
import type { MessageId } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';

const isMessage = (id: string): id is MessageId => Object.hasOwn(vi, id);

/** Words for codes of the tables; a code that has none stands for itself, as new tables bring new ones. */
export function useLawWords() {
  const t = useText();
  return useMemo(() => {
    const said = (id: string, code: string): string => (isMessage(id) ? t(id) : code);
    return {
      table: (name: string) => said(`rules.table.${name}`, name),
      openPoint: (name: string) => said(`rules.open.${name}`, name),
      term: (name: string) => said(`rules.term.${name}`, name),
      value: (text: string) => said(`rules.value.${text}`, text),
      reason: (code: string) => {
        const group = /^LEGAL_SUSPENDED_G(\d)$/.exec(code)?.[1];
        const suspended = 'law.reason.LEGAL_SUSPENDED';
        return group !== undefined && isMessage(suspended) ? t(suspended, { group }) : said(`law.reason.${code}`, code);
      },
    };
  }, [t]);
}
