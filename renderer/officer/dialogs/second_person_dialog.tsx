import { useState } from 'react';
import type { HitView } from '../../../contract/hit_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';

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
  const [number, setNumber] = useState('');
  const [pin, setPin] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const ready = /^\d{4,8}$/.test(number) && /^\d{4,12}$/.test(pin) && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    client.lane
      .compare({ clearance, hit: hit.hit, answer: 'DIFFERENT', second: { number, pin } })
      .then(onClose, (problem: unknown) => {
        setError(sentenceOf(problem, timeZone));
        setPin('');
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
      <label className="field">
        <span>{t('login.number')}</span>
        <input
          value={number}
          onChange={(event) => setNumber(event.target.value.trim())}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
        />
      </label>
      <label className="field">
        <span>{t('login.pin')}</span>
        <input
          type="password"
          value={pin}
          onChange={(event) => setPin(event.target.value)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
        />
      </label>
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
