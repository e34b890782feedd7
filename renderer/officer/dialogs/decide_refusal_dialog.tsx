import { useState } from 'react';
import type { LaneView } from '../../../contract/lane_view.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { useText } from '../../i18n/text.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../../ui/number_and_pin.tsx';
import { dayFromTyped } from '../facts/typed_day.ts';
import { GROUNDS } from '../law/refusal_grounds.ts';

const ANSWERS = ['REFUSE', 'RETURN_TO_COUNTER', 'TO_SECOND_LINE'] as const;

/** The head of unit decides a proposal at this window, with number and PIN, without signing in (Law 47/2014/QH13 Art 22). */
export function DecideRefusalDialog({
  client,
  proposed,
  first = 'REFUSE',
  timeZone,
  onClose,
}: {
  client: BoothClient;
  proposed: LaneView['proposals'][number];
  /** The answer that stands there first. */
  first?: (typeof ANSWERS)[number];
  timeZone: string;
  onClose(): void;
}) {
  const t = useText();
  const [answer, setAnswer] = useState<(typeof ANSWERS)[number]>(first);
  const [reason, setReason] = useState('');
  const [orderNumber, setOrderNumber] = useState('');
  const [orderDay, setOrderDay] = useState('');
  const [decider, setDecider] = useState(NOBODY);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const needsOrder = answer === 'REFUSE' && proposed.decider !== 'HEAD_OF_UNIT';
  const ground = GROUNDS.find((one) => one === proposed.ground);
  const date = dayFromTyped(orderDay);
  const order = needsOrder && date !== null && orderNumber.trim() !== '' ? { number: orderNumber.trim(), date } : null;
  const ready = isComplete(decider) && reason.trim() !== '' && (!needsOrder || order !== null) && !sending;
  const send = () => {
    if (!ready) return;
    setSending(true);
    setError(null);
    const said = { file: proposed.file, answer, reason: reason.trim(), order, decider };
    client.decisions.decideRefusal(said).then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem, timeZone));
      setDecider((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  return (
    <Dialog
      title={t('refusal.decide', { number: proposed.number })}
      onClose={onClose}
      onSubmit={send}
      foot={
        <DialogFoot
          label={t('refusal.decide.send')}
          ready={ready}
          onBack={onClose}
          onSend={send}
          testId="send-decision"
        />
      }
    >
      <p>{t('refusal.decide.how')}</p>
      {ground !== undefined && <p>{t(`refusal.ground.${ground}`)}</p>}
      <label className="field">
        <span>{t('refusal.answer')}</span>
        <select
          value={answer}
          onChange={(event) => setAnswer(ANSWERS.find((one) => one === event.target.value) ?? 'REFUSE')}
        >
          {ANSWERS.map((one) => (
            <option key={one} value={one}>
              {t(`refusal.answer.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('refusal.reason')}</span>
        <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
      </label>
      {needsOrder && (
        <>
          <label className="field">
            <span>{t('refusal.order')}</span>
            <input
              value={orderNumber}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setOrderNumber(event.target.value)}
            />
          </label>
          <label className="field">
            <span>{t('refusal.order.date')}</span>
            <input
              value={orderDay}
              maxLength={10}
              autoComplete="off"
              placeholder={t('facts.day.form')}
              onChange={(event) => setOrderDay(event.target.value)}
            />
          </label>
        </>
      )}
      <NumberAndPinFields label={t('login.number')} value={decider} onChange={setDecider} />
      <p role="alert">{error !== null && t(error.id, error.values)}</p>
    </Dialog>
  );
}
