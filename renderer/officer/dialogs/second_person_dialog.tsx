import { useState } from 'react';
import type { HitView } from '../../../contract/hit_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../../ui/number_and_pin.tsx';

/** A second person stands for "different person" with number and PIN, at the same desk, without signing in. */
export function SecondPersonDialog({
  client,
  clearance,
  hit,
  timeZone,
  onClose,
}: {
  client: BoothClient;
  clearance: string;
  hit: HitView;
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
    client.lane.compare({ clearance, hit: hit.hit, answer: 'DIFFERENT', second }).then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem, timeZone));
      setSecond((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  return (
    <Dialog
      title={t('second.title')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('second.send')} ready={ready} onBack={onClose} onSend={send} testId="send-second" />}
    >
      <p>{t(hit.secondPerson === 'OFFICER' ? 'second.how.OFFICER' : 'second.how.SUPERVISOR')}</p>
      <NumberAndPinFields label={t('login.number')} value={second} onChange={setSecond} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
