import { useEffect, useRef, useState } from 'react';
import type { StatedFacts } from '../../../contract/facts_view.ts';
import type { LaneView } from '../../../contract/lane_view.ts';
import { confirmerOf } from '../../../core/domain/clearance/confirmed_facts.ts';
import type { BoothClient } from '../../client/booth_client.ts';
import { sentenceOf } from '../../client/error_sentence.ts';
import type { Sentence } from '../../i18n/sentence.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogFoot } from '../../ui/dialog_foot.tsx';
import { isComplete, NOBODY, NumberAndPinFields } from '../../ui/number_and_pin.tsx';
import { FactFields } from './fact_fields.tsx';
import { blank, factFrom, type Typed } from './fact_forms.ts';
import { type FactName, factsToAsk, knownOf } from './fact_names.ts';
import styles from './facts_dialog.module.css';
import { KnownFacts } from './known_facts.tsx';

/** Facts of the journey as the officer learns them: what can matter stands first; Ctrl+Enter sends one at a time. */
export function FactsDialog({
  lane,
  clearance,
  client,
  onClose,
}: {
  lane: LaneView;
  clearance: NonNullable<LaneView['clearance']>;
  client: BoothClient;
  onClose(): void;
}) {
  const t = useText();
  const { first, more } = factsToAsk(clearance);
  const [all, setAll] = useState(false);
  const [name, setName] = useState<FactName>(first[0] ?? 'visa');
  const [typed, setTyped] = useState<Typed>(() => blank(first[0] ?? 'visa'));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Sentence | null>(null);
  const [second, setSecond] = useState(NOBODY);
  const confirmer = confirmerOf({ [name]: true }, lane.visaAtGateBy);
  const confirmed = confirmer !== null;
  const known = knownOf(clearance.facts, name);
  const fields = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fact brings another first field
  useEffect(() => {
    fields.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [name]);
  const choose = (chosen: FactName) => {
    setName(chosen);
    setTyped(blank(chosen));
    setWrong([]);
    setSecond(NOBODY);
    setError(null);
  };
  const sent = (answer: Promise<unknown>) => {
    setSending(true);
    setError(null);
    answer.then(onClose, (problem: unknown) => {
      setError(sentenceOf(problem));
      setSecond((typed) => ({ ...typed, pin: '' }));
      setSending(false);
    });
  };
  const ready = !sending && (!confirmed || isComplete(second));
  const record = (facts: StatedFacts, stands: boolean) =>
    sent(client.lane.state({ clearance: clearance.id, facts, ...(stands ? { second } : {}) }));
  const send = () => {
    if (!ready) return;
    const { fact, wrong: faults } = factFrom(name, typed);
    setWrong(faults);
    if (faults.length > 0) return;
    if (name === 'code') sent(client.lane.presentCode({ clearance: clearance.id, text: String(fact) }));
    else record({ [name]: fact } as StatedFacts, confirmed);
  };
  const shown = all ? [...first, ...more] : first;
  return (
    <Dialog
      title={t('facts.title')}
      onClose={onClose}
      onSubmit={send}
      foot={<DialogFoot label={t('facts.send')} ready={ready} onBack={onClose} onSend={send} testId="send-facts" />}
    >
      <div className={styles.facts}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <nav className={styles.names} aria-label={t('facts.which')} data-scrolls tabIndex={0}>
          {shown.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === name}
              data-known={knownOf(clearance.facts, one).length > 0}
              data-testid={`fact-${one}`}
              onClick={() => choose(one)}
            >
              {t(`facts.${one}`)}
            </button>
          ))}
          {!all && (
            <button type="button" onClick={() => setAll(true)} data-testid="facts-more">
              <Text id="facts.more" />
            </button>
          )}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div className={styles.form} ref={fields} data-scrolls tabIndex={0}>
          <KnownFacts name={name} known={known} now={lane.now} />
          <FactFields
            name={name}
            typed={typed}
            wrong={wrong}
            onType={(field, value) => setTyped((before) => ({ ...before, [field]: value }))}
          />
          {confirmer !== null && (
            <fieldset className={styles.confirm}>
              <legend>{t('facts.confirm', { by: confirmer })}</legend>
              <div className={styles.fields} data-many="true">
                <NumberAndPinFields label={t('login.number')} value={second} onChange={setSecond} />
              </div>
            </fieldset>
          )}
          {known.some(({ source }) => source === 'OFFICER') && (
            <p>
              <Button onPress={() => record({ [name]: null } as StatedFacts, false)} testId="take-back" decides>
                <Text id="facts.takeBack" />
              </Button>
            </p>
          )}
          <p role="alert" className={styles.error}>
            {error !== null && t(error.id, error.values)}
            {error === null && wrong.length > 0 && t('facts.wrong', { count: wrong.length })}
          </p>
        </div>
      </div>
    </Dialog>
  );
}
