import { useState } from 'react';
import type { IncidentView } from '../../contract/incident_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { useFormats } from '../i18n/formats.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { paperLanguages } from '../papers/use_paper_languages.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { type SavedFile, saveFile } from '../ui/save_file.ts';

const REPORTS = ['DAILY', 'SPECIAL'] as const;

/** What leaves the booth of an incident: a report on paper, and as files the whole record and proposals for the watchlist. */
export function ReportDialog({
  incident,
  client,
  timeZone,
  onClose,
}: {
  incident: IncidentView;
  client: BoothClient;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const { language: languageName } = useFormats();
  const { language: present } = usePreferences();
  const [report, setReport] = useState<(typeof REPORTS)[number]>('DAILY');
  const [language, setLanguage] = useState<string>(present);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const id = { incident: incident.id };
  const save = (made: Promise<SavedFile>) => {
    if (sending) return;
    setSending(true);
    setError(null);
    made.then(saveFile).then(onClose, (problem: unknown) => {
      setSending(false);
      setError(sentenceOf(problem, timeZone));
    });
  };
  const print = () =>
    save(
      client.incident.print({ ...id, report, language }).then(({ name, ...paper }) => ({ ...paper, fileName: name })),
    );
  return (
    <Dialog
      title={t('incident.form.report')}
      onClose={onClose}
      onSubmit={print}
      foot={
        <DialogFoot
          label={t('decisions.print')}
          ready={!sending}
          onBack={onClose}
          onSend={print}
          testId="print-report"
        />
      }
    >
      <p>{t('incident.report.how')}</p>
      <label className="field">
        <span>{t('incident.report')}</span>
        <select
          value={report}
          onChange={({ target }) => setReport(REPORTS.find((one) => one === target.value) ?? 'DAILY')}
        >
          {REPORTS.map((one) => (
            <option key={one} value={one}>
              {t(`incident.report.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('decisions.print.language')}</span>
        <select value={language} onChange={({ target }) => setLanguage(target.value)}>
          {paperLanguages(present).map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </select>
      </label>
      <div className="choices-row">
        <Button testId="report-file" onPress={() => save(client.incident.report({ ...id, report: 'SPECIAL' }))}>
          {t('incident.report.file')}
        </Button>
        <Button
          closed={incident.proposals.length === 0}
          testId="report-proposals"
          onPress={() => save(client.incident.proposals(id))}
        >
          {t('incident.report.proposals', { count: incident.proposals.length })}
        </Button>
      </div>
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
