import { useEffect, useRef, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';

/** A remark as an addition to the journal; the case stays as it was. */
export function RemarkDialog({
  id,
  recordNumber,
  client,
  onDone,
  onClose,
}: {
  id: string;
  recordNumber: string;
  client: BoothClient;
  onDone(seq: number): void;
  onClose(): void;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const [error, setError] = useState<Sentence | null>(null);
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const ready = text.trim() !== '' && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    client.replay
      .remark({ id, text: text.trim() })
      .then(
        ({ seq }) => onDone(seq),
        (problem: unknown) => setError(sentenceOf(problem)),
      )
      .finally(() => setSending(false));
  };
  return (
    <Dialog
      title={t('replay.remark.title', { record: recordNumber })}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot label={t('replay.remark.send')} ready={ready} onBack={onClose} onSend={send} testId="remark-send" />
      }
    >
      <p>{t('replay.remark.note')}</p>
      <label className="field">
        <span>{t('replay.remark.text')}</span>
        <textarea
          ref={first}
          rows={4}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
