import { Text, useText } from '../../i18n/text.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyCap } from '../../ui/key_cap.tsx';
import { Heading } from '../../ui/panel.tsx';
import styles from './law_page.module.css';
import { isOfTheLadder, type Law, missingSentence, reasonSentence } from './law_words.ts';

/** What the law leaves open beside the ladder: its reasons, and the facts that are wanting with the key that states them. */
export function OpenOfLaw({ law, onState }: { law: Law; onState: (() => void) | null }) {
  const t = useText();
  const reasons = law.reasons.filter((reason) => law.bases.length === 0 || !isOfTheLadder(reason));
  if (reasons.length + law.missingFacts.length === 0) return null;
  return (
    <>
      <Heading title={<Text id="law.points.title" />} />
      <ul className={styles.rows}>
        {reasons.map((reason) => {
          const sentence = reasonSentence(reason);
          return (
            <li key={reason} className={styles.point}>
              <Glyph
                name={law.outcome === 'clear' ? 'information' : 'to-resolve'}
                tone={law.outcome === 'clear' ? 'quiet' : 'warn'}
              />
              <span>{t(sentence.id, sentence.values)}</span>
            </li>
          );
        })}
        {law.missingFacts.map((fact) => {
          const sentence = missingSentence(fact);
          return (
            <li key={fact} className={styles.point} data-missing={fact}>
              <Glyph name="undetermined" tone={law.outcome === 'clear' ? 'quiet' : 'warn'} />
              <span>{t('law.answer.missing', { fact: t(sentence.id, sentence.values) })}</span>
              {onState !== null && (
                <button type="button" className={styles.state} onClick={onState}>
                  <KeyCap>F6</KeyCap> {t('law.points.key')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
