import { useId, useState } from 'react';
import type { BoothClient } from '../client/booth_client.ts';
import { sentenceOf } from '../client/error_sentence.ts';
import { keysHere, makeKey } from '../client/security_key.ts';
import type { Sentence } from '../i18n/sentence.ts';
import { useText } from '../i18n/text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFoot } from '../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../ui/number_and_pin.tsx';

/** At a locked window: a key for who has none, or lost theirs; the holder and who confirms stand here together. */
export function RegisterKeyDialog({
  client,
  timeZone,
  onClose,
}: {
  client: BoothClient;
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const id = useId();
  const [person, setPerson] = useState(NOBODY);
  const [second, setSecond] = useState(NOBODY);
  const [name, setName] = useState('');
  const [lost, setLost] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(keysHere() ? null : { id: 'error.KEY_NOT_HERE' });
  const ready = keysHere() && isComplete(person) && isComplete(second) && name.trim() !== '' && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    client.session
      .registerKey({ person, name, lost, second })
      .then(({ options }) => makeKey(client, person.number, options))
      .then(onClose, (problem: unknown) => {
        setError(sentenceOf(problem, timeZone));
        setPerson((typed) => ({ ...typed, pin: '' }));
        setSecond((typed) => ({ ...typed, pin: '' }));
        setSending(false);
      });
  };
  return (
    <Dialog
      title={t('access.register')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot
          label={t(sending ? 'login.sending' : 'access.register')}
          ready={ready}
          onBack={onClose}
          onSend={send}
          testId="register-key"
        />
      }
    >
      <p>{t('access.register.how')}</p>
      <NumberAndPinFields label={t('access.holder')} value={person} onChange={setPerson} />
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('access.name')}</label>
        <input
          id={`${id}-name`}
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-lost`}>{t('access.lost')}</label>
        <select
          id={`${id}-lost`}
          value={lost ? 'yes' : 'no'}
          onChange={(event) => setLost(event.target.value === 'yes')}
        >
          <option value="no">{t('access.lost.no')}</option>
          <option value="yes">{t('access.lost.yes')}</option>
        </select>
      </div>
      <NumberAndPinFields label={t('access.second')} value={second} onChange={setSecond} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
