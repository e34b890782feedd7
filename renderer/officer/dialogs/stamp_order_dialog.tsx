import { useState } from 'react';
import { STAMP_RULES, type StampRule } from '../../../core/domain/clearance/stamp_order.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../../ui/number_and_pin.tsx';

/** Who leads the shift orders, with number and PIN, whether documents are stamped while there is no network. */
export function StampOrderDialog({
  client,
  timeZone,
  onClose,
}: {
  client: BoothClient;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const [rule, setRule] = useState<StampRule>('STAMP');
  const [giver, setGiver] = useState(NOBODY);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const ready = isComplete(giver) && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    client.lane.orderStamp({ rule, giver }).then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem, timeZone));
      setGiver((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  return (
    <Dialog
      title={t('stamp.order.title')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot label={t('stamp.order.send')} ready={ready} onBack={onClose} onSend={send} testId="send-stamp" />
      }
    >
      <p>{t('stamp.order.how')}</p>
      <label className="field">
        <span>{t('law.stamp')}</span>
        <select value={rule} onChange={(event) => setRule(event.target.value as StampRule)}>
          {STAMP_RULES.toReversed().map((one) => (
            <option key={one} value={one}>
              {t(`stamp.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <NumberAndPinFields label={t('login.number')} value={giver} onChange={setGiver} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
