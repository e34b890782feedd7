import type { DecisionGrounds, RefusalView } from '../../contract/decisions_view.ts';
import { usePreferences } from '../i18n/preferences.tsx';
import { useText } from '../i18n/text.tsx';
import { BasisLadder } from '../officer/law/basis_ladder.tsx';
import { reasonSentence } from '../officer/law/law_words.ts';
import { legalSource } from '../officer/law/legal_source.ts';
import { GROUNDS } from '../officer/law/refusal_grounds.ts';
import { RuleSetLine } from '../officer/law/rule_set_line.tsx';
import { StayArithmetic } from '../officer/law/stay_arithmetic.tsx';
import { Heading, Panel } from '../ui/panel.tsx';
import styles from './decisions_screen.module.css';

/** Z4 of a refusal: its ground, what was found, the evidence that lies with it, and what the law answered at the counter. */
export function RefusalZone({ refusal, grounds }: { refusal: RefusalView; grounds: DecisionGrounds | null }) {
  const t = useText();
  const { language } = usePreferences();
  const ground = GROUNDS.find((one) => one === refusal.ground) ?? 1;
  const law = grounds?.law ?? null;
  return (
    <Panel zone="Z4" title={t('refusal.ground')} aside={t(`refusal.decider.${refusal.decider}`)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} data-scrolls tabIndex={0} aria-label={t('refusal.ground')}>
        <p className={styles.ground}>{t(`refusal.ground.${ground}`)}</p>
        <Heading title={t('refusal.found')} />
        <p className={styles.text}>{refusal.found}</p>
        <Heading title={t('refusal.evidence')} />
        <ul className={styles.text}>
          {refusal.evidence.map((one) => (
            <li key={one}>{t(`decisions.evidence.${one}`)}</li>
          ))}
        </ul>
        {law !== null && law.reasons.length > 0 && (
          <>
            <Heading title={t('decisions.reasons')} />
            <ul className={styles.text}>
              {law.reasons.map((reason) => {
                const { id, values } = reasonSentence(reason);
                return <li key={reason}>{t(id, values)}</li>;
              })}
            </ul>
          </>
        )}
        <Heading title={t('decisions.legalBasis')} />
        <ul className={styles.text}>
          {refusal.legalBasis.map((source) => (
            <li key={source}>{legalSource(source, language)}</li>
          ))}
        </ul>
        {law !== null && law.bases.length > 0 && <BasisLadder law={law} />}
        {law !== null && law.stay !== null && <StayArithmetic stay={law.stay} />}
      </section>
      {law !== null && <RuleSetLine law={law} />}
    </Panel>
  );
}
