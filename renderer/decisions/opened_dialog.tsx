import type { BoothClient } from '../client/booth_client.ts';
import { useFormats } from '../i18n/formats.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { DecideRefusalDialog } from '../officer/dialogs/decide_refusal_dialog.tsx';
import { usePaperLanguages } from '../papers/use_paper_languages.ts';
import { FormDialog } from '../ui/form_dialog.tsx';
import type { DecisionDialog } from './decision_acts.ts';
import type { DecisionFile } from './decision_file.ts';
import { decisionForm } from './decision_forms.ts';
import { printForm } from './print_form.ts';

/** The one form that lies over a file. */
export function OpenedDialog({
  dialog,
  one,
  client,
  timeZone,
  onClose,
}: {
  dialog: DecisionDialog;
  one: DecisionFile;
  client: BoothClient;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const { language } = usePreferences();
  const { language: name } = useFormats();
  const stay = usePaperLanguages(client, 'stay-calculation', language);
  if (dialog === 'REFUSE' || dialog === 'RETURN_TO_COUNTER' || dialog === 'TO_SECOND_LINE') {
    if (one.kind !== 'REFUSAL') return null;
    const { id, number, ground, decider } = one.file;
    return (
      <DecideRefusalDialog
        client={client}
        proposed={{ file: id, number, ground, decider }}
        first={dialog}
        timeZone={timeZone}
        onClose={onClose}
      />
    );
  }
  const form =
    dialog === 'print'
      ? printForm(one, client, t, { present: language, stay, name })
      : decisionForm(dialog, one, client, t);
  return form === null ? null : <FormDialog key={dialog} form={form} timeZone={timeZone} onClose={onClose} />;
}
