import { useState } from 'react';
import type { IncidentBoard, IncidentView } from '../../contract/incident_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { useFormats } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { sendFile } from './send_file.ts';

/** Evidence: a file kept by its hash, a thing kept in a bag, or the journal of a linked clearance. */
export function EvidenceDialog({
  incident,
  board,
  client,
  timeZone,
  onKeep,
  onClose,
}: {
  incident: IncidentView;
  board: IncidentBoard;
  client: BoothClient;
  timeZone: string;
  onKeep(): void;
  onClose(): void;
}) {
  const t = useText();
  const { bytes } = useFormats();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<Sentence | null>(null);
  const tooLarge = file !== null && file.size > board.largestFile;
  const ready = file !== null && !tooLarge && sent === null;
  const failed = (problem: unknown) => {
    setError(sentenceOf(problem, timeZone));
    setSent(null);
  };
  const send = () => {
    if (!ready) return;
    setError(null);
    setSent(0);
    sendFile(client, incident.id, file, setSent).then(onClose, failed);
  };
  const refer = (clearance: string) => {
    client.incident.refer({ incident: incident.id, clearance }).then(onClose, failed);
  };
  return (
    <Dialog
      title={t('incident.form.evidence')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('incident.evidence.send')} ready={ready} onBack={onClose} onSend={send} />}
    >
      <label className="field">
        <span>{t('incident.evidence.file', { most: bytes(board.largestFile) })}</span>
        <input
          type="file"
          accept="image/jpeg,image/png,application/pdf,text/plain"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </label>
      {sent !== null && file !== null && (
        <p role="status">{t('incident.evidence.sent', { sent: bytes(sent), all: bytes(file.size) })}</p>
      )}
      <div className="choices-row">
        <Button onPress={onKeep}>{t('incident.evidence.keep')}</Button>
        {incident.clearances.map(({ id, recordNumber }) => (
          <Button key={id} onPress={() => refer(id)}>
            {t('incident.evidence.journal', { recordNumber })}
          </Button>
        ))}
      </div>
      <p role="alert">
        {tooLarge
          ? t('error.FILE_TOO_LARGE', { most: board.largestFile / 1_000_000 })
          : error !== null && t(error.id, error.values)}
      </p>
    </Dialog>
  );
}
