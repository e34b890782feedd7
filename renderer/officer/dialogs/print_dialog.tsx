import { useState } from 'react';
import type { LaneView } from '../../../contract/lane_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import { useFormats } from '../../i18n/formats.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { usePaperLanguages } from '../../papers/use_paper_languages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { saveFile } from '../../ui/save_file.ts';

/** The paper about their stay that the traveller is given, in the language that the officer chooses for them. */
export function PrintDialog({
  client,
  paper,
  file,
  timeZone,
  onClose,
}: {
  client: BoothClient;
  paper: NonNullable<LaneView['paper']>;
  /** The file of the overstay, where one is open: the paper is then kept in it. */
  file: string | null;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const { language: present } = usePreferences();
  const { language: languageName } = useFormats();
  const languages = usePaperLanguages(client, paper.kind, present);
  const [language, setLanguage] = useState<string>(present);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const send = () => {
    if (sending) return;
    setSending(true);
    setError(null);
    const { kind, clearance } = paper;
    client.forms
      .print({ kind, language, of: kind === 'stay-calculation' && file !== null ? { file } : { clearance } })
      .then(
        ({ name, base64, mediaType }) => {
          saveFile({ fileName: name, base64, mediaType });
          onClose();
        },
        (problem: unknown) => {
          setSending(false);
          setError(sentenceOf(problem, timeZone));
        },
      );
  };
  return (
    <Dialog
      title={t(`print.${paper.kind}`)}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('print.send')} ready={!sending} onBack={onClose} onSend={send} testId="send-print" />}
    >
      <p>{t('print.how')}</p>
      <label className="field">
        <span>{t('print.language')}</span>
        <select value={language} onChange={(event) => setLanguage(event.target.value)}>
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </select>
      </label>
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
