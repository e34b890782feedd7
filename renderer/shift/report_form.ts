import type { BoothClient } from '../client/booth_client.ts';
import type { Language } from '../i18n/preferences.tsx';
import type { Translate } from '../i18n/text.tsx';
import { paperLanguages } from '../papers/use_paper_languages.ts';
import type { FormSpec } from '../ui/form_dialog.tsx';
import { saveFile } from '../ui/save_file.ts';

/** The closing report of a shift, by the number of its file: kept as evidence by the booth, then handed over as a file. */
export function shiftReportForm(
  number: string,
  client: BoothClient,
  { t, language, languageName }: { t: Translate; language: Language; languageName(code: string): string },
): FormSpec {
  return {
    title: t('shift.report.print'),
    how: t('decisions.print.how'),
    send: t('decisions.print'),
    fields: [
      {
        name: 'language',
        label: t('decisions.print.language'),
        kind: 'choice',
        choices: paperLanguages(language).map((value) => ({ value, label: languageName(value) })),
      },
    ],
    run: async (said) => {
      const { name, base64, mediaType } = await client.shift.print({ number, language: said.language ?? language });
      saveFile({ fileName: name, base64, mediaType });
    },
  };
}
