import type { ReactNode } from 'react';
import { KeyCap } from './key_cap.tsx';
import styles from './panel.module.css';

/** A white field with a heading line; zones and their parts are made of it. */
export function Panel({
  title,
  aside,
  children,
  zone,
  className = '',
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  zone?: string;
  className?: string | undefined;
}) {
  return (
    <section className={`${styles.panel} ${className}`} data-zone={zone}>
      {title !== undefined && <Heading title={title} aside={aside} />}
      {children}
    </section>
  );
}

export function Heading({ title, aside }: { title: ReactNode; aside?: ReactNode }) {
  return (
    <header className={styles.heading}>
      <h2>{title}</h2>
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </header>
  );
}

/** The one act of a panel, at its foot, with its key. */
export function FootButton({ label, cap, onPress }: { label: ReactNode; cap: string; onPress(): void }) {
  return (
    <button type="button" className={styles.footButton} onClick={onPress}>
      <b>{label}</b>
      <KeyCap>{cap}</KeyCap>
    </button>
  );
}

/** A label and its value on one line. */
export function Row({ label, children, mono = false }: { label: ReactNode; children: ReactNode; mono?: boolean }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={mono ? 'mono' : undefined}>{children}</dd>
    </div>
  );
}
