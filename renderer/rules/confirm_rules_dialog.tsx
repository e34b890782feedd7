import { useEffect, useRef, useState } from 'react';
import type { RehearsalView, RulesOrder } from '../../contract/rules_view.ts';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { useFormats } from '../i18n/formats.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../ui/number_and_pin.tsx';
import styles from './rules_screen.module.css';

/** The head of unit puts the ordered law in force with number and PIN, and sees what a rehearsal has shown of it. */
export function ConfirmRulesDialog({
  order,
  rehearsal,
  client,
  timeZone,
  onClose,
}: {
  order: RulesOrder;
  rehearsal: RehearsalView | null;
  client: BoothClient;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const { count } = useFormats();
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
    client.rules
      .confirm({ change: order.id, ...second })
      .then(onClose, (problem: unknown) => setError(sentenceOf(problem, timeZone)))
      .finally(() => {
        setSecond((typed) => ({ ...typed, pin: '' }));
        setSending(false);
      });
  };
  const rehearsed = rehearsal?.version === order.version ? rehearsal.sums : null;
  return (
    <Dialog
      title={t('rules.confirm.title')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot label={t('rules.act.confirm')} ready={ready} onBack={onClose} onSend={send} testId="confirm-send" />
      }
    >
      <p>{t(`rules.confirm.${order.what}`, { version: order.version, by: order.orderedBy })}</p>
      <p className={styles.place}>
        <Glyph name={rehearsed === null ? 'to-resolve' : 'information'} tone={rehearsed === null ? 'warn' : 'quiet'} />
        {rehearsed === null
          ? t('rules.confirm.notRehearsed')
          : t('rules.confirm.rehearsed', { count: count(rehearsed.differ) })}
      </p>
      <NumberAndPinFields label={t('rules.confirm.number')} value={second} onChange={setSecond} first={first} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
