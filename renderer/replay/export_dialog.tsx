import { useEffect, useRef, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../ui/number_and_pin.tsx';
import { saveFile } from '../ui/save_file.ts';

/** The second person of an export: number and PIN of another who may replay cases. */
export function ExportDialog({
  id,
  recordNumber,
  reason,
  client,
  timeZone,
  onDone,
  onClose,
}: {
  id: string;
  recordNumber: string;
  reason: string;
  client: BoothClient;
  timeZone: string;
  onDone(seq: number): void;
  onClose(): void;
}) {
  const t = useText();
  const [second, setSecond] = useState(NOBODY);
  const [error, setError] = useState<Sentence | null>(null);
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const ready = isComplete(second) && !sending;
  const send = () => {
    if (!ready) return;
    setError(null);
    setSending(true);
    client.replay
      .export({ id, reason, ...second })
      .then(
        ({ fileName, text, seq }) => {
          saveFile({ fileName, text });
          onDone(seq);
        },
        (problem: unknown) => setError(sentenceOf(problem, timeZone)),
      )
      .finally(() => {
        setSecond((typed) => ({ ...typed, pin: '' }));
        setSending(false);
      });
  };
  return (
    <Dialog
      title={t('replay.export.title', { record: recordNumber })}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot label={t('replay.export.send')} ready={ready} onBack={onClose} onSend={send} testId="export-send" />
      }
    >
      <p>{t('replay.export.note')}</p>
      <NumberAndPinFields label={t('replay.export.number')} value={second} onChange={setSecond} first={first} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
