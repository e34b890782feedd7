import { useFormats } from '../../i18n/formats.ts';
import { Text, useText } from '../../i18n/text.tsx';
import type { FactName, Known } from './fact_names.ts';
import { factText } from './fact_words.ts';
import styles from './facts_dialog.module.css';

/** What is known of a fact already: each value with its source and age, the officer's word beside the sources'. */
export function KnownFacts({ name, known, now }: { name: FactName; known: readonly Known[]; now: number }) {
  const t = useText();
  const { age } = useFormats();
  if (known.length === 0)
    return (
      <p className={styles.none}>
        <Text id="facts.unknown" />
      </p>
    );
  return (
    <ul className={styles.known} data-testid="known">
      {known.map(({ value, source, at, by }) => (
        <li key={`${source}${at}${factText(name, value, t)}`}>
          <b>{factText(name, value, t)}</b>
          <small>
            {t(`facts.source.${source}`)}
            {by !== null && ` ${by}`} · {age(now - at)}
          </small>
        </li>
      ))}
    </ul>
  );
}
