import { useFormats } from '../../i18n/formats.ts';
import { useText } from '../../i18n/text.tsx';
import styles from './law_page.module.css';
import type { Law } from './law_words.ts';

/** Which rule set answered, who signed it, and how long it took. */
export function RuleSetLine({ law }: { law: Law }) {
  const t = useText();
  const { answerTime } = useFormats();
  const { version, signedBy } = law.rules;
  const time = answerTime(law.durationMs);
  return (
    <p className={styles.foot}>
      {signedBy === null ? t('law.rules', { version, time }) : t('law.rules.signed', { version, by: signedBy, time })}
    </p>
  );
}
