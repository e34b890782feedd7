import { Text } from '../i18n/text.tsx';
import styles from './top_bar.module.css';

/** Says on every screen of a training lane that nothing on it is real. */
export function TrainingBand() {
  return (
    <span className={styles.training}>
      <Text id="top.training" />
    </span>
  );
}
