import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ClearanceView } from '../../../contract/lane_view.ts';
import { usePreferences } from '../../i18n/preferences.tsx';
import type { Sentence } from '../../i18n/sentence.ts';
import { Text, useText } from '../../i18n/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Panel } from '../../ui/panel.tsx';
import { legalSource } from './legal_source.ts';
import { evidenceSentences } from './refusal_evidence.ts';
import { groundOf, type RefusalGround } from './refusal_grounds.ts';
import styles from './refusal_panel.module.css';

/** What the officer proposes to the head of unit. */
export interface Proposal {
  readonly ground: RefusalGround['ground'];
  readonly found: string;
  readonly carrier: string | null;
  readonly returnFlight: string | null;
}

/** Z5 while a refusal is proposed: ground, decider, evidence, what was found, carrier. Ctrl+Enter sends; nothing decides here. */
export function RefusalPanel({
  clearance,
  grounds,
  error,
  sending,
  onSend,
  onClose,
}: {
  clearance: ClearanceView;
  /** The grounds of the rule set in force. */
  grounds: readonly RefusalGround[];
  error: Sentence | null;
  sending: boolean;
  onSend(proposal: Proposal): void;
  onClose(): void;
}) {
  const t = useText();
  const { law, facts } = clearance;
  const [chosen, setChosen] = useState(() => groundOf(law, grounds)?.ground ?? null);
  const [found, setFound] = useState('');
  const [carrier, setCarrier] = useState(facts.flight?.value.number.replace(/ ?\d.*$/, '') ?? '');
  const [back, setBack] = useState('');
  const [wanting, setWanting] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const ground = grounds.find((one) => one.ground === chosen) ?? null;
  const send = () => {
    if (found.trim() === '') return setWanting(true);
    if (sending || ground === null) return;
    onSend({
      ground: ground.ground,
      found: found.trim(),
      carrier: carrier.trim() || null,
      returnFlight: back.trim() || null,
    });
  };
  return (
    <Panel zone="Z5" title={<Text id="refusal.title" />} aside={<KeyCap>F9</KeyCap>}>
      <Form send={send} close={onClose}>
        <label className="field">
          <span>{t('refusal.ground')}</span>
          <select
            ref={first}
            value={ground?.ground}
            title={ground === null ? undefined : t(`refusal.ground.${ground.ground}`)}
            onChange={(event) =>
              setChosen(grounds.find((one) => String(one.ground) === event.target.value)?.ground ?? null)
            }
          >
            {grounds.map(({ ground: one }) => (
              <option key={one} value={one}>
                {t(`refusal.ground.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {ground === null ? <p role="alert">{t('error.NO_SUCH_GROUND')}</p> : <Ground ground={ground} />}
        <section>
          <h3>{t('refusal.evidence')}</h3>
          <ul>
            {evidenceSentences(clearance).map(({ id, values }) => (
              <li key={id}>
                <Glyph name="passed" tone="ok" />
                {t(id, values)}
              </li>
            ))}
          </ul>
        </section>
        <label className="field">
          <span>{t('refusal.found')}</span>
          <textarea
            rows={2}
            maxLength={1000}
            value={found}
            aria-invalid={wanting && found.trim() === ''}
            onChange={(event) => setFound(event.target.value)}
          />
        </label>
        <div className={styles.pair}>
          <label className="field">
            <span>{t('refusal.carrier')}</span>
            <input
              value={carrier}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setCarrier(event.target.value)}
            />
          </label>
          <label className="field">
            <span>{t('refusal.return')}</span>
            <input value={back} maxLength={40} autoComplete="off" onChange={(event) => setBack(event.target.value)} />
          </label>
        </div>
      </Form>
      <footer className={styles.foot}>
        <Button strong closed={sending || ground === null} onPress={send} testId="send-refusal" decides>
          {t('refusal.send')} <KeyCap>Ctrl Enter</KeyCap>
        </Button>
        <p role={error !== null || wanting ? 'alert' : undefined}>
          {error !== null
            ? t(error.id, error.values)
            : t(wanting && found.trim() === '' ? 'refusal.wanting' : 'refusal.display')}
        </p>
      </footer>
    </Panel>
  );
}

/** The ground in words, its source in the rule set, and who decides on it. */
function Ground({ ground: { ground, decider, source } }: { ground: RefusalGround }) {
  const t = useText();
  const { language } = usePreferences();
  return (
    <>
      <p className={styles.ground}>
        {t(`refusal.ground.${ground}`)} <small>{legalSource(source, language)}</small>
      </p>
      <section>
        <h3>{t('refusal.decider')}</h3>
        <strong>{t(`refusal.decider.${decider}`)}</strong>
        <p className={styles.how}>{t(decider === 'HEAD_OF_UNIT' ? 'refusal.decider.how' : 'refusal.decider.order')}</p>
      </section>
    </>
  );
}

/** Ctrl+Enter sends from anywhere in the panel; Enter alone never does. Esc goes back. */
function Form({ send, close, children }: { send(): void; close(): void; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole panel
    <div
      className={styles.form}
      data-scrolls
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
        if (event.key !== 'Enter') return;
        if (event.ctrlKey) send();
        if (event.ctrlKey || !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
      }}
    >
      {children}
    </div>
  );
}
