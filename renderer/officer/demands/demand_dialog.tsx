import { useState } from 'react';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../../ui/number_and_pin.tsx';

/** A second officer stands for the case with number and PIN, because the posture asks for two. */
export function DemandDialog({
  client,
  clearance,
  timeZone,
  onClose,
}: {
  client: BoothClient;
  clearance: string;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const [second, setSecond] = useState(NOBODY);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const ready = isComplete(second) && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    client.lane.meetDemand({ clearance, demand: 'SECOND_OFFICER', second }).then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem, timeZone));
      setSecond((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  return (
    <Dialog
      title={t('demand.SECOND_OFFICER')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('demand.send')} ready={ready} onBack={onClose} onSend={send} testId="send-demand" />}
    >
      <p>{t('demand.second')}</p>
      <NumberAndPinFields label={t('login.number')} value={second} onChange={setSecond} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
