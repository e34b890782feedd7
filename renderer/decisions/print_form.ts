import type { BoothClient } from '../client/booth_client.ts';
import type { Language } from '../i18n/preferences.tsx';
import type { Translate } from '../i18n/text.tsx';
import { paperLanguages } from '../papers/use_paper_languages.ts';
import type { FormSpec } from '../ui/form_dialog.tsx';
import { saveFile } from '../ui/save_file.ts';
import type { DecisionFile } from './decision_file.ts';

/** The papers that are made of a file; the others are of a clearance. */
export const FILE_PAPERS = ['refusal', 'overstay-minutes', 'stay-calculation', 'receipt', 'not-paid'] as const;

/** The papers a file has come to, the newest first. */
export function dueForms(one: DecisionFile): readonly (typeof FILE_PAPERS)[number][] {
  if (one.kind === 'REFUSAL') return one.file.decided?.answer === 'REFUSE' ? ['refusal'] : [];
  const { measure, payment } = one.file;
  return [
    ...(payment === null ? [] : [payment.receipt === null ? ('not-paid' as const) : ('receipt' as const)]),
    ...(measure === null ? [] : (['overstay-minutes'] as const)),
    'stay-calculation',
  ];
}

/** Which paper in which language; it is kept as evidence first and then handed over as a file. */
export function printForm(
  one: DecisionFile,
  client: BoothClient,
  t: Translate,
  known: { readonly present: Language; readonly stay: readonly string[]; name(language: string): string },
): FormSpec {
  const kinds = dueForms(one);
  const choices = (languages: readonly string[]) => languages.map((value) => ({ value, label: known.name(value) }));
  const language = { label: t('decisions.print.language'), kind: 'choice' } as const;
  return {
    title: t('decisions.print'),
    how: t('decisions.print.how'),
    send: t('decisions.print.send'),
    fields: [
      {
        name: 'kind',
        label: t('decisions.print.kind'),
        kind: 'choice',
        choices: kinds.map((value) => ({ value, label: t(`decisions.form.${value}`) })),
      },
      {
        ...{ ...language, name: 'language', choices: choices(paperLanguages(known.present)) },
        when: ({ kind }) => kind !== 'stay-calculation',
      },
      // The traveller's own paper is there in more languages than those that the unit signs.
      {
        ...{ ...language, name: 'stayLanguage', choices: choices(known.stay) },
        when: ({ kind }) => kind === 'stay-calculation',
      },
    ],
    run: async (said) => {
      const made = await client.forms.print({
        kind: kinds.find((kind) => kind === said.kind) ?? 'stay-calculation',
        of: { file: one.file.id },
        language: (said.kind === 'stay-calculation' ? said.stayLanguage : said.language) ?? known.present,
      });
      saveFile({ fileName: made.name, base64: made.base64, mediaType: made.mediaType });
    },
  };
}
