import { useEffect, useRef, useState } from 'react';
import type { ListChange } from '../../contract/watchlist_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { Text, useText } from '../i18n/text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../ui/number_and_pin.tsx';
import styles from './confirm_dialog.module.css';

/** The second person: number and PIN of someone other than who ordered the change. */
export function ConfirmDialog({
  change,
  client,
  timeZone,
  onClose,
}: {
  change: ListChange;
  client: BoothClient;
  timeZone: string;
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
    client.watchlist
      .confirm({ change: change.id, ...second })
      .then(onClose, (problem: unknown) => setError(sentenceOf(problem, timeZone)))
      .finally(() => {
        setSecond((typed) => ({ ...typed, pin: '' }));
        setSending(false);
      });
  };
  return (
    <Dialog
      title={t('admin.confirm.title')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot label={t('admin.confirm')} ready={ready} onBack={onClose} onSend={send} testId="confirm-send" />
      }
    >
      <p className={styles.what}>
        <Text id={`admin.confirm.${change.what}`} values={{ list: change.list, by: change.orderedBy }} />
      </p>
      {change.comparison?.manyRemoved === true && (
        <p className={styles.warning}>
          <Glyph name="to-resolve" tone="warn" />
          <Text id="admin.compare.manyRemoved" />
        </p>
      )}
      {change.exception && (
        <p className={styles.warning}>
          <Glyph name="to-resolve" tone="warn" />
          <Text id="admin.exception.ordered" />
        </p>
      )}
      <div className={styles.pair}>
        <NumberAndPinFields label={t('admin.confirm.number')} value={second} onChange={setSecond} first={first} />
      </div>
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
