import { useEffect, useRef, useState } from 'react';
import type { MessageId } from '../../i18n/preferences.tsx';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import styles from './dialogs.module.css';

/** As the booth wants a reason. */
const SHORTEST = 3;

/** An act that wants its reason in a person's own words; it stands in the log for good. */
export function ReasonDialog({
  title,
  explains,
  label,
  send,
  onSend,
  onClose,
}: {
  title: MessageId;
  explains: MessageId;
  label: MessageId;
  send: MessageId;
  onSend(reason: string): void;
  onClose(): void;
}) {
  const t = useText();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ready = reason.trim().length >= SHORTEST;
  const submit = () => {
    if (!ready) return;
    onSend(reason.trim());
    onClose();
  };
  return (
    <Dialog
      title={t(title)}
      onClose={onClose}
      onSubmit={submit}
      foot={<DialogFoot label={t(send)} ready={ready} onBack={onClose} onSend={submit} testId="reason-send" />}
    >
      <p className={styles.what}>{t(explains)}</p>
      <label className="field">
        <span>{t(label)}</span>
        <textarea
          ref={field}
          rows={3}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </Dialog>
  );
}
