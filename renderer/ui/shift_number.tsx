import { useText } from '../i18n/text.tsx';
import styles from './top_bar.module.css';

/** The shift of whoever is signed in. In another weight it says to that one alone that the silent call was heard. */
export function ShiftNumber({ shift, heard }: { shift: string; heard: boolean }) {
  const words = useText()('top.shift', { shift });
  return (
    <span className={styles.shift} data-heard={heard} data-words={words}>
      {words}
    </span>
  );
}
