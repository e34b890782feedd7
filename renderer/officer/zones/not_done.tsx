import type { CheckView } from '../../../contract/lane_view.ts';
import { Text } from '../../i18n/text.tsx';
import styles from './check_detail.module.css';

/** What follows from a check that this lane did not make: it is no pass, and a mandatory one keeps Clear closed. */
export function NotDone({ check }: { check: CheckView }) {
  if (check.state !== 'NOT_PERFORMED' && check.state !== 'NOT_SUPPORTED') return null;
  return (
    <p className={styles.notDone}>
      <Text id={check.mandatory ? 'detail.notDone.mandatory' : 'detail.notDone.optional'} />
    </p>
  );
}
