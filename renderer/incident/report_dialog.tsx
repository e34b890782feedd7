import { useState } from 'react';
import type { IncidentView } from '../../contract/incident_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key_cap.tsx';
import { saveFile } from '../ui/save_file.ts';

/** What leaves the booth of an incident as a file: the daily or the special report, and proposals for the watchlist. */
export function ReportDialog({
  incident,
  client,
  onClose,
}: {
  incident: IncidentView;
  client: BoothClient;
  onClose(): void;
}) {
  const t = useText();
  const [error, setError] = useState<Sentence | null>(null);
  const id = { incident: incident.id };
  const save = (made: Promise<{ fileName: string; text: string }>) => {
    made.then(saveFile).then(onClose, (problem: unknown) => setError(sentenceOf(problem)));
  };
  return (
    <Dialog
      title={t('incident.form.report')}
      onClose={onClose}
      onSubmit={() => {}}
      foot={
        <Button onPress={onClose}>
          {t('dialog.back')} <KeyCap>Esc</KeyCap>
        </Button>
      }
    >
      <p>{t('incident.report.how')}</p>
      <div className="choices">
        <Button testId="report-daily" onPress={() => save(client.incident.report({ ...id, report: 'DAILY' }))}>
          {t('incident.report.DAILY')}
        </Button>
        <Button testId="report-special" onPress={() => save(client.incident.report({ ...id, report: 'SPECIAL' }))}>
          {t('incident.report.SPECIAL')}
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
