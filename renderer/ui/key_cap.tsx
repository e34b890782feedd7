import type { ReactNode } from 'react';
import styles from './key_cap.module.css';

/** The picture of a key. */
export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className={styles.cap}>{children}</kbd>;
}
