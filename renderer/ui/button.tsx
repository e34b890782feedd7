import type { ReactNode } from 'react';
import styles from './button.module.css';

/** A plain button. Closed ones stay focusable and say why, so they are never `disabled`. */
export function Button({
  children,
  onPress,
  strong = false,
  closed = false,
  pressed,
  testId,
}: {
  children: ReactNode;
  onPress(): void;
  strong?: boolean;
  closed?: boolean;
  pressed?: boolean;
  testId?: string;
}) {
  return (
    <button
      type="button"
      className={`${styles.button} ${strong ? styles.strong : ''} ${pressed === true ? styles.pressed : ''}`}
      aria-disabled={closed}
      aria-pressed={pressed}
      data-testid={testId}
      onClick={() => {
        if (!closed) onPress();
      }}
    >
      {children}
    </button>
  );
}
